//! Sentences on why numbers are what they are, what stands out, and what to do next.

use super::{Words, fine, percent_of, whole};
use crate::advice::recommend::{effort_factor, stakes_factor};
use crate::advice::{
    Contrast, DEFAULT_TARGET, FIRM, KEY_TARGET, LEVERAGE, Lean, SHOWN, Step, WORTH_A_SENTENCE,
    outcome, robust,
};
use crate::figure::{Axis, Heatmap, Radar};
use crate::metrics::MetricExplanation;
use crate::model::decimal::write;
use crate::model::{
    ActionState, Better, Effort, Horizon, Level, Metric, Questionnaire, Side, Stakes,
};
use crate::scoring::explain::{Explanation, LevelReason, Treatment};
use crate::scoring::part::Sum;
use crate::scoring::{ENOUGH_COVERAGE, REACHED_SHARE};

/// A share of trials in which a step is so seldom among the first that others are said to come first; our judgement.
const RARE: f64 = 0.05;

const fn whatever(is_open: bool) -> &'static str {
    if is_open {
        ", whatever is still open"
    } else {
        ""
    }
}

fn percent(share: f64) -> String {
    whole(share * 100.0) + " %"
}

impl Words {
    /// Where most practices stand.
    pub fn heatmap_finding(&self, heatmap: &Heatmap) -> String {
        let mut counts = [0; 6];
        for row in &heatmap.rows {
            for (sum, count) in counts.iter_mut().zip(row.counts) {
                *sum += count;
            }
        }
        let all: usize = counts.iter().sum();
        let most = Level::ALL
            .iter()
            .map(|l| (counts[usize::from(l.number())], l));
        let best = most.clone().map(|(count, _)| count).max().unwrap_or(0);
        let names = most.filter(|(count, _)| *count == best);
        let names: Vec<_> = names.map(|(_, level)| self.level_name(*level)).collect();
        if all == 0 {
            return self.nothing_applies.to_owned();
        }
        if best == 0 {
            return format!("None of {all} practices has a level yet.");
        }
        let stand = match names.as_slice() {
            [one] if best == 1 => format!("1 stands at {one}, and no level has more"),
            [one] => format!("{best} stand at {one}, and no level has more"),
            several => format!("{best} each stand at {}", listed(several)),
        };
        match counts[0] {
            0 => format!("Of {all} practices, {stand}."),
            open if open > best => {
                format!("{open} of {all} practices have no level yet. Of the others, {stand}.")
            }
            open => format!("Of {all} practices, {stand}. No level yet: {open}."),
        }
    }

    pub fn bands_finding(&self, good: usize, of: usize) -> String {
        format!("{good} of {of} measurements lie in the two best bands.")
    }

    pub fn scatter_finding(&self, apart: usize, of: usize) -> String {
        match apart {
            0 => "Practices and measurements tell the same story.".to_owned(),
            n => format!(
                "In {n} of {of} disciplines, practices and measurements lie a level or more apart."
            ),
        }
    }

    pub fn points_of(&self, points: f64) -> String {
        whole(points)
    }

    pub fn horizon(&self, horizon: Horizon) -> &'static str {
        match horizon {
            Horizon::Now => self.roadmap_page().horizon_now,
            Horizon::Next => self.roadmap_page().horizon_next,
            Horizon::Later => self.roadmap_page().horizon_later,
        }
    }

    pub fn action_state(&self, state: ActionState) -> &'static str {
        match state {
            ActionState::Open => self.roadmap_page().action_open,
            ActionState::Doing => self.roadmap_page().action_doing,
            ActionState::Done => self.roadmap_page().action_done,
            ActionState::Dropped => self.roadmap_page().action_dropped,
        }
    }

    /// The first of many names, and how many more there are.
    pub fn and_more(&self, first: &[&str], all: usize) -> String {
        let names = first.join(", ");
        match all - first.len() {
            0 => names,
            n => format!("{names} and {n} more"),
        }
    }

    /// What is above the overall value, and stays so if there is something open.
    pub fn strengths(&self, names: &str, is_open: bool) -> String {
        format!("Clearly strong{}: {names}.", whatever(is_open))
    }

    /// The same, below it.
    pub fn gaps(&self, names: &str, is_open: bool) -> String {
        format!("Clearly weak{}: {names}.", whatever(is_open))
    }

    /// What the radar shows.
    pub fn radar_finding(&self, radar: &Radar) -> String {
        let named = |axes: &[&Axis]| match axes {
            [] => String::new(),
            [axis, ..] if axes.len() > MOST_TIED => {
                let value = whole(axis.value.unwrap_or_default());
                format!("{} dimensions, each at {value}", axes.len())
            }
            _ => {
                let names: Vec<_> = axes.iter().map(|a| a.label.clone()).collect();
                listed(&names)
            }
        };
        match radar.extremes() {
            Some((high, low)) => {
                format!("Strongest: {}. Most room: {}.", named(&high), named(&low))
            }
            None => format!("{} dimensions; none stands out so far.", radar.axes.len()),
        }
    }

    pub fn why_of(&self, what: &str, shown: &str) -> String {
        format!("{shown}: why this number for {what}?")
    }

    pub fn role(&self, role: Treatment) -> &'static str {
        match role {
            Treatment::Counted => self.counted,
            Treatment::TooEarly => self.early_role,
            Treatment::Open => self.open_role,
            Treatment::DontKnow => self.dont_know_role,
            Treatment::NotApplicable => self.not_applicable_role,
        }
    }

    /// The worked sum of a value; while too little is known, why there is none.
    pub fn worked_value(&self, e: &Explanation) -> String {
        match e.sums.value {
            Some(sum) => self.worked(sum),
            None => self.reading_of(e.reading),
        }
    }

    /// `50 / 3 = 16.67, shown as 17`.
    pub fn worked(&self, sum: Sum) -> String {
        self.division(sum, |result| (fine(result), whole(result)))
    }

    /// `2 / 3 = 66.67 %, shown as 66 %`.
    pub fn worked_share(&self, sum: Sum) -> String {
        self.division(sum, |share| {
            (fine(share * 100.0) + " %", percent_of(share) + " %")
        })
    }

    fn division(&self, sum: Sum, write: impl Fn(f64) -> (String, String)) -> String {
        let Some(result) = sum.result() else {
            return self.none.to_owned();
        };
        let (exact, shown) = write(result);
        let worked = format!("{} / {} = {exact}", fine(sum.weighted), fine(sum.weight));
        if exact == shown {
            worked
        } else {
            format!("{worked}, shown as {shown}")
        }
    }

    pub fn level_reason(&self, q: &Questionnaire, reason: &LevelReason) -> String {
        let reached = format!("Level reached: {}.", self.level_name(reason.reached));
        let Some(next) = &reason.next else {
            return reached;
        };
        let (needed, of) = REACHED_SHARE;
        let standing = format!(
            "For {}, practices worth {} of the weight must stand there or higher; {} of {} do.",
            self.level_name(next.level),
            percent(needed / of),
            fine(next.standing.weighted),
            fine(next.standing.weight)
        );
        let title = |id: &String| {
            let practice = q.practices.iter().find(|p| p.id.as_str() == id);
            practice.map_or_else(|| id.clone(), |p| format!("“{}”", p.title))
        };
        let held: Vec<_> = next.held_by.iter().map(title).collect();
        if held.is_empty() {
            format!("{reached} {standing}")
        } else {
            let held = held.join(", ");
            format!(
                "{reached} {standing} Key practices that stand more than one level below: {held}."
            )
        }
    }

    pub fn step(&self, step: &Step) -> String {
        format!(
            "{} to {}",
            self.level_name(step.from),
            self.level_name(step.to)
        )
    }

    /// How much work a step is.
    pub fn effort(&self, effort: Effort) -> &'static str {
        match effort {
            Effort::S => "days",
            Effort::M => "weeks",
            Effort::L => "months",
        }
    }

    /// Why a step is where it is.
    pub fn step_reasons(&self, step: &Step, share: Option<f64>) -> String {
        let target = if step.is_own_target {
            "your target"
        } else {
            "the usual target"
        };
        let mut reasons = vec![format!(
            "{} below {target}, level {}",
            levels(step.gap),
            step.target.number()
        )];
        match step.unlocks.len() {
            0 => {}
            1 => reasons.push("1 other practice stands on it".to_owned()),
            n => reasons.push(format!("{n} other practices stand on it")),
        }
        if stakes_factor(step.stakes, step.from) > 1.0 {
            reasons.push(stakes(step.stakes).to_owned());
        }
        reasons.extend(side(step.side).map(str::to_owned));
        reasons.push(format!("effort: {}", self.effort(step.effort)));
        let share = share.unwrap_or(0.0);
        reasons.push(if share < RARE {
            "with more answers or slightly different weightings, others come first".to_owned()
        } else {
            format!(
                "among the first {SHOWN} in {} of slightly different weightings",
                percent(share)
            )
        });
        reasons.join("; ") + "."
    }

    pub fn lean(&self, lean: &Lean) -> String {
        let text = &lean.statement.text;
        if lean.is_certain {
            text.clone()
        } else {
            format!("{text} {}", self.may_turn)
        }
    }

    pub fn tension(&self, name: &str, t: &Contrast) -> String {
        let (practice, outcome) = (whole(t.practice), whole(t.outcome));
        let question = if t.practice > t.outcome {
            "The practices look better than what is measured. Do they reach what the metrics measure, or are they younger than the numbers?"
        } else {
            "The measurements look better than the practices. What achieves them, and would it last if the people changed?"
        };
        format!(
            "{name}: practices at {practice}, {} measurements at {outcome}. {question}",
            t.metrics
        )
    }

    pub fn points(&self, level: Level) -> String {
        format!("{} points", whole(level.points()))
    }

    /// The level of a measurement, and where the next one begins.
    pub fn measured(&self, metric: &Metric, e: &MetricExplanation) -> String {
        let level = self.level_name(e.level);
        match (e.next, e.level.next()) {
            (Some(cut), Some(next)) => {
                let or = match metric.better {
                    Better::Higher => "more",
                    Better::Lower => "less",
                };
                let (next, cut, unit) = (next.number(), write(cut), &metric.unit);
                format!("{level}; {next} at {cut} {unit} or {or}")
            }
            _ => level,
        }
    }

    pub fn scoring_early(&self) -> String {
        format!(
            "Known is the share of what applies that has a level. Below {}, a part is “{}”: its range stands, and no value, level or rank.",
            percent(ENOUGH_COVERAGE),
            self.too_early
        )
    }

    pub fn scoring_level_text(&self) -> String {
        let (needed, of) = REACHED_SHARE;
        format!(
            "A level is reached when practices worth {} of the applicable weight stand there or higher, and no key practice stands more than one level below it. “Between” stands at the lower level; open and unknown answers stand at 1. Level 1 needs nothing.",
            percent(needed / of)
        )
    }

    pub fn scoring_steps_text(&self) -> String {
        format!(
            "A step is one level up for a practice that is below its target ({}, or {} for key practices, unless you set another) and whose prerequisites stand at the level of the step, or at {}. Its place is gap × weight × leverage × stakes / effort: the gap in levels, the weight in the whole, 1 plus {} for each practice that waits for it, up to {} where standing at level 1 can cost the business, and {}, {} or {} for days, weeks or months of work. To see how firm the order is, weights are stretched and shrunk by up to {} times and uncertain answers drawn at random, many times over.",
            self.level_name(DEFAULT_TARGET),
            self.level_name(KEY_TARGET),
            self.level_name(FIRM),
            fine(LEVERAGE),
            fine(stakes_factor(Stakes::Grave, Level::Initial)),
            fine(effort_factor(Effort::S)),
            fine(effort_factor(Effort::M)),
            fine(effort_factor(Effort::L)),
            fine(robust::STRETCH)
        )
    }

    pub fn scoring_insight_text(&self) -> String {
        format!(
            "Two numbers must be {} points apart, which is one level, before a difference is worth a sentence. Practices are compared with measurements where at least {} metrics of a discipline are measured.",
            whole(WORTH_A_SENTENCE),
            outcome::FEWEST
        )
    }
}

/// So many that tie are named one by one.
const MOST_TIED: usize = 2;

/// `A`, `A and B`, `A, B and C`.
pub(super) fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

fn levels(gap: f64) -> String {
    match fine(gap).as_str() {
        "1" => "One level".to_owned(),
        gap => format!("{gap} levels"),
    }
}

fn stakes(stakes: Stakes) -> &'static str {
    match stakes {
        Stakes::Ordinary => "",
        Stakes::Serious => "while it is low, users or people get hurt",
        Stakes::Grave => "while it is low, a single failure can cost the business",
    }
}

fn side(side: Side) -> Option<&'static str> {
    match side {
        Side::Anyone => None,
        Side::User => Some("a step for those who use the platform"),
        Side::Provider => Some("a step for those who run the platform"),
    }
}
