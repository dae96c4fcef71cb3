//! Sentences on workshops.

use super::headline::mid;
use super::language::{Language, chosen};
use super::session::{EN_SESSION, SessionWords};
use super::{Words, whole};
use crate::advice::Middle;
use crate::desk::Halves;
use crate::model::text::isolated;
use crate::model::{Answer, Counts, Role, Step};
use crate::workshop::Tally;

/// The fixed words of workshops.
pub fn session_words() -> &'static SessionWords {
    match chosen() {
        Language::English => &EN_SESSION,
    }
}

/// A level, or halfway to the next, as a number: `2`, `2½`.
fn step_short(step: Step) -> String {
    let half = if step.is_half() { "½" } else { "" };
    format!("{}{half}", step.level().number())
}

fn camps(one: Step, other: Step) -> String {
    format!("two camps: {} and {}", step_short(one), step_short(other))
}

fn some(count: usize, one: &str, many: &str) -> String {
    match count {
        1 => format!("1 {one}"),
        n => format!("{n} {many}"),
    }
}

impl Words {
    pub fn role_in_room(&self, role: Role) -> &'static str {
        match role {
            Role::Development => "Development",
            Role::Operations => "Operations",
            Role::Platform => "Platform",
            Role::Product => "Product",
            Role::Management => "Management",
        }
    }

    /// A workshop's title with its day, unless the title says it.
    pub fn workshop_on(&self, title: &str, day: &str) -> String {
        match title {
            "" => self.workshop_title(day),
            title if title.contains(day) => isolated(title),
            title => format!("{}, {day}", isolated(title)),
        }
    }

    /// What a workshop is called unless someone says otherwise.
    pub fn workshop_title(&self, day: &str) -> String {
        format!("Workshop {day}")
    }

    /// A set-up is kept under this name.
    pub fn set_up_kept(&self, name: &str) -> String {
        format!(
            "{} is kept. It is offered under “Start from”.",
            isolated(name)
        )
    }

    pub fn practices(&self, count: usize) -> String {
        some(count, "practice", "practices")
    }

    /// How many ballots are in, of so many people; 0 where nobody said how many there are.
    pub fn ballots(&self, count: usize, expected: usize) -> String {
        match (count, expected) {
            (0, 0) => "No ballot is in yet.".to_owned(),
            (n, 0) => format!("{} in.", some(n, "ballot is", "ballots are")),
            (n, of) if n >= of => format!("All {} in.", some(n, "ballot is", "ballots are")),
            (n, of) => format!("{n} of {} in.", some(of, "ballot is", "ballots are")),
        }
    }

    /// Before a reveal of which everybody could tell who said what.
    pub fn few_ballots(&self, count: usize) -> String {
        format!(
            "Only {} in. With fewer than three, the room can tell who said what. Tell everyone, or wait for more.",
            some(count, "ballot is", "ballots are")
        )
    }

    /// When the ballots were laid open, and how many there were.
    pub fn revealed(&self, time: &str, ballots: u32) -> String {
        let ballots = some(ballots as usize, "ballot", "ballots");
        format!("Revealed at {time} with {ballots}.")
    }

    /// What the team had answered before the workshop.
    pub fn answer_before(&self, answer: &Answer) -> String {
        format!("Before the workshop: {}.", self.answer(Some(answer)))
    }

    /// What the ballots said before hands were counted.
    pub fn at_first(&self, counts: &Counts) -> String {
        format!("At first: {}.", self.votes(counts))
    }

    /// One ballot, without what it says.
    pub fn one_ballot(&self, number: usize, name: &str, role: Option<Role>) -> String {
        let whose = if name.is_empty() {
            format!("Ballot {number}")
        } else {
            isolated(name)
        };
        role.map_or(whose.clone(), |r| {
            format!("{whose} · {}", self.role_in_room(r))
        })
    }

    pub fn answered_of(&self, answered: usize, asked: usize) -> String {
        format!("{answered} of {asked} answered")
    }

    /// What pasting a text brought.
    pub fn counted(&self, new: usize, replaced: usize, again: usize) -> String {
        let mut said = vec![format!("{} new.", some(new, "ballot is", "ballots are"))];
        if replaced > 0 {
            let n = some(replaced, "replaces an earlier one", "replace earlier ones");
            said.push(format!("{n} of the same person."));
        }
        if again > 0 {
            let n = some(again, "was there already", "were there already");
            said.push(format!("{n}."));
        }
        said.join(" ")
    }

    /// What the room says of a practice, in a sentence.
    pub fn room(&self, tally: &Tally) -> String {
        let Counts {
            dont_know,
            not_applicable,
            ..
        } = tally.counts;
        let mut said = Vec::new();
        if let Some(a) = &tally.agreement {
            let people: usize = a.distribution.iter().sum();
            let (low, high) = a.spread;
            let from_to = format!("from {} to {}", step_short(low), step_short(high));
            said.push(match a.middle {
                _ if people == 1 => {
                    format!("One person chose a level: {}.", mid(&self.step_name(low)))
                }
                _ if low == high => format!(
                    "All {people} who chose a level say {}.",
                    mid(&self.step_name(low))
                ),
                Middle::At(middle) => format!(
                    "The middle is {}; answers go {from_to}.",
                    mid(&self.step_name(middle))
                ),
                Middle::Camps(one, other) => format!(
                    "Two camps, half of the room each: {} and below, {} and above. Answers go {from_to}.",
                    step_short(one),
                    step_short(other)
                ),
            });
        }
        if dont_know > 0 {
            let n = some(dont_know as usize, "does not know", "do not know");
            said.push(format!("{n}."));
        }
        if not_applicable > 0 {
            let n = some(not_applicable as usize, "says", "say");
            said.push(format!("{n} that it does not apply."));
        }
        if let Some([low, high]) = tally.counts.gap {
            said.push(format!(
                "{} sees it at {}, {} at {}.",
                self.role_in_room(low.0),
                step_short(low.1),
                self.role_in_room(high.0),
                step_short(high.1)
            ));
        }
        if said.is_empty() {
            said.push("Nobody has answered.".to_owned());
        }
        said.join(" ")
    }

    /// The same as short as a list needs it.
    pub fn room_briefly(&self, tally: &Tally) -> String {
        let levels = tally.agreement.as_ref().map(|a| match a.middle {
            _ if a.spread.0 == a.spread.1 => format!("all at {}", step_short(a.spread.0)),
            Middle::Camps(one, other) => camps(one, other),
            Middle::At(_) => format!("{} to {}", step_short(a.spread.0), step_short(a.spread.1)),
        });
        let unsure = match tally.counts.dont_know {
            0 => None,
            n => Some(format!("{n} don’t know")),
        };
        let said: Vec<_> = levels.into_iter().chain(unsure).collect();
        said.join(", ")
    }

    /// How many said what, for a table: `2 at 1, 3 at 4½, 1 don’t know`.
    pub fn votes(&self, counts: &Counts) -> String {
        let steps = counts.steps();
        let steps = steps.map(|(step, n)| (n, format!("at {}", step_short(step))));
        let others = [
            (counts.dont_know, "don’t know".to_owned()),
            (counts.not_applicable, "not applicable".to_owned()),
        ];
        let all = steps.chain(others).filter(|(n, _)| *n > 0);
        let said: Vec<_> = all.map(|(n, what)| format!("{n} {what}")).collect();
        if said.is_empty() {
            self.none.to_owned()
        } else {
            said.join(", ")
        }
    }

    /// The same, with what was said before the room voted once more.
    pub fn votes_with_first(&self, counts: &Counts, first: Option<&Counts>) -> String {
        let now = self.votes(counts);
        match first {
            Some(first) => format!("{now}; at first {}", self.votes(first)),
            None => now,
        }
    }

    /// A level, or what lies between two, as answers say it.
    pub fn step_name(&self, step: Step) -> String {
        self.answer(Some(&step.answer()))
    }

    /// How many say so, beside what they say; nothing where nobody does.
    pub fn votes_for(&self, count: u32) -> String {
        match count {
            0 => String::new(),
            n => some(n as usize, "vote", "votes"),
        }
    }

    /// The middle of the room, for a table.
    pub fn middle(&self, middle: Option<Middle>) -> String {
        match middle {
            None => self.none.to_owned(),
            Some(Middle::At(step)) => self.step_name(step),
            Some(Middle::Camps(one, other)) => camps(one, other),
        }
    }

    /// Minutes and seconds that are left.
    pub fn time_left(&self, millis: u64) -> String {
        let seconds = millis.div_ceil(1000);
        format!("{}:{:02}", seconds / 60, seconds % 60)
    }

    /// How much time is left for all, and for how many practices that is enough.
    pub fn minutes_left(&self, minutes: u64, fits: usize) -> String {
        let minutes = usize::try_from(minutes).unwrap_or_default();
        format!(
            "{} left, enough for {}.",
            some(minutes, "minute is", "minutes are"),
            self.practices(fits)
        )
    }

    pub fn take_agreed(&self, count: usize) -> String {
        match count {
            1 => "Take this answer".to_owned(),
            n => format!("Take these {n} answers"),
        }
    }

    pub fn took_agreed(&self, count: usize) -> String {
        format!("{} taken over.", some(count, "answer was", "answers were"))
    }

    pub fn take_middle(&self, step: Step) -> String {
        format!("Take the middle: {}", self.step_name(step))
    }

    /// Who took part, for the report.
    pub fn took_part(&self, people: u32, names: &[String]) -> String {
        let people = some(people as usize, "person took part", "people took part");
        if names.is_empty() {
            format!("{people}.")
        } else {
            let names: Vec<_> = names.iter().map(|name| isolated(name)).collect();
            format!("{people}: {}.", names.join(", "))
        }
    }

    /// How many practices the room settled, and on how many it was of one mind or of two.
    pub fn room_agreement(&self, agreed: usize, of: usize, one: usize, two: usize) -> String {
        let mut said = vec![format!("Agreed on {agreed} of {}.", self.practices(of))];
        said.extend((one > 0).then(|| format!("All voted alike on {one}.")));
        said.extend((two > 0).then(|| format!("Two camps on {two}.")));
        said.join(" ")
    }

    /// What became of two halves of a workshop.
    pub fn halves(&self, halves: &Halves) -> String {
        let mut said = Vec::new();
        if halves.ballots > 0 {
            let n = some(halves.ballots, "ballot was", "ballots were");
            said.push(format!("{n} joined to its workshop."));
        }
        if halves.late > 0 {
            let n = some(halves.late, "ballot", "ballots");
            said.push(format!(
                "{n} of its workshop came after the end, and did not count."
            ));
        }
        if let Some((here, there)) = halves.apart {
            said.push(format!(
                "Both halves of its workshop were finished before they met, with {} here and {} in the file. Ballots are gone by then, so nobody can tell who is in both: each is kept as a workshop of its own.",
                some(here as usize, "person", "people"),
                some(there as usize, "person", "people")
            ));
        }
        for (title, mine, file) in &halves.conflicts {
            said.push(format!(
                "Both halves agreed on “{title}”: here on “{}”, in the file on “{}”. The later answer stands: look at it together.",
                self.answer(Some(mine)),
                self.answer(Some(file))
            ));
        }
        said.join(" ")
    }

    /// What the room's spread means for the whole.
    pub fn room_range(&self, (low, high): (f64, f64)) -> String {
        format!(
            "Overall {} if the lower quarter of the room is right on every practice, {} if the upper quarter is.",
            whole(low),
            whole(high)
        )
    }

    pub fn finished(&self, agreed: usize, people: usize) -> String {
        format!(
            "The workshop is finished: {} agreed, {} counted.",
            self.practices(agreed),
            some(people, "ballot", "ballots")
        )
    }

    pub fn vote_of(&self, at: usize, of: usize) -> String {
        format!("Question {at} of {of}")
    }

    /// How long a ballot takes.
    pub fn vote_length(&self, questions: usize, minutes: u32) -> String {
        let questions = some(questions, "question", "questions");
        format!("{questions}, {}.", self.minutes(minutes))
    }
}
