//! Sentences on questionnaires of one's own.

use super::Words;
use super::insight::listed;
use crate::formats::questionnaire_toml::{Beside, Remark};
use crate::formats::workspace_json::MAX_FILE;
use crate::model::text::isolated;
use crate::model::version::plain;
use crate::model::{Practice, Questionnaire, QuestionnaireRef};
use crate::storage::StoreError;

impl Words {
    /// What a questionnaire is called, with its version.
    pub fn questionnaire_name(&self, q: &Questionnaire) -> String {
        format!("{} {}", q.title, plain(&q.version))
    }

    /// How much it asks.
    pub fn how_much_asked(&self, q: &Questionnaire) -> String {
        let quick = q.practices.iter().filter(|p| p.quick).count();
        let quick = match quick {
            0 => "none of them in the quick check".to_owned(),
            quick => format!("{quick} in the quick check"),
        };
        let practices = count(q.practices.len(), "practice", "practices");
        let metrics = count(q.metrics.len(), "measurement", "measurements");
        format!("{practices} ({quick}) and {metrics}.")
    }

    /// How a questionnaire differs from the one that it extends.
    pub fn unlike_base(&self, base: &Questionnaire, beside: Beside) -> String {
        let Beside {
            added,
            changed,
            dropped,
        } = beside;
        let parts = [(added, "new"), (changed, "changed"), (dropped, "left out")];
        let parts = parts.into_iter().filter(|(n, _)| *n > 0);
        let parts: Vec<_> = parts.map(|(n, what)| format!("{n} {what}")).collect();
        let name = self.questionnaire_name(base);
        match parts.len() {
            0 => format!("It asks the same as {name}."),
            _ => format!("Beside {name}: {}.", listed(&parts)),
        }
    }

    /// Which teams answer it.
    pub fn which_teams(&self, teams: &[String]) -> String {
        const SHOWN: usize = 5;
        let shown = teams.iter().take(SHOWN);
        let shown: Vec<_> = shown.map(|team| isolated(team)).collect();
        match teams.len() {
            0 => "No team answers it yet.".to_owned(),
            n if n > SHOWN => format!(
                "Answered by {} and {} more teams.",
                shown.join(", "),
                n - SHOWN
            ),
            _ => format!("Answered by {}.", listed(&shown)),
        }
    }

    /// That a file is larger than any that is opened.
    pub fn too_large_for_any(&self, bytes: usize) -> String {
        format!(
            "This file has {bytes} bytes, and at most {MAX_FILE} are read. Nothing was changed."
        )
    }

    /// Why it cannot be removed.
    pub fn not_removable(&self, teams: usize) -> String {
        let teams = count(teams, "assessment answers", "assessments answer");
        format!("It stays as long as {teams} it.")
    }

    /// What is remarked about a document, and where.
    pub fn remark(&self, remark: &Remark) -> String {
        let Remark {
            line,
            path,
            message,
            ..
        } = remark;
        match path.as_str() {
            "" => format!("Line {line}: {message}"),
            path => format!("Line {line}, {path}: {message}"),
        }
    }

    /// How much may be regretted.
    pub fn regrets(&self, n: usize) -> String {
        count(n, "thing to look at", "things to look at")
    }

    /// That another questionnaire claims the same number.
    pub fn same_number(&self, q: &Questionnaire) -> String {
        format!(
            "Another {} is here, and what it asks is not the same. Both can be kept; whoever changes a questionnaire should raise its version.",
            self.questionnaire_name(q)
        )
    }

    /// That two are told apart by their content.
    pub fn told_apart(&self, reference: &QuestionnaireRef) -> String {
        let content = reference.version.split('+').nth(1).unwrap_or_default();
        format!("Content {content}: another one has the same number.")
    }

    /// That an assessment's questions are not here.
    pub fn missing_questionnaire(&self, team: &str, missing: &QuestionnaireRef) -> String {
        format!(
            "{} answers the questionnaire “{}”, version {}, which this browser does not have. Its answers are kept. Ask whoever sent you the answers for the questionnaire’s file, or for a download of the assessment, which carries it, and open it here.",
            isolated(team),
            missing.id,
            plain(&missing.version)
        )
    }

    /// Over what teams that answer several questionnaires are compared.
    pub fn compared_across(&self, all: &[&Questionnaire], common: usize) -> String {
        let names: Vec<_> = all.iter().map(|q| self.questionnaire_name(q)).collect();
        let common = count(common, "practice", "practices");
        format!(
            "These teams answer {}. They are compared over the {common} that all of these ask; what only some ask counts on no side.",
            listed(&names)
        )
    }

    /// What one of several questionnaires asks beside what all ask.
    pub fn asked_alone(&self, q: &Questionnaire, practices: &[&Practice]) -> String {
        let titles: Vec<_> = practices.iter().map(|p| p.title.clone()).collect();
        format!(
            "Only {} asks: {}.",
            self.questionnaire_name(q),
            listed(&titles)
        )
    }

    /// The title of the list of what only some ask.
    pub fn asked_by_some(&self) -> &'static str {
        "What only some of them ask"
    }

    /// What somebody chooses whose teams answer questionnaires that have nothing in common.
    pub fn which_questionnaire(&self) -> &'static str {
        "Teams that answer"
    }

    /// One of these, and how many teams answer it.
    pub fn family(&self, all: &[&Questionnaire], teams: usize) -> String {
        let mut names: Vec<_> = all.iter().map(|q| q.title.clone()).collect();
        names.dedup();
        format!("{} ({})", listed(&names), count(teams, "team", "teams"))
    }

    /// The way to the questionnaires of one's own.
    pub fn start_with_own(&self) -> &'static str {
        "Assess a team with a questionnaire of your own"
    }

    /// What to do about a link whose questionnaire is not here.
    pub fn ask_for_questionnaire(&self) -> &'static str {
        "If it is about a questionnaire of your organisation’s own, ask whoever sent the link for its file, and open that here: the link works then."
    }

    /// Opens such a file.
    pub fn open_questionnaire(&self) -> &'static str {
        "Open the questionnaire’s file"
    }

    /// That a file was of no use for a link.
    pub fn not_that_questionnaire(&self) -> &'static str {
        "That file holds no questionnaire that can be used here. Nothing was changed."
    }

    /// That phones need the questionnaire before the link.
    pub fn phones_need(&self, q: &Questionnaire) -> String {
        format!(
            "This workshop asks {}. Phones do not have it yet: send its file along with the link, and the page asks for it. Whoever once opened it needs it no more.",
            self.questionnaire_name(q)
        )
    }

    /// That a questionnaire could not be kept.
    pub fn questionnaire_not_kept(&self, why: StoreError) -> String {
        format!(
            "The questionnaire could not be kept in this browser: {}. Download it before you close this page.",
            self.store_error(why)
        )
    }
}

fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}
