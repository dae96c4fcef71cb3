//! Sentences on rounds by their names, and on what is carried over.

use super::Words;
use crate::model::rounds::{Idle, Unfit};
use crate::model::text::isolated;
use crate::model::version::plain;
use crate::model::{Assessment, Fact, Peers, Questionnaire, Side};

impl Words {
    /// What the one button of the page says.
    pub fn start_round(&self, name: &str) -> String {
        format!("Start {}", isolated(name))
    }

    /// What becomes of the answers so far.
    pub fn round_closes(&self, name: &str) -> String {
        format!(
            "The answers so far stay as “{}”. They are carried over, and you confirm or change each.",
            isolated(name)
        )
    }

    /// Why a name will not do.
    pub fn unfit(&self, unfit: Unfit, name: &str) -> String {
        match unfit {
            Unfit::Empty => "A round needs a name, such as 2026 Q4.".to_owned(),
            Unfit::Taken => format!(
                "There is a “{}” already. Give this one another name.",
                isolated(name.trim())
            ),
        }
    }

    /// Why there is nothing to keep.
    pub fn idle(&self, idle: Idle) -> String {
        match idle {
            Idle::Nothing => "Nothing is answered yet, so there is nothing to keep.".to_owned(),
            Idle::Same(last) => format!(
                "Nothing has changed since “{}”, so another snapshot would say the same.",
                isolated(&last.name)
            ),
        }
    }

    /// What is reported on.
    pub fn report_cover(&self, q: &Questionnaire, a: &Assessment, day: &str) -> String {
        let range =
            "Values run from 0 to 100; the range is what is still possible while answers are open.";
        let done = self.done(a.progress(q, |_| true));
        let round = match a.round() {
            "" => String::new(),
            name => format!(" {}.", isolated(name)),
        };
        let carried = match a.carried(q).len() {
            0 => String::new(),
            n => format!(" {}", self.carried_over(n)),
        };
        let who = self.whose(q, a);
        format!(
            "{day}.{round} {} {}: {done}.{carried}{who} {range}",
            q.title,
            plain(&q.version)
        )
    }

    /// On which side of a platform the team is, and of which industry and size its organisation.
    fn whose(&self, q: &Questionnaire, a: &Assessment) -> String {
        let side = a.scope.value.as_ref().and_then(|scope| match scope.side {
            Side::Anyone => None,
            Side::User => Some("The team uses a platform that others run.".to_owned()),
            Side::Provider => Some("The team runs a platform for others.".to_owned()),
        });
        let title = |all: &[Peers], fact| {
            let said = a.fact(fact);
            let found = all.iter().find(|peers| peers.id.as_str() == said);
            // To be of another one says nothing.
            found
                .filter(|_| said != "other")
                .map(|peers| peers.title.clone())
        };
        let industry = title(&q.published.industries, Fact::Industry);
        let size = title(&q.published.sizes, Fact::Size);
        let organisation = match (industry, size) {
            (Some(industry), Some(size)) => Some(format!("{industry}, {size}.")),
            (one, other) => one.or(other).map(|said| format!("{said}.")),
        };
        let said = [side, organisation].into_iter().flatten();
        said.map(|said| format!(" {said}")).collect()
    }

    /// For whom a document is, and who made it.
    pub fn report_made_for(&self, client: &str, consultant: &str) -> Option<String> {
        match (isolated(client), isolated(consultant)) {
            (client, by) if by.is_empty() && client.is_empty() => None,
            (client, by) if by.is_empty() => Some(format!("Prepared for {client}.")),
            (client, by) if client.is_empty() => Some(format!("Prepared by {by}.")),
            (client, by) => Some(format!("Prepared for {client}, by {by}.")),
        }
    }

    /// The name of the round in progress: its own, or the quarter of `day`, on which something was
    /// answered last.
    pub fn round_name(&self, a: &Assessment, day: &str) -> String {
        if !a.round().is_empty() {
            return a.round().to_owned();
        }
        let names = a.snapshots().into_iter().map(|(_, s)| s.name.clone());
        self.unused_name(&self.quarter(day), &names.collect::<Vec<_>>())
    }

    /// A name for the round after `present`: the first quarter from that of today on that no round is
    /// called after.
    pub fn next_round(&self, a: &Assessment, present: &str, today: &str) -> String {
        let names = a.snapshots().into_iter().map(|(_, s)| s.name.clone());
        let names: Vec<_> = names.chain([present.to_owned()]).collect();
        let first = self.quarter(today);
        let free = std::iter::successors(Some(first.clone()), |name| quarter_after(name));
        let mut free = free.take(names.len() + 1);
        let free = free.find(|name| !names.contains(name));
        free.unwrap_or_else(|| self.unused_name(&first, &names))
    }

    /// The present state among others: by the name of its round.
    pub fn present_state(&self, a: &Assessment) -> String {
        if a.round().is_empty() {
            self.rounds_page().today.to_owned()
        } else {
            a.round().to_owned()
        }
    }

    /// What confirms the answers of a dimension that are left.
    pub fn confirm_rest(&self, count: usize) -> String {
        match count {
            1 => "Confirm it".to_owned(),
            n => format!("Confirm the rest ({n})"),
        }
    }
}

/// The quarter after one such as `2026 Q4`.
fn quarter_after(name: &str) -> Option<String> {
    let (year, quarter) = name.split_once(" Q")?;
    let (year, quarter) = (year.parse::<u16>().ok()?, quarter.parse::<u16>().ok()?);
    let next = year.checked_mul(4)?.checked_add(quarter)?;
    Some(format!("{} Q{}", next / 4, next % 4 + 1))
}
