//! Sentences on what others published about the metrics.

use super::Words;
use crate::advice::benchmark::reading;
use crate::advice::{Average, Comparison, InWords};
use crate::model::decimal::write;
use crate::model::published::SCALE;
use crate::model::{Benchmark, Group, Mean, Metric, Peers, Questionnaire, Row, Series, Spread};

impl Words {
    /// What asks for the industry, and for the size.
    pub fn peers(&self) -> [&'static str; 2] {
        ["Industry", "Size of the organisation"]
    }

    /// What is published beside a measurement, in short: the latest groups that it lies in, and the
    /// latest means of the team's industry and of its size, or else of everyone.
    pub fn beside(&self, metric: &Metric, found: &Comparison) -> String {
        let mut parts = Vec::new();
        if let Some(latest) = found.groups.first() {
            let names: Vec<_> = latest.groups.iter().map(|g| g.name.as_str()).collect();
            let (names, told) = if names.is_empty() {
                let all: Vec<_> = latest.benchmark.groups.iter().collect();
                (self.no_group.to_owned(), self.told(&all))
            } else {
                (names.join(" or "), self.told(&latest.groups))
            };
            parts.push(format!("{names} ({}{told})", latest.benchmark.year));
        }
        let own = [&found.industry, &found.size].map(|line| line.first());
        let mut means: Vec<_> = own.into_iter().flatten().collect();
        if means.is_empty() {
            means.extend(found.everyone.first());
        }
        parts.extend(means.iter().map(|mean| self.average(metric, mean)));
        // Both are on one scale, so the team has one answer.
        let answer = means.first().and_then(|mean| mean.answer);
        parts.extend(answer.map(|answer| format!("yours: “{answer}”")));
        match parts.as_slice() {
            [] => self.none_published.to_owned(),
            parts => parts.join("; "),
        }
    }

    /// The same in a few words: the latest groups that it lies in.
    pub fn beside_in_short(&self, found: &Comparison) -> String {
        let Some(latest) = found.groups.first() else {
            return String::new();
        };
        let names: Vec<_> = latest.groups.iter().map(|g| g.name.as_str()).collect();
        match names.as_slice() {
            [] => String::new(),
            names => format!("{} ({})", names.join(" or "), latest.benchmark.year),
        }
    }

    fn average(&self, metric: &Metric, average: &Average) -> String {
        let whose = match average.peers {
            Some(peers) => format!("“{}”", peers.title),
            None => self.everyone.to_owned(),
        };
        let mean = in_words(average.series, &metric.unit, average.reading);
        format!("mean of {whose}, {}: {mean}", average.year)
    }

    /// How groups are known, where it is not from the report itself.
    fn told(&self, groups: &[&Group]) -> String {
        match groups.iter().any(|g| g.second_hand) {
            true => format!(", {}", self.second_hand),
            false => String::new(),
        }
    }

    /// What a report says of its groups in one metric: `Elite (26 %): On demand, several a day`.
    pub fn groups(&self, benchmark: &Benchmark, row: &Row) -> Vec<String> {
        let cells = benchmark.groups.iter().zip(&row.of);
        let line = |(group, cell): (&Group, &crate::model::Cell)| {
            let share = group.share.map(|s| format!(" ({} %)", write(s)));
            let told = self.told(&[group]);
            format!(
                "{}{}: {}{told}",
                group.name,
                share.unwrap_or_default(),
                cell.text
            )
        };
        cells.map(line).collect()
    }

    /// What a series is of, and for which years.
    pub fn years(&self, series: &Series) -> String {
        let years = series.means.iter().map(|m| m.year);
        match (years.clone().min(), years.max()) {
            (Some(first), Some(last)) if first < last => format!("means of {first} to {last}"),
            (Some(only), _) => format!("mean of {only}"),
            _ => String::new(),
        }
    }

    /// Every mean of a series, the latest year first, in each year everyone's first.
    pub fn means(&self, q: &Questionnaire, series: &Series) -> Vec<String> {
        let mut lines = Vec::new();
        for mean in series.means.iter().rev() {
            let mut say = |whose: &str, spread: Spread| {
                let spread = self.spread(q, series, spread);
                lines.push(format!("{}, {whose}: {spread}", mean.year));
            };
            say(self.everyone, mean.all);
            let Mean {
                industries, sizes, ..
            } = mean;
            for (all, means) in [
                (&q.published.industries, industries),
                (&q.published.sizes, sizes),
            ] {
                let published = |p: &Peers| Some((p.title.clone(), *means.get(&p.id)?));
                for (title, spread) in all.iter().filter_map(published) {
                    say(&title, spread);
                }
            }
        }
        lines
    }

    fn spread(&self, q: &Questionnaire, series: &Series, spread: Spread) -> String {
        let answers = series.answers.as_ref().and_then(|id| q.published.scale(id));
        let deviation = spread.deviation.map(write);
        let deviation = deviation.map(|d| format!(", standard deviation {d}"));
        let deviation = deviation.unwrap_or_default();
        match answers {
            Some(answers) => {
                let mean = in_words(series, "", reading(answers, spread.mean));
                let (number, scale) = (write(spread.mean), write(SCALE));
                format!("{number} of {scale}{deviation}, {mean}")
            }
            None => {
                let unit = q.metric(&series.metric).map_or("", |m| &m.unit);
                let mean = in_words(series, unit, InWords::Value(spread.mean));
                format!("{mean}{deviation}")
            }
        }
    }
}

/// `about 19 % of changes fail`, or the answers that a mean lies between.
fn in_words(series: &Series, unit: &str, mean: InWords) -> String {
    match mean {
        InWords::Value(value) => format!("about {} {unit} {}", write(value), series.says),
        InWords::At(answer) => format!("at “{answer}”"),
        InWords::Between(worse, better) => format!("between “{worse}” and “{better}”"),
    }
}
