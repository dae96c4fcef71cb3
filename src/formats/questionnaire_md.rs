//! A questionnaire as one Markdown document, for people who review it away from the app. Written
//! only; the questionnaire's own files are the form that is read.

use crate::model::decimal::write as number;
use crate::model::{
    Better, Bound, Condition, Dimension, Level, Metric, Practice, Questionnaire, Source, Stakes,
};
use crate::words::words;

/// The whole questionnaire: every text that the app shows, and what stands behind it.
#[must_use]
pub fn encode(q: &Questionnaire) -> String {
    let mut doc = Doc(String::new());
    doc.line(&format!("# {} questionnaire {}", q.title, q.version));
    doc.line(&format!(
        "{} disciplines, {} dimensions, {} practices ({} in the quick check), {} metrics.",
        q.disciplines.len(),
        q.dimensions.len(),
        q.practices.len(),
        q.practices.iter().filter(|p| p.quick).count(),
        q.metrics.len()
    ));
    for discipline in &q.disciplines {
        doc.line(&format!("## {}", discipline.title));
        doc.line(&discipline.goal);
        let dimensions = q.dimensions.iter();
        for dimension in dimensions.filter(|d| d.discipline == discipline.id) {
            doc.dimension(q, dimension);
        }
        doc.line("### Measurements");
        for metric in q.metrics.iter().filter(|m| m.discipline == discipline.id) {
            doc.metric(metric);
        }
    }
    doc.knowledge(q);
    doc.0
}

/// A text within a table's cell or a line: Markdown's own signs are taken for what they are.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if matches!(c, '|' | '*' | '_' | '`' | '<' | '[' | ']' | '\\' | '#') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

struct Doc(String);

impl Doc {
    fn line(&mut self, line: &str) {
        self.0.push_str(line);
        self.0.push_str("\n\n");
    }

    fn row(&mut self, cells: &[&str]) {
        for cell in cells {
            self.0.push_str("| ");
            self.0.push_str(cell);
            self.0.push(' ');
        }
        self.0.push_str("|\n");
    }

    fn dimension(&mut self, q: &Questionnaire, dimension: &Dimension) {
        self.line(&format!("### {}", escaped(&dimension.title)));
        let practices = q.practices.iter();
        for practice in practices.filter(|p| p.dimension == dimension.id) {
            self.practice(q, practice);
        }
    }

    fn practice(&mut self, q: &Questionnaire, p: &Practice) {
        self.line(&format!("#### {}", escaped(&p.title)));
        self.line(&format!("**{}**", escaped(&p.question)));
        self.line(&escaped(&p.why));
        self.row(&[
            "Level",
            "What you would see",
            "A first step to the next level",
        ]);
        self.row(&["---", "---", "---"]);
        for (i, level) in Level::ALL.into_iter().enumerate() {
            let step = p.steps.get(i).map(|s| escaped(s)).unwrap_or_default();
            let name = format!("{} {}", level.number(), level.name());
            self.row(&[&name, &escaped(p.text(level)), &step]);
        }
        self.0.push('\n');
        self.line(&format!("How to tell: {}", escaped(&p.how_to_tell)));
        for context in &p.contexts {
            let setting = words().setting(context.setting);
            self.line(&format!("{setting}: {}", escaped(&context.text)));
        }
        let efforts = p.effort.0.map(|effort| format!("{effort:?}")).join(", ");
        let mut facts = vec![format!("`{}`", p.id), format!("effort {efforts}")];
        facts.extend(
            (p.stakes > Stakes::Ordinary).then(|| format!("stakes {}", u8::from(p.stakes))),
        );
        facts.extend(words().answered_by(p.answered_by).map(str::to_owned));
        facts.extend(p.quick.then(|| "quick check".to_owned()));
        facts.extend(p.key.then(|| "key practice".to_owned()));
        let requires = p.requires.iter().filter_map(|id| q.practice(id));
        facts.extend(requires.map(|r| format!("stands on *{}*", escaped(&r.title))));
        facts.extend(p.covers.iter().map(|c| format!("covers `{c}`")));
        self.line(&facts.join(" · "));
        self.sources(&p.sources);
    }

    fn metric(&mut self, m: &Metric) {
        self.line(&format!("#### {}", escaped(&m.title)));
        self.line(&format!("**{}**", escaped(&m.question)));
        self.line(&escaped(&m.how));
        let sign = match m.better {
            Better::Higher => '≥',
            Better::Lower => '≤',
        };
        let bands = Level::ALL.iter().skip(1).zip(&m.cuts);
        let bands: Vec<_> = bands
            .map(|(level, cut)| format!("{} {sign} {}", level.number(), number(*cut)))
            .collect();
        let [low, high] = m.range.map(number);
        self.line(&format!(
            "`{}` · {low} to {high} {} · levels: {}",
            m.id,
            m.unit,
            bands.join(", ")
        ));
        let basis = if m.judgement {
            "Partly our judgement. "
        } else {
            ""
        };
        self.line(&format!("{basis}{}", escaped(&m.basis)));
        self.sources(&m.sources);
    }

    fn sources(&mut self, sources: &[Source]) {
        let links = sources.iter();
        let links: Vec<_> = links
            .map(|s| format!("[{}]({})", escaped(&s.title), s.url))
            .collect();
        self.line(&format!("Sources: {}", links.join("; ")));
    }

    fn knowledge(&mut self, q: &Questionnaire) {
        self.line("## Contradictions worth a question");
        for rule in &q.rules {
            let when: Vec<_> = rule.when.iter().map(|c| condition(q, c)).collect();
            self.line(&format!(
                "- {}: {}",
                when.join(" and "),
                escaped(&rule.question)
            ));
        }
        self.line("## Balance between disciplines");
        for balance in &q.balance {
            self.line(&format!("- {}", escaped(&balance.text)));
        }
        self.published(q);
        self.line("## Glossary");
        for term in &q.terms {
            self.line(&format!(
                "- **{}**: {}",
                escaped(&term.title),
                escaped(&term.text)
            ));
        }
        if !q.former.is_empty() {
            self.line("## What is no longer asked");
        }
        for former in &q.former {
            let said = words().no_longer_asked(&former.id, q.former(&former.id));
            self.line(&format!("- {}", escaped(&said)));
        }
        self.line("## What is covered");
        for cover in &q.covers {
            self.line(&format!("- `{}` {}", cover.id, escaped(&cover.title)));
        }
    }

    fn published(&mut self, q: &Questionnaire) {
        self.line("## Published figures");
        self.line(&escaped(&q.published.credit));
        for b in &q.published.benchmarks {
            self.line(&format!("### Groups of {}", b.year));
            self.line(&escaped(&b.definition));
            for row in &b.rows {
                let title = q.metric(&row.metric).map_or("", |m| &m.title);
                self.line(&format!("#### {} {}", escaped(title), b.year));
                self.bullets(words().groups(b, row));
            }
            self.sources(&b.sources);
        }
        for s in &q.published.series {
            let title = q.metric(&s.metric).map_or("", |m| &m.title);
            self.line(&format!("### {}, {}", escaped(title), words().years(s)));
            self.line(&escaped(&s.definition));
            self.bullets(words().means(q, s));
            self.sources(&s.sources);
        }
    }

    fn bullets(&mut self, lines: Vec<String>) {
        for line in lines {
            self.line(&format!("- {}", escaped(&line)));
        }
    }
}

fn condition(q: &Questionnaire, condition: &Condition) -> String {
    match condition {
        Condition::Practice { practice, bound } => {
            let title = q.practice(practice).map_or("", |p| &p.title);
            match bound {
                Bound::AtLeast(l) => {
                    format!("*{}* at level {} or above", escaped(title), l.number())
                }
                Bound::AtMost(l) => {
                    format!("*{}* at level {} or below", escaped(title), l.number())
                }
            }
        }
        Condition::Metric { metric, bound } => {
            let (title, unit) = q.metric(metric).map_or(("", ""), |m| (&m.title, &m.unit));
            match bound {
                Bound::AtLeast(v) => format!("*{}* ≥ {} {unit}", escaped(title), number(*v)),
                Bound::AtMost(v) => format!("*{}* ≤ {} {unit}", escaped(title), number(*v)),
            }
        }
    }
}
