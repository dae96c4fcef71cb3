//! What the team decided to do, as cards in three columns, and what it would come to.

use crate::model::action::Horizon;
use crate::model::{
    Action, ActionId, ActionState, Answer, Assessment, Day, Level, PracticeId, Questionnaire,
};
use crate::scoring::{Mark, Plan, Score, score};

/// One action as it is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// Which action.
    pub id: ActionId,
    /// What is to be done; the practice's title where nobody wrote it down. Empty without either.
    pub what: String,
    /// The practice that it moves.
    pub moves: Option<Move>,
    /// Who sees to it.
    pub owner: String,
    /// By when.
    pub due: String,
    /// Whether that day is over and something is still to be done.
    pub is_late: bool,
    /// How far it is.
    pub state: ActionState,
    /// In which column it stands.
    pub horizon: Horizon,
}

/// How an action moves a practice.
#[derive(Debug, Clone, PartialEq)]
pub struct Move {
    /// Which practice.
    pub practice: PracticeId,
    /// Its title.
    pub title: String,
    /// Where it stands; `None` without a level.
    pub from: Option<Level>,
    /// The level that the action leads to.
    pub to: Level,
}

/// What a part would come to.
#[derive(Debug, Clone, PartialEq)]
pub struct Prospect {
    /// Where it stands.
    pub score: Score,
    /// Its value once all that was decided is done. `None` while too little is known to speak of a
    /// value.
    pub then: Option<f64>,
}

impl Action {
    /// Whether it says nothing at all, so that nothing is lost with it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        let texts = [&self.what, &self.owner, &self.due, &self.unknown];
        texts.iter().all(|text| text.trim().is_empty()) && self.moves.is_none()
    }
}

/// What was decided, in the order in which it was.
#[must_use]
pub fn cards(q: &Questionnaire, a: &Assessment, today: &str) -> Vec<Card> {
    let today = Day::parse(today);
    a.actions()
        .map(|(id, action)| card(q, a, id, action, today))
        .collect()
}

fn card(
    q: &Questionnaire,
    a: &Assessment,
    id: &ActionId,
    action: &Action,
    today: Option<Day>,
) -> Card {
    let moves = action.moves.as_ref().and_then(|(practice, to)| {
        Some(Move {
            practice: practice.clone(),
            title: q.practice(practice)?.title.clone(),
            from: a.answer(practice).and_then(Answer::level),
            to: *to,
        })
    });
    let title = moves.as_ref().map(|m| m.title.clone());
    let is_written = !action.what.trim().is_empty();
    let due = Day::parse(&action.due);
    Card {
        id: id.clone(),
        what: title
            .filter(|_| !is_written)
            .unwrap_or_else(|| action.what.clone()),
        moves,
        owner: action.owner.clone(),
        due: action.due.clone(),
        is_late: action.state.is_ahead() && due.zip(today).is_some_and(|(due, now)| due < now),
        state: action.state,
        horizon: action.horizon,
    }
}

/// What each chosen discipline would come to, and after them the whole. Only what was decided counts:
/// an action raises its practice to the level that it leads to; done and dropped ones raise nothing,
/// since answers say what is.
#[must_use]
pub fn prospects(q: &Questionnaire, a: &Assessment) -> Vec<Prospect> {
    let plan = Plan::of(q, a);
    let mut marks = plan.marks(a);
    for (practice, level) in ahead(a) {
        let row = plan.rows.iter().position(|r| r.practice.id == *practice);
        if let Some(mark) = row.and_then(|row| marks.get_mut(row)) {
            raise(mark, Mark::Level(*level));
        }
    }
    let (card, then) = (score(q, a), plan.numbers(&marks));
    let parts = then.disciplines.iter().chain([&then.overall]);
    let scores = card.disciplines.into_iter().chain([card.overall]);
    // What is only planned is not known: the coverage that counts is today's.
    let prospect = |(score, then): (Score, &crate::scoring::PartNumbers)| Prospect {
        then: score.value().and(then.part.value),
        score,
    };
    scores.zip(parts).map(prospect).collect()
}

/// The practices that what is still to be done moves, and to which level.
fn ahead(a: &Assessment) -> impl Iterator<Item = &(PracticeId, Level)> {
    let ahead = a.actions().filter(|(_, action)| action.state.is_ahead());
    ahead.filter_map(|(_, action)| action.moves.as_ref())
}

/// Whether something is still to be done that moves a practice.
#[must_use]
pub fn moves_anything(a: &Assessment) -> bool {
    ahead(a).next().is_some()
}

/// Nothing is lowered. What has no level counts in no value, and a plan makes nothing known.
fn raise(mark: &mut Mark, to: Mark) {
    let (now, then) = (mark.part().value, to.part().value);
    if now.is_some() && now < then {
        *mark = to;
    }
}
