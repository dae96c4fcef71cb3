//! The sentences of a page: what to do now, next and later.

use super::super::{Words, whole};
use crate::advice::{Card, Prospect};
use crate::model::text::isolated;
use crate::model::{Horizon, Level, Questionnaire};

super::super::fixed::words! { RoadmapWords EN
    suggested: "What you could take up next",
    suggested_lead: "What is worth most for its effort comes first, as in the results.",
    why: "Why this one",
    the_action: "The action",
    to: "to",
    comes_to: "What your plan comes to",
    comes_to_lead: "Only what is in your plan and still to be done counts. Stroke: today. Outlined: once all of it is done.",
    nothing_moves: "Nothing in your plan moves a practice yet: add one of the steps below.",
    stays: "Your plan leaves every value as it is printed today.",
    early: "Too early to say what your plan comes to. Answer more questions first.",
    take_along: "Take along",
    as_jira: "CSV for Jira",
    as_markdown: "Markdown",
    as_calendar: "Calendar (.ics)",
    horizon_now: "Now",
    horizon_next: "Next",
    horizon_later: "Later",
    empty: "Nothing here yet.",
    action_add: "Add an action",
    action_take: "Add to plan",
    action_what: "What",
    action_owner: "Owner",
    action_due: "Due",
    action_how_far: "Status",
    action_when: "When",
    action_open: "Open",
    action_doing: "In progress",
    action_done: "Done",
    action_dropped: "Dropped",
    untitled: "No words yet",
    close: "Close",
    no_level: "no level",
}

impl Words {
    /// What the plan comes to, in a sentence. `moves` is whether anything in it moves a practice.
    pub fn plan_comes_to(
        &self,
        q: &'static Questionnaire,
        all: &[Prospect],
        moves: bool,
    ) -> String {
        let r = self.roadmap_page();
        let known = all
            .iter()
            .filter_map(|p| Some((p, p.score.value()?, p.then?)));
        if known.clone().next().is_none() {
            return r.early.to_owned();
        }
        if !moves {
            return r.nothing_moves.to_owned();
        }
        let moved = known.filter(|(_, now, then)| whole(*now) != whole(*then));
        let moved = moved.map(|(p, now, then)| {
            let name = self.part_name(q, &p.score.id);
            format!("{name} {} to {}", whole(now), whole(then))
        });
        let moved: Vec<_> = moved.collect();
        if moved.is_empty() {
            return r.stays.to_owned();
        }
        format!("Your plan: {}.", moved.join(", "))
    }

    /// Whether a part is printed with another value once all is done.
    pub fn moves(&self, p: &Prospect) -> bool {
        let both = p.score.value().zip(p.then);
        both.is_some_and(|(now, then)| whole(now) != whole(then))
    }

    /// What stands at the right of a part's strip.
    pub fn prospect_value(&self, p: &Prospect) -> String {
        match (p.score.value(), p.then) {
            (Some(now), Some(then)) if whole(now) != whole(then) => {
                format!("{} → {}", whole(now), whole(then))
            }
            _ => self.strip_value(&p.score),
        }
    }

    /// The same for those who hear it.
    pub fn prospect_says(&self, name: &str, p: &Prospect) -> String {
        match (p.score.value(), p.then) {
            (Some(now), Some(then)) if whole(now) != whole(then) => {
                format!("{name}: {} to {}", whole(now), whole(then))
            }
            (Some(now), Some(_)) => format!("{name}: stays at {}", whole(now)),
            _ => format!("{name}: {}", self.reading(&p.score)),
        }
    }

    /// What a card is called.
    pub fn card_title(&self, card: &Card) -> String {
        match card.what.trim() {
            "" => self.roadmap_page().untitled.to_owned(),
            what => what.to_owned(),
        }
    }

    /// By when, and whether that is over.
    pub fn due_said(&self, card: &Card) -> String {
        if card.is_late {
            format!("Overdue: {}", card.due)
        } else {
            format!("By {}", card.due)
        }
    }

    /// From which level to which, where the practice may have none.
    pub fn level_or_none(&self, level: Option<Level>) -> String {
        level.map_or_else(
            || self.roadmap_page().no_level.to_owned(),
            |l| self.level_name(l),
        )
    }

    /// From one level to another.
    pub fn from_to(&self, from: &str, to: &str) -> String {
        format!("{from} to {to}")
    }

    /// What a plan that leaves is called.
    pub fn plan_of(&self, team: &str) -> String {
        format!("Plan of {}", isolated(team))
    }

    /// The name of a button that moves a card.
    pub fn move_what(&self, horizon: Horizon, what: &str) -> String {
        format!("Move to {}: {}", self.horizon(horizon), isolated(what))
    }

    /// That a card was moved.
    pub fn moved_to(&self, horizon: Horizon) -> String {
        format!("Moved to {}.", self.horizon(horizon))
    }
}
