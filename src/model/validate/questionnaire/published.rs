//! What can be wrong with published figures.

use super::check::Check;
use crate::model::published::{ByPeers, SCALE};
use crate::model::{Answers, Benchmark, Better, Metric, MetricId, Peers, Questionnaire, Series};

pub(super) fn check(check: &mut Check, q: &Questionnaire) {
    let published = &q.published;
    for b in &published.benchmarks {
        check.benchmark(q, b);
    }
    for (table, peers) in [
        ("industry", &published.industries),
        ("size", &published.sizes),
    ] {
        for p in peers {
            check.text(format!("{table}/{}/title", p.id), &p.title, 48);
        }
    }
    for answers in &published.answers {
        check.answers(answers);
    }
    for series in &published.series {
        check.series(q, series);
    }
    let any = !published.benchmarks.is_empty() || !published.series.is_empty();
    if any && published.credit.trim().is_empty() {
        let message = "it does not say whose figures these are, and under which licence";
        check.say("benchmark/credit".to_owned(), message);
    }
}

impl Check {
    fn year(&mut self, path: String, year: u16) {
        if !(1990..2100).contains(&year) {
            self.say(path, "that is no year of a report");
        }
    }

    fn measured<'q>(
        &mut self,
        q: &'q Questionnaire,
        path: String,
        id: &MetricId,
    ) -> Option<&'q Metric> {
        let found = q.metric(id);
        if found.is_none() {
            self.say(path, "there is no such metric");
        }
        found
    }

    fn benchmark(&mut self, q: &Questionnaire, b: &Benchmark) {
        let at = |field: &str| format!("benchmark/{}/{field}", b.id);
        self.text(at("definition"), &b.definition, 420);
        self.year(at("year"), b.year);
        if b.groups.is_empty() || b.rows.is_empty() {
            self.say(at("groups"), "it has no figures");
        }
        for group in &b.groups {
            self.text(at("groups/name"), &group.name, 32);
            if group.share.is_some_and(|s| !(0.0..=100.0).contains(&s)) {
                self.say(at("groups/share"), "a share lies between 0 and 100 %");
            }
        }
        for (i, row) in b.rows.iter().enumerate() {
            let metric = self.measured(q, at("row/metric"), &row.metric);
            if b.rows[..i].iter().any(|other| other.metric == row.metric) {
                self.say(at("row/metric"), "a metric has a row already");
            }
            if row.of.len() != b.groups.len() {
                self.say(at("row/of"), "it needs one entry for each group");
            }
            for cell in &row.of {
                self.text(at("row/of/text"), &cell.text, 80);
                let [low, high] = cell.range;
                if low.is_nan() || high.is_nan() || low > high {
                    let message = "it must be two numbers, the lower first";
                    self.say(at("row/of/range"), message);
                } else if metric.is_some_and(|m| !m.accepts(low) || !m.accepts(high)) {
                    self.say(at("row/of/range"), "it lies outside the metric's range");
                }
            }
        }
        self.sources(at("sources"), &b.sources);
    }

    fn answers(&mut self, answers: &Answers) {
        let at = |field: &str| format!("answers/{}/{field}", answers.id);
        for text in &answers.texts {
            self.text(at("texts"), text, 40);
        }
        if answers.edges.is_empty() || answers.texts.len() != answers.edges.len() + 1 {
            let message = "it needs an edge between each answer and the next";
            self.say(at("edges"), message);
        }
        let falls = answers.edges.windows(2).all(|w| w[0] > w[1]);
        let rises = answers.edges.windows(2).all(|w| w[0] < w[1]);
        if !falls && !rises {
            self.say(at("edges"), "they must run from the worst to the best");
        }
    }

    fn series(&mut self, q: &Questionnaire, s: &Series) {
        let at = |field: &str| format!("series/{}/{field}", s.id);
        self.text(at("definition"), &s.definition, 420);
        let metric = self.measured(q, at("metric"), &s.metric);
        let answers = s.answers.as_ref().map(|id| q.published.scale(id));
        match answers {
            Some(None) => self.say(at("answers"), "there are no such answers"),
            Some(Some(answers)) => {
                let falls = answers.edges.first() > answers.edges.last();
                let is_turned = metric.is_some_and(|m| (m.better == Better::Lower) != falls);
                if is_turned && answers.edges.len() > 1 {
                    let message = "the answers run from the metric's best to its worst";
                    self.say(at("answers"), message);
                }
            }
            None => self.text(at("says"), &s.says, 48),
        }
        if s.means.is_empty() {
            self.say(at("mean"), "it has no figures");
        }
        if !s.means.windows(2).all(|w| w[0].year < w[1].year) {
            self.say(at("mean/year"), "years must rise");
        }
        for mean in &s.means {
            self.year(at("mean/year"), mean.year);
            let by = mean.industries.values().chain(mean.sizes.values());
            for spread in [&mean.all].into_iter().chain(by) {
                let fits = match answers {
                    Some(_) => (0.0..=SCALE).contains(&spread.mean),
                    None => metric.is_none_or(|m| m.accepts(spread.mean)),
                };
                if !fits || spread.deviation.is_some_and(|d| d.is_nan() || d < 0.0) {
                    self.say(at("mean"), "a figure lies outside its scale");
                }
            }
            self.peers(
                at("mean/industries"),
                &mean.industries,
                &q.published.industries,
            );
            self.peers(at("mean/sizes"), &mean.sizes, &q.published.sizes);
        }
        self.sources(at("sources"), &s.sources);
    }

    fn peers(&mut self, path: String, means: &ByPeers, known: &[Peers]) {
        for id in means.keys().filter(|id| known.iter().all(|p| p.id != **id)) {
            self.say(path.clone(), format!("there is no “{id}” to choose"));
        }
    }
}
