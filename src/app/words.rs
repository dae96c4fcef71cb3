//! Every sentence of the interface. Components hold none of their own.

mod insight;
mod keeping;
mod questions;

use crate::model::decimal::write;
use crate::model::{Answer, Level, Questionnaire};
use crate::scoring::{Reading, Score};

macro_rules! words {
    ($($name:ident: $text:expr,)*) => {
        /// The fixed sentences of one language.
        pub struct Words { $(pub $name: &'static str,)* }
        /// English.
        pub static EN: Words = Words { $($name: $text,)* };
    };
}

words! {
    home_title: "Your assessments",
    home_lead: "See where your team stands on delivery, reliability and its platform, why, and what to do next.",
    home_none: "Nothing here yet. Start an assessment below, or open a file that someone gave you.",
    start_title: "Start an assessment",
    team_label: "Team",
    team_hint: "A name that you will recognise next quarter.",
    team_missing: "Please give the team a name, so that you can find the assessment again.",
    scope_label: "How much",
    disciplines_label: "Which disciplines",
    disciplines_missing: "Please choose at least one discipline.",
    start: "Start",
    import_title: "Open a file",
    import_hint: "An assessment that was downloaded from Plumbline. Nothing leaves this browser.",
    import_label: "Choose an assessment file",
    import_failed: "The file was not opened, and nothing was changed.",
    import_preview: "What is in the file",
    import_take: "Open as chosen",
    import_leave: "Leave it",
    import_refused: "These parts cannot be opened, and are left out:",
    import_unreadable: "The browser could not read the file.",
    remove: "Remove",
    undo: "Undo",
    export: "Download",
    data_title: "Your data",
    data_lead: "Everything is kept in this browser, twice: in a quick store that is there at once, and in a database that survives a crash of the browser. Nothing is sent anywhere.",
    data_stores: "Stores",
    data_store: "Store",
    data_whole: "State",
    data_records: "Records",
    data_size: "Size",
    data_quick: "Quick store (localStorage)",
    data_safe: "Database (IndexedDB)",
    data_verify: "Verify now",
    data_shared: "Other pages at the same web address can read and change these stores.",
    data_clearing: "A browser may clear them, Safari after 7 days without a visit. A download is safe from that.",
    export_all: "Download everything",
    overview: "Overview",
    measurements: "Measurements",
    results: "Results",
    parts_of: "Parts of this assessment",
    open: "Not answered",
    dont_know: "We don’t know",
    dont_know_text: "We cannot tell yet. The score stays open at this point.",
    not_applicable: "Does not apply to us",
    not_applicable_text: "Leaves the score. Say in a few words why.",
    reason: "Why does it not apply?",
    clear: "Clear answer",
    why: "Why it matters",
    how_to_tell: "How to tell",
    sources: "Sources",
    next: "Next",
    previous: "Previous",
    to_results: "See the results",
    profile: "Profile so far",
    overall: "Overall",
    measurements_lead: "Real numbers show what the practices achieve. They stand beside the score and are never mixed into it. Leave empty what you do not know.",
    measure_how: "How to measure it",
    judgement: "The bands are partly our judgement.",
    published: "The bands are published.",
    not_a_number: "Please write a number, such as 12 or 1.5, with or without a unit. Nothing was stored for this field.",
    period: "Period",
    work_out: "Work it out from counts",
    use_number: "Use this number",
    no_whole: "The second count should be more than 0.",
    budget_title: "What does an objective allow? Error budget and alerts",
    budget_target: "Objective, in %",
    budget_days: "Window, in days",
    no_budget: "Please give an objective above 0 and below 100 %, and a window of 1 to 366 days.",
    alerts: "When to alert on the budget’s burning",
    alert: "Alert",
    alert_page: "Wake someone",
    alert_ticket: "File a ticket",
    alert_windows: "Both windows",
    alert_rate: "Burn rate",
    alert_bad: "Bad events above",
    alert_spent: "Budget gone by then",
    check: "Check answers",
    check_lead: "What is still open, what you do not know, what you left out, and every answer to change.",
    check_open: "Not answered",
    check_dont_know: "We don’t know",
    check_not_applicable: "Does not apply",
    check_contradictions: "Answers to look at together",
    check_all: "Given answers",
    no_reason: "No reason given yet",
    find: "Find a practice",
    back_to_check: "Back to check answers",
    view_list: "Show all of this dimension",
    view_one: "One question at a time",
    not_started: "Not started",
    complete: "Complete",
    change_scope: "Change the name or what is asked",
    change_scope_hint: "Answers to questions that are no longer asked are kept, and come back when they are asked again.",
    sample_lead: "New here? Look around in a filled-in sample of a made-up team.",
    sample_open: "Open the sample",
    sample_notice: "This team is made up, to look around in. Change what you like.",
    sample_remove: "Remove the sample",
    results_lead: "Each value runs from 0 to 100. The range beside it is what is still possible while answers are open.",
    by_discipline: "By discipline",
    by_dimension: "By dimension",
    by_metric: "Measurements",
    discipline: "Discipline",
    dimension: "Dimension",
    metric: "Metric",
    value: "Value",
    possible: "Still possible",
    coverage: "Answered",
    level: "Level reached",
    none: "none",
    too_early: "Too early to say",
    unanswered: "No answers yet",
    nothing_applies: "Does not apply",
    radar_key: "Line and dots: value. Shaded band: what is still possible. Rings: levels 2 to 5.",
    not_found_title: "There is nothing at this address",
    not_found_text: "The link may be incomplete, or the assessment may be kept in another browser. Nothing was changed.",
    home: "All assessments",
    terms: "Words used here",
    about_title: "About the questionnaire",
    about_lead: "What is asked, how the levels are meant, where it comes from, and what is our judgement.",
    about_download: "Download the whole questionnaire",
    about_download_hint: "One readable text with every question, level, first step, metric, rule and source.",
    about_levels: "How the levels are meant",
    about_levels_text: "Each practice is described at five levels by what one would see on a visit. Choose the highest one that describes most of your work today. The highest level is not a goal in itself: some practices are good enough for you at 3.",
    level_1: "Nothing is agreed yet. It depends on who is there.",
    level_2: "It happens here and there.",
    level_3: "It is agreed, written and done.",
    level_4: "It is measured, and the measurement is used.",
    level_5: "It is improved on purpose from what was measured.",
    about_covers: "What is covered",
    about_covers_text: "DevOps is the foundation, the platform scales it, and SRE builds reliability on both. The questions cover each cell of the table in “SRE vs DevOps vs Platform Engineering” (Spike, 2025) and the seven SRE principles.",
    about_covers_all: "All of it",
    about_judgement: "What is our judgement",
    about_judgement_text: "The level texts, weights, prerequisites, the four fifths for a level reached, the thresholds of contradictions, and the levels at which metrics are cut are ours, drawn from the sources. Where somebody published a figure, the metric says so:",
    about_benchmarks: "Published figures",
    about_benchmarks_text: "Only figures that we read in the source. They show how others answered, and are no targets.",
    about_glossary: "Glossary",
    about_sources: "Sources",
    keys_title: "Keyboard",
    keys_on: "Use these keys",
    keys_levels: "Choose a level",
    keys_between: "Between this level and the next",
    keys_dont_know: "We don’t know",
    keys_not_applicable: "Does not apply to us",
    keys_clear: "Clear the answer",
    keys_step: "Next and previous practice",
    keys_dimension: "Next and previous dimension",
    keys_find: "Find a practice",
    keys_undo: "Undo and redo",
    keys_help: "Show these keys",
    note: "Note",
    note_hint: "What led to the answer, for the next time. It stays in this browser and in your files.",
    evidence: "Evidence",
    evidence_hint: "What shows that the answer is so: a page, a dashboard, a document.",
    evidence_title: "What it is",
    evidence_address: "Address",
    evidence_date: "Seen on",
    evidence_open: "Open",
    evidence_add: "Add evidence",
    evidence_remove: "Remove evidence",
    target: "Target",
    target_hint: "Where you want to be. Without one, next steps aim at level 4.",
    no_target: "No target of our own",
    more: "Note, evidence and target",
    next_steps: "Next steps",
    next_steps_lead: "Practices below their target that you can move now, the most worthwhile first. The first thing to do this week stands with each.",
    no_steps: "No next step yet. Answer more questions, or enjoy that every answered practice is at its target.",
    stands_out: "What stands out",
    stands_out_lead: "Answers and measurements that do not seem to fit. Each is a question to discuss; there may be a good reason.",
    nothing_stands_out: "Nothing contradicts itself so far.",
    may_turn: "Open answers could still turn this.",
    why_title: "Why this number?",
    why_parts: "What it is made of",
    why_sums: "The worked sums",
    weight: "Weight",
    role: "How it counts",
    counted: "In the value and the range",
    open_role: "In the range only: not answered",
    dont_know_role: "In the range only: not known",
    not_applicable_role: "Nowhere: does not apply",
    sum: "Sum",
    part: "Part",
    number_head: "Number",
    sum_lowest: "Lowest possible",
    sum_highest: "Highest possible",
    scoring_title: "How scoring works",
    scoring_lead: "Every number can be worked out by hand. These are the rules and the constants, straight from the code that applies them.",
    scoring_points: "What a level is worth",
    scoring_points_text: "“Between” two levels is worth the middle and leaves both open.",
    scoring_value: "Value, range and coverage",
    scoring_value_text: "The value of a dimension is the weighted mean of its practices that have a level. A discipline is the mean of its dimensions, the whole that of its disciplines. All weights are 1 unless the questionnaire says otherwise. What is open or unknown leaves the value alone and widens the range: it could still be level 1 or level 5. What does not apply leaves everything.",
    scoring_level: "Level reached",
    scoring_metrics: "Measurements",
    scoring_metrics_text: "A metric’s level comes from its bands. A number on a cut has reached the better level. Measurements stand beside the practices and are never mixed into one number.",
    scoring_steps: "Next steps",
    scoring_insight: "What stands out",
    scoring_judgement: "The constants on this page are our judgement; the sources describe practices and give no such numbers.",
    published_groups: "Published groups it lies in",
    none_published: "no figures published",
    saving: "Saving…",
    opening: "Opening…",
    trash: "Removed in the last 30 days",
    bring_back: "Bring back",
    saved_nothing: "Everything stays in this browser.",
    some_set_aside: "Some stored data could not be read. It was left as it is. Download it to keep a copy.",
    edited_outside: "The file was edited outside Plumbline. It was opened as it is.",
}

/// Two decimals at most, for worked sums.
fn fine(value: f64) -> String {
    write((value * 100.0).round() / 100.0)
}

/// One decimal at most.
fn tenths(value: f64) -> String {
    write((value * 10.0).round() / 10.0)
}

/// Points and percents are shown whole.
fn whole(value: f64) -> String {
    write(value.round())
}

/// The words in use.
pub fn words() -> &'static Words {
    &EN
}

impl Words {
    pub fn title(&self, page: &str) -> String {
        format!("{page} · Plumbline")
    }

    pub fn between(&self, lower: Level, upper: Level) -> String {
        format!("Between {} and {}", lower.number(), upper.number())
    }

    pub fn level_name(&self, level: Level) -> String {
        format!("{} {}", level.number(), level.name())
    }

    pub fn reading(&self, score: &Score) -> String {
        match score.reading() {
            Reading::NotApplicable => self.nothing_applies.to_owned(),
            Reading::Unanswered => self.unanswered.to_owned(),
            Reading::TooEarly => self.too_early.to_owned(),
            Reading::Value(v) => whole(v),
        }
    }

    pub fn interval(&self, score: &Score) -> String {
        self.span(score.low.zip(score.high))
    }

    /// Lowest and highest, or the one number that they are.
    pub fn span(&self, interval: Option<(f64, f64)>) -> String {
        self.written_span(interval, whole)
    }

    /// The same with decimals, for worked sums.
    pub fn exact_span(&self, interval: Option<(f64, f64)>) -> String {
        self.written_span(interval, fine)
    }

    fn written_span(&self, interval: Option<(f64, f64)>, write: fn(f64) -> String) -> String {
        let Some((low, high)) = interval else {
            return self.none.to_owned();
        };
        let (low, high) = (write(low), write(high));
        if low == high {
            low
        } else {
            format!("{low} to {high}")
        }
    }

    /// Points, or none.
    pub fn worth(&self, value: Option<f64>) -> String {
        value.map_or_else(|| self.none.to_owned(), fine)
    }

    pub fn coverage(&self, score: &Score) -> String {
        // Rounded down: 100 % is said only when nothing is open.
        let percent = |c: f64| whole((c * 100.0).floor()) + " %";
        score.coverage.map_or_else(|| self.none.to_owned(), percent)
    }

    pub fn reached(&self, level: Option<Level>) -> String {
        level.map_or_else(|| self.none.to_owned(), |l| self.level_name(l))
    }

    pub fn interval_and_coverage(&self, score: &Score) -> String {
        let answered = format!("{} answered", self.coverage(score));
        match (score.low, score.high) {
            (Some(low), Some(high)) if low < high => {
                format!("{} · {answered}", self.interval(score))
            }
            _ => answered,
        }
    }

    /// The name of a discipline or dimension, or of the whole.
    pub fn part_name(&self, questionnaire: &'static Questionnaire, id: &str) -> &'static str {
        let discipline = questionnaire
            .disciplines
            .iter()
            .find(|d| d.id.as_str() == id);
        let dimension = questionnaire
            .dimensions
            .iter()
            .find(|d| d.id.as_str() == id);
        let title = discipline.map(|d| &d.title).or(dimension.map(|d| &d.title));
        title.map_or(self.overall, String::as_str)
    }

    pub fn answer(&self, answer: Option<&Answer>) -> String {
        match answer {
            None => self.open.to_owned(),
            Some(Answer::Level(level)) => self.level_name(*level),
            Some(Answer::Between(l)) => self.between(l.level(), l.upper()),
            Some(Answer::DontKnow) => self.dont_know.to_owned(),
            Some(Answer::NotApplicable(_)) => self.not_applicable.to_owned(),
        }
    }

    pub fn number(&self, number: usize, of: usize) -> String {
        format!("{number} of {of}")
    }

    pub fn counted_title(&self, title: &str, count: usize) -> String {
        format!("{title} ({count})")
    }

    pub fn spoken(&self, name: &str, score: &Score) -> String {
        format!(
            "{name}: {}, {}",
            self.reading(score),
            self.interval_and_coverage(score)
        )
    }

    pub fn radar_summary(&self, extremes: Option<(&str, &str)>, axes: usize) -> String {
        match extremes {
            Some((high, low)) => format!("Strongest: {high}. Most room: {low}."),
            None => format!("{axes} dimensions; no two of them can be told apart yet."),
        }
    }
}
