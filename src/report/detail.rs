//! The parts of a report that go into detail.

use super::blocks::{Block, Table, texts};
use crate::advice;
use crate::model::text::cut;
use crate::model::{
    Action, ActionState, Answer, Assessment, Balance, Condition, Dimension, Evidence, Horizon,
    PracticeId, Questionnaire, Rule,
};
use crate::scoring::{PartRef, Plan, Scorecard, explain};
use crate::words::words;

/// The most strengths, and the most gaps, that are named; of others it is said how many there are.
const NAMED: usize = 3;

/// What kind of thing stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    /// Certainly strong.
    Strong,
    /// Certainly weak.
    Weak,
    /// A question to discuss: two things that do not seem to fit.
    Unfit,
}

/// A sentence on what stands out, and what it is about.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// What kind it is.
    pub stands: Stands,
    /// The sentence.
    pub text: String,
    /// Disciplines and dimensions whose numbers it speaks of, by id.
    pub parts: Vec<String>,
    /// Practices whose answers it speaks of.
    pub practices: Vec<PracticeId>,
}

/// A contradiction, with the practices that it is about.
#[must_use]
pub fn contradiction(rule: &Rule) -> Finding {
    let about = rule.when.iter().filter_map(|condition| match condition {
        Condition::Practice { practice, .. } => Some(practice.clone()),
        Condition::Metric { .. } => None,
    });
    Finding {
        stands: Stands::Unfit,
        text: rule.question.clone(),
        parts: Vec::new(),
        practices: about.collect(),
    }
}

/// Strengths, gaps, contradictions, balance and tensions, in this order.
#[must_use]
pub fn stands_out(q: &'static Questionnaire, a: &Assessment, card: &Scorecard) -> Vec<Finding> {
    let w = words();
    let mut found = Vec::new();
    let mut say = |stands, text: String, parts: &[&str], practices: Vec<PracticeId>| {
        let parts = parts.iter().map(|id| (*id).to_owned()).collect();
        found.push(Finding {
            stands,
            text,
            parts,
            practices,
        });
    };
    let (strong, weak) = advice::apart(card);
    let is_open = card.overall.low < card.overall.high;
    let names = |ids: &[&str]| {
        let names = ids.iter().take(NAMED).map(|id| w.part_name(q, id));
        w.and_more(&names.collect::<Vec<_>>(), ids.len())
    };
    if !strong.is_empty() {
        let text = w.strengths(&names(&strong), is_open);
        say(
            Stands::Strong,
            text,
            &strong[..strong.len().min(NAMED)],
            Vec::new(),
        );
    }
    if !weak.is_empty() {
        let text = w.gaps(&names(&weak), is_open);
        say(
            Stands::Weak,
            text,
            &weak[..weak.len().min(NAMED)],
            Vec::new(),
        );
    }
    for rule in advice::contradictions(q, a) {
        let Finding {
            text, practices, ..
        } = contradiction(rule);
        say(Stands::Unfit, text, &[], practices);
    }
    for lean in advice::balance(q, card) {
        let Balance { ahead, behind, .. } = lean.statement;
        say(
            Stands::Unfit,
            w.lean(&lean),
            &[ahead.as_str(), behind.as_str()],
            Vec::new(),
        );
    }
    for tension in advice::tensions(q, card) {
        let name = w.part_name(q, &tension.discipline);
        say(
            Stands::Unfit,
            w.tension(name, &tension),
            &[&tension.discipline],
            Vec::new(),
        );
    }
    found
}

/// How many actions fit on one page with the rest, and how long what is said of them may be there.
const FEW: usize = 4;
const WHAT: usize = 80;
const OWNER: usize = 24;

/// What was decided, the nearest first. Nothing where nothing was. On one page, what is done is left
/// out, and of many it is said how many there are.
pub fn actions(q: &'static Questionnaire, a: &Assessment, at_length: bool) -> Vec<Block> {
    let w = words();
    let is_shown = |action: &Action| {
        at_length || !matches!(action.state, ActionState::Done | ActionState::Dropped)
    };
    let all: Vec<_> = Horizon::ALL
        .iter()
        .flat_map(|horizon| a.actions().filter(|(_, a)| a.horizon == *horizon))
        .map(|(_, action)| action)
        .filter(|action| is_shown(action))
        .collect();
    let short = |text: &str, most: usize| match cut(text, most) {
        part if at_length || part.len() == text.len() => text.to_owned(),
        part => format!("{}…", part.trim_end()),
    };
    let row = |action: &&Action| {
        let practice = action.moves.as_ref().and_then(|(id, _)| q.practice(id));
        let name = match action.what.as_str() {
            "" => practice.map_or("", |p| &p.title),
            what => what,
        };
        vec![
            short(name, WHAT),
            short(&action.owner, OWNER),
            short(&action.due, OWNER),
            w.action_state(action.state).to_owned(),
            w.horizon(action.horizon).to_owned(),
        ]
    };
    let most = if at_length { all.len() } else { FEW };
    let rows: Vec<_> = all.iter().take(most).map(row).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let table = Table {
        caption: w.actions.to_owned(),
        head: texts([
            w.roadmap_page().action_what,
            w.roadmap_page().action_owner,
            w.roadmap_page().action_due,
            w.roadmap_page().action_how_far,
            w.roadmap_page().action_when,
        ]),
        rows,
    };
    let more = all.len().saturating_sub(most);
    let more = (more > 0).then(|| Block::Text(w.more_actions(more)));
    [Block::Table(table)].into_iter().chain(more).collect()
}

/// The measurements, with what is published beside them.
pub fn measurements(q: &'static Questionnaire, a: &Assessment, card: &Scorecard) -> Vec<Block> {
    let w = words();
    let rows = card.metrics.iter().filter_map(|score| {
        let metric = q.metrics.iter().find(|m| m.id.as_str() == score.id)?;
        let value = score.value?;
        Some(vec![
            metric.title.clone(),
            w.amount(&metric.unit, value),
            w.reached(score.level),
            w.beside(metric, &advice::comparison(q, a, metric, value)),
        ])
    });
    let rows: Vec<_> = rows.collect();
    let open = card.metrics.len() - rows.len();
    let mut blocks = Vec::new();
    if !rows.is_empty() {
        blocks.push(Block::Table(Table {
            caption: w.by_metric.to_owned(),
            head: texts([w.metric, w.value, w.level, w.published_groups]),
            rows,
        }));
    }
    blocks.push(Block::Text(w.not_measured(open)));
    blocks
}

/// Every practice that is asked, dimension by dimension, with its answer and what goes with it. What
/// goes with none of them has no column.
pub fn practices(q: &'static Questionnaire, a: &Assessment) -> Table {
    let w = words();
    let target = |id| a.targets.get(id).and_then(|f| f.value);
    let has_targets = a.asked(q).any(|p| target(&p.id).is_some());
    let has_remarks = a.asked(q).any(|p| !remarks(a, &p.id).is_empty());
    let cells = |[practice, answer]: [String; 2], target: String, remarks: String| {
        let mut cells = vec![practice, answer];
        cells.extend(has_targets.then_some(target));
        cells.extend(has_remarks.then_some(remarks));
        cells
    };
    let mut rows = Vec::new();
    for dimension in &q.dimensions {
        let asked = a.asked(q).filter(|p| p.dimension == dimension.id);
        let asked = asked.map(|p| {
            let target = target(&p.id).map_or_else(String::new, |level| w.level_name(level));
            let answer = w.answer(a.answer(&p.id));
            cells([p.title.clone(), answer], target, remarks(a, &p.id))
        });
        let mut asked = asked.peekable();
        if asked.peek().is_some() {
            rows.push(vec![caption(q, dimension)]);
            rows.extend(asked);
        }
    }
    let r = w.report_page();
    let named = [w.practice, r.answer].map(str::to_owned);
    Table {
        caption: r.answers.to_owned(),
        head: cells(named, w.target.to_owned(), r.remarks.to_owned()),
        rows,
    }
}

fn caption(q: &'static Questionnaire, dimension: &Dimension) -> String {
    let discipline = words().part_name(q, dimension.discipline.as_str());
    format!("{discipline}: {}", dimension.title)
}

/// The reason, the note and the evidence of a practice, one a line.
fn remarks(a: &Assessment, practice: &PracticeId) -> String {
    let mut lines = Vec::new();
    if let Some(Answer::NotApplicable(reason)) = a.answer(practice) {
        lines.push(reason.clone());
    }
    lines.extend(a.note(practice));
    let evidence = a.evidence.get(practice).and_then(|f| f.value.as_deref());
    let piece = |e: &Evidence| {
        let parts = [&e.title, &e.address, &e.date];
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        parts.map(String::as_str).collect::<Vec<_>>().join(", ")
    };
    lines.extend(evidence.unwrap_or_default().iter().map(piece));
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}

/// The worked sums of every number.
pub fn why(q: &'static Questionnaire, a: &Assessment) -> Vec<Block> {
    let w = words();
    let plan = Plan::of(q, a);
    let marks = plan.marks(a);
    let disciplines = plan
        .disciplines
        .iter()
        .filter_map(|d| part(d.id, PartRef::Discipline));
    let dimensions = plan
        .dimensions
        .iter()
        .filter_map(|d| part(d.id, PartRef::Dimension));
    let parts = [PartRef::Overall]
        .into_iter()
        .chain(disciplines)
        .chain(dimensions);
    let rows = parts.filter_map(|part| {
        let e = explain(&plan, &marks, &part)?;
        let sums = [
            w.worked_value(&e),
            w.worked(e.sums.low),
            w.worked(e.sums.high),
            w.worked_share(e.sums.coverage),
        ];
        let name = w.numbered(q, &e.id);
        Some([name].into_iter().chain(sums).collect())
    });
    let table = Table {
        caption: w.why_sums.to_owned(),
        head: texts([w.part, w.value, w.sum_lowest, w.sum_highest, w.coverage]),
        rows: rows.collect(),
    };
    let rules = [
        w.scoring_page().value_text.to_owned(),
        w.scoring_early(),
        w.scoring_level_text(),
    ];
    let mut blocks = vec![
        Block::Heading(2, w.why_title.to_owned()),
        Block::Table(table),
    ];
    blocks.extend(rules.map(Block::Text));
    blocks
}

fn part<T: TryFrom<String>>(id: &str, part: fn(T) -> PartRef) -> Option<PartRef> {
    T::try_from(id.to_owned()).ok().map(part)
}
