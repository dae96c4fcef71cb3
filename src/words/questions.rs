//! Sentences on what is asked and how far one is.

use super::Words;
use crate::model::version::plain;
use crate::model::{Answer, Got, Onward, Progress, Questionnaire, Setting, Side};
use crate::route::Place;

impl Words {
    pub fn place(&self, place: Place) -> &'static str {
        match place {
            Place::Assess => self.place_assess,
            Place::Results => self.results,
            Place::Plan => self.place_plan,
            Place::Share => self.place_share,
        }
    }

    pub fn all_teams(&self, count: usize) -> String {
        match count {
            1 => "Start another assessment".to_owned(),
            n => format!("All {n} assessments, or a new one"),
        }
    }

    pub fn done(&self, progress: Progress) -> String {
        format!("{} of {} answered", progress.answered, progress.asked)
    }

    pub fn all_done(&self, progress: Progress) -> String {
        match progress.asked {
            1 => "The one question is answered.".to_owned(),
            n => format!("All {n} questions are answered."),
        }
    }

    pub fn out_of(&self, progress: Progress) -> String {
        format!("{}/{}", progress.answered, progress.asked)
    }

    /// What stands in the dot of a question.
    pub fn in_dot(&self, answer: Option<&Answer>) -> String {
        match answer {
            None => String::new(),
            Some(Answer::DontKnow) => "?".to_owned(),
            Some(Answer::NotApplicable(_)) => "–".to_owned(),
            Some(Answer::Level(level)) => level.number().to_string(),
            Some(Answer::Between(_)) => match answer.and_then(Answer::level) {
                Some(lower) => format!("{}½", lower.number()),
                None => String::new(),
            },
        }
    }

    /// What a question was answered with.
    pub fn answered(&self, answer: Option<&Answer>) -> String {
        format!("Answered: {}", self.answer(answer))
    }

    /// What stands for a question on the map.
    pub fn dot(&self, title: &str, answer: Option<&Answer>, got: Got) -> String {
        let answer = self.answer(answer);
        match got {
            Got::Carried => format!("{title}: {answer}, to confirm"),
            _ => format!("{title}: {answer}"),
        }
    }

    /// Where a question stands.
    pub fn place_of(&self, discipline: &str, dimension: &str) -> String {
        format!("{discipline} · {dimension}")
    }

    pub fn all_in(&self, dimension: &str) -> String {
        format!("All questions in {dimension}")
    }

    /// Where it goes on from a question.
    pub fn onward(&self, onward: Onward, got: Got) -> &'static str {
        match (onward, got) {
            (Onward::Next(_), Got::Carried) => self.carried_next,
            (Onward::Next(_), _) => self.next,
            (Onward::Open(_), Got::Carried) => self.carried_open,
            (Onward::Open(_), _) => self.next_open,
            (Onward::Results, Got::Carried) => self.carried_results,
            (Onward::Results, _) => self.to_results,
        }
    }

    pub fn go_on(&self, title: &str, is_first: bool) -> String {
        let verb = if is_first {
            "Begin with"
        } else {
            "Continue with"
        };
        format!("{verb}: {title}")
    }

    /// A length of time, as far as it is known.
    pub fn minutes(&self, minutes: u32) -> String {
        match minutes {
            1 => "about 1 minute".to_owned(),
            n => format!("about {n} minutes"),
        }
    }

    /// Where one is among the questions, and how long those without an answer take.
    pub fn number_and_time(&self, number: usize, of: usize, minutes: u32) -> String {
        let number = self.number(number, of);
        match minutes {
            0 => number,
            n => format!("{number}, {}", self.minutes_to_go(n)),
        }
    }

    /// The same where there is little room: `about 5 min left`.
    pub fn minutes_to_go(&self, minutes: u32) -> String {
        format!("about {minutes} min left")
    }

    pub fn found(&self, count: usize) -> String {
        match count {
            0 => "Nothing asked here has that in its title or question.".to_owned(),
            1 => "1 practice".to_owned(),
            n => format!("{n} practices"),
        }
    }

    pub fn period_of(&self, metric: &str) -> String {
        format!("{}: {metric}", self.measuring_page().period)
    }

    pub fn not_measured(&self, metrics: usize) -> String {
        match metrics {
            0 => "Every metric of the chosen disciplines is measured.".to_owned(),
            1 => "One metric is not measured yet.".to_owned(),
            n => format!("{n} metrics are not measured yet."),
        }
    }

    pub fn scope_quick(&self, questions: usize) -> String {
        format!("Quick check: the {questions} questions that tell most")
    }

    pub fn scope_full(&self, questions: usize) -> String {
        format!("Everything: {questions} questions")
    }

    pub fn about_size(&self, q: &Questionnaire) -> String {
        let quick = q.practices.iter().filter(|p| p.quick).count();
        format!(
            "Version {}: {} disciplines, {} dimensions, {} practices, of which {quick} are in the quick check, and {} metrics.",
            plain(&q.version),
            q.disciplines.len(),
            q.dimensions.len(),
            q.practices.len(),
            q.metrics.len()
        )
    }

    pub fn setting(&self, setting: Setting) -> &'static str {
        match setting {
            Setting::Mobile => "Mobile apps",
            Setting::Embedded => "Embedded software",
            Setting::Packaged => "Software that customers install",
            Setting::Data => "Data and machine learning",
            Setting::Regulated => "Regulated changes",
        }
    }

    /// Who answers a practice, where not any team can.
    pub fn answered_by(&self, side: Side) -> Option<&'static str> {
        match side {
            Side::Anyone => None,
            Side::User => Some("answered by a team that uses the platform"),
            Side::Provider => Some("answered by the team that runs the platform"),
        }
    }

    /// The same beside the question.
    pub fn asked_of(&self, side: Side) -> Option<&'static str> {
        match side {
            Side::Anyone => None,
            Side::User => Some("For a team that uses the platform."),
            Side::Provider => Some("For the team that runs the platform."),
        }
    }
}
