//! The whole document, and its first page alone.

use super::blocks::{Block, Report, Table, texts};
use super::{Days, cover, detail, rounds, workshop};
use crate::advice::{self, Headline};
use crate::figure::{Ink, Radar, Standing};
use crate::formats::logo::Logo;
use crate::model::{Assessment, Questionnaire};
use crate::scoring::{Score, Scorecard, score};
use crate::words::words;

/// How much of what stands out fits on one page with the rest.
const FOUND: usize = 4;
/// So many next steps stand on one page.
const FIRST: usize = 3;

impl Report {
    /// The report on an assessment, today, in full.
    #[must_use]
    pub fn of(q: &'static Questionnaire, a: &Assessment, days: &Days) -> Self {
        let w = words();
        let card = score(q, a);
        let mut report = Self {
            title: a.team().to_owned(),
            logo: Logo::of(a),
            accent: None,
            blocks: cover::blocks(a, true),
        };
        let found = advice::headline(q, a, &card);
        report.verdict(&found, w.headline_lead(q, &found));
        report.add(Block::Text(w.report_cover(q, a, days.today)));
        report.brief(q, a, &card, true);
        let snapshots = a.snapshots();
        if !snapshots.is_empty() {
            let states = snapshots.iter().map(|(_, s)| (s.name.clone(), &s.state));
            let mut states: Vec<_> = states.collect();
            states.push((w.present_state(a), a));
            let trend = rounds::trend(q, &states);
            let finding = w.trend_finding(&trend);
            report.heading(2, w.rounds_page().trend);
            let marks = trend.marks(736.0, Ink::LIGHT, 1.0);
            report.add(Block::Figure(marks, finding, ""));
            report.add(Block::Table(rounds::values(q, &states)));
            let measured = rounds::measurements(q, &states);
            report.blocks.extend(measured.map(Block::Table));
        }
        report.blocks.extend(workshop::blocks(q, a, days));
        report.heading(2, w.report_page().detail);
        report.add(Block::Table(scores(
            q,
            w.by_dimension,
            w.dimension,
            &card.dimensions,
        )));
        report.blocks.extend(detail::measurements(q, a, &card));
        report.add(Block::Table(detail::practices(q, a)));
        report.blocks.extend(detail::why(q, a));
        report
    }

    /// The first page alone: profile, what stands out, next steps.
    #[must_use]
    pub fn one_page(q: &'static Questionnaire, a: &Assessment, day: &str) -> Self {
        let mut report = Self {
            title: a.team().to_owned(),
            logo: Logo::of(a),
            accent: None,
            blocks: cover::blocks(a, false),
        };
        let card = score(q, a);
        // What is strong and weak stands on the same page.
        let found = advice::headline(q, a, &card);
        report.verdict(&found, words().headline_value(&found));
        report.add(Block::Text(words().report_cover(q, a, day)));
        report.brief(q, a, &card, false);
        report
    }

    fn add(&mut self, block: Block) {
        self.blocks.push(block);
    }

    fn heading(&mut self, level: u8, text: &str) {
        self.add(Block::Heading(level, text.to_owned()));
    }

    /// What it comes to, as on top of the results.
    fn verdict(&mut self, found: &Headline, why: String) {
        let verdict = words().headline("", found);
        self.add(Block::Text(format!("{verdict}. {why}")));
    }

    /// Profile, what stands out, next steps: at length, or so that all fits on one page.
    fn brief(
        &mut self,
        q: &'static Questionnaire,
        a: &Assessment,
        card: &Scorecard,
        at_length: bool,
    ) {
        let w = words();
        let mut parts = card.disciplines.clone();
        parts.push(card.overall.clone());
        self.add(Block::Table(scores(
            q,
            w.by_discipline,
            w.discipline,
            &parts,
        )));
        let standing = Standing::of(q, card);
        if !standing.groups.is_empty() {
            let marks = standing.marks(736.0, Ink::LIGHT, 1.0);
            let finding = w.radar_finding(&Radar::of(q, card));
            let key = w.of_results().standing_key;
            self.add(Block::Figure(marks, finding, key));
        }
        self.heading(2, w.stands_out);
        let mut found = detail::stands_out(q, a, card);
        let actions = detail::actions(q, a, at_length);
        // A plan takes room, and says what is next by itself.
        let less = usize::from(!actions.is_empty());
        if !at_length {
            found.truncate(FOUND - less);
        }
        if found.is_empty() {
            self.add(Block::Text(w.nothing_stands_out.to_owned()));
        } else {
            self.add(Block::List(found.into_iter().map(|f| f.text).collect()));
        }
        self.blocks.extend(actions);
        self.heading(2, w.next_steps);
        let steps = advice::next_steps(q, a);
        let robust = advice::stable(q, a);
        let item = |step: &advice::Step| {
            let title = q.practice(step.practice).map_or("", |p| p.title.as_str());
            let said = format!("{title} ({}). {}", w.step(step), step.first);
            if !at_length {
                return said;
            }
            let share = robust.iter().find(|r| r.practice == step.practice);
            said + " " + &w.step_reasons(step, share.map(|r| r.share))
        };
        let most = if at_length {
            advice::SHOWN
        } else {
            FIRST - less
        };
        let steps: Vec<_> = steps.iter().take(most).map(item).collect();
        if steps.is_empty() {
            self.add(Block::Text(w.no_steps.to_owned()));
        } else {
            self.add(Block::Steps(steps));
        }
    }
}

/// Scores, a row each, under the name of the part that each is of.
pub(super) fn scores(
    q: &'static Questionnaire,
    caption: &str,
    part: &'static str,
    scores: &[Score],
) -> Table {
    let w = words();
    let row = |s: &Score| {
        vec![
            w.numbered(q, &s.id),
            w.reading(s),
            w.interval(s),
            w.coverage(s),
            w.level_of(s),
        ]
    };
    Table {
        caption: caption.to_owned(),
        head: texts(w.score_head(part)),
        rows: scores.iter().map(row).collect(),
    }
}
