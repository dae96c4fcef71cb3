//! What an assessment waits for: answers, a new round, a copy on one's own disk.

use super::{Action, ActionState, Assessment, Day, Field, Practice, Questionnaire, Snapshot};

const DAY: u64 = 24 * 3600 * 1000;
/// How long a round stands for today, in milliseconds: a quarter.
const QUARTER: u64 = 91 * DAY;
/// So many fields may change before a copy is suggested, or fewer for so long. Our judgement.
const MANY: usize = 20;
const LONG: u64 = DAY;

/// The one thing that comes next.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Ahead<'q> {
    /// A question has no answer, or one that nobody has confirmed yet.
    Answer(&'q Practice),
    /// Everything is answered, so long ago that it is time to ask again.
    Round,
    /// Everything is answered: what it comes to.
    Results,
}

impl Assessment {
    /// Since when a new round is due, in milliseconds since 1970: a quarter after the last one began,
    /// which the first did with its first answer. `None` where it is not, or where no stamp tells.
    #[must_use]
    pub fn round_due(&self, now: u64) -> Option<u64> {
        let rounds = self.snapshots.values().filter(|field| {
            let snapshot = field.value.as_ref();
            snapshot.is_some_and(|s| s.begins_round)
        });
        let answers = self.responses.values().filter(|f| f.value.is_some());
        let answers = answers.filter_map(|field| field.stamp.as_ref());
        let began = rounds.filter_map(began).max();
        let began = began.or_else(|| answers.map(|stamp| stamp.millis).min())?;
        let due = began.saturating_add(QUARTER);
        (due <= now).then_some(due)
    }

    /// What comes next.
    #[must_use]
    pub fn ahead<'q>(&self, questionnaire: &'q Questionnaire, now: u64) -> Ahead<'q> {
        let open = self.next_open(questionnaire, now).or_else(|| {
            let mut asked = self.asked(questionnaire);
            asked.find(|p| self.is_carried(&p.id))
        });
        match open {
            Some(practice) => Ahead::Answer(practice),
            None if self.round_due(now).is_some() => Ahead::Round,
            None => Ahead::Results,
        }
    }

    /// How many actions are neither done nor given up.
    #[must_use]
    pub fn open_actions(&self) -> usize {
        let is_open = |a: &Action| matches!(a.state, ActionState::Open | ActionState::Doing);
        self.actions().filter(|(_, a)| is_open(a)).count()
    }

    /// Whether a copy outside the browser would be good now, after the last one, if any: much was
    /// written since, or some of it a while ago.
    #[must_use]
    pub fn is_copy_due(&self, kept: Option<u64>, now: u64) -> bool {
        let kept = kept.unwrap_or_default();
        let since = self.stamps().filter(|stamp| stamp.is_believed(now));
        let since = since.filter(|stamp| stamp.millis > kept);
        let (count, first) = since.fold((0, u64::MAX), |(count, first), stamp| {
            (count + 1, first.min(stamp.millis))
        });
        count >= MANY || first.saturating_add(LONG) <= now
    }
}

/// When a round began: with its snapshot, however late that was named anew or brought back.
fn began(field: &Field<Snapshot>) -> Option<u64> {
    let written = field.stamp.as_ref()?.millis;
    let taken = field.value.as_ref()?.taken.get(..10).and_then(Day::parse);
    let end = taken.map(|day| day.plus(1).millis());
    Some(end.map_or(written, |end| written.min(end)))
}
