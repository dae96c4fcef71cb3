//! A questionnaire of which something was taken out.

use super::{Condition, Questionnaire};

impl Questionnaire {
    /// Takes out what refers to something of the `base` that is no longer there: dimensions without a
    /// practice, rules about what is not asked, prerequisites, published figures. What is at a path that
    /// `stays`, such as `practice/slo-targets/requires`, is left as it is.
    pub fn without_leftovers(&mut self, base: &Self, stays: &dyn Fn(&str) -> bool) {
        let q = self;
        let is_kept = |table: &str, id: &str| stays(&[table, "/", id].concat());
        let dimensions: Vec<_> = q.dimensions.iter().map(|d| d.id.clone()).collect();
        q.practices
            .retain(|p| dimensions.contains(&p.dimension) || is_kept("practice", p.id.as_str()));
        let asked: Vec<_> = q.practices.iter().map(|p| p.dimension.clone()).collect();
        q.dimensions
            .retain(|d| asked.contains(&d.id) || is_kept("dimension", d.id.as_str()));
        let left: Vec<_> = q.dimensions.iter().map(|d| d.discipline.clone()).collect();
        q.disciplines
            .retain(|d| left.contains(&d.id) || is_kept("discipline", d.id.as_str()));
        let disciplines: Vec<_> = q.disciplines.iter().map(|d| d.id.clone()).collect();
        q.metrics
            .retain(|m| disciplines.contains(&m.discipline) || is_kept("metric", m.id.as_str()));
        q.balance.retain(|b| {
            let both = disciplines.contains(&b.ahead) && disciplines.contains(&b.behind);
            both || is_kept("balance", b.id.as_str())
        });
        q.without_lost_references(is_kept);
        q.without_lost_figures(base);
    }

    fn without_lost_references(&mut self, is_kept: impl Fn(&str, &str) -> bool) {
        let q = self;
        let practices: Vec<_> = q.practices.iter().map(|p| p.id.clone()).collect();
        let metrics: Vec<_> = q.metrics.iter().map(|m| m.id.clone()).collect();
        for practice in &mut q.practices {
            if !is_kept("practice", &format!("{}/requires", practice.id)) {
                practice.requires.retain(|id| practices.contains(id));
            }
        }
        q.rules.retain(|rule| {
            let holds = rule.when.iter().all(|condition| match condition {
                Condition::Practice { practice, .. } => practices.contains(practice),
                Condition::Metric { metric, .. } => metrics.contains(metric),
            });
            holds || is_kept("rule", rule.id.as_str())
        });
        let used: Vec<_> = q.practices.iter().flat_map(|p| p.terms.clone()).collect();
        q.terms
            .retain(|t| used.contains(&t.id) || is_kept("term", t.id.as_str()));
        let terms: Vec<_> = q.terms.iter().map(|t| t.id.clone()).collect();
        for practice in &mut q.practices {
            if !is_kept("practice", &format!("{}/terms", practice.id)) {
                practice.terms.retain(|id| terms.contains(id));
            }
        }
        let is_asked = |id: &str| {
            practices.iter().any(|p| p.as_str() == id) || metrics.iter().any(|m| m.as_str() == id)
        };
        q.former.retain(|f| !is_asked(&f.id));
        for former in &mut q.former {
            former.now.retain(|id| is_asked(id));
        }
    }

    /// Figures on metrics that are no longer asked go with them.
    fn without_lost_figures(&mut self, base: &Self) {
        let gone = base.metrics.iter().filter(|m| self.metric(&m.id).is_none());
        let gone: Vec<_> = gone.map(|m| m.id.clone()).collect();
        for benchmark in &mut self.published.benchmarks {
            benchmark.rows.retain(|row| !gone.contains(&row.metric));
        }
        self.published.benchmarks.retain(|b| !b.rows.is_empty());
        self.published.series.retain(|s| !gone.contains(&s.metric));
    }
}
