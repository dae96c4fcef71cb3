//! A document over what it extends: what is new is added, what goes takes along what hangs on it.

use super::change::Changes;
use super::document::{Added, Document, Dropped, Head};
use super::places::Places;
use crate::model::version::numbers;
use crate::model::{DisciplineId, Practice, Questionnaire, QuestionnaireRef};

/// How a questionnaire differs from the one that it extends, in practices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Beside {
    /// So many are new.
    pub added: usize,
    /// So many are worded or weighed otherwise.
    pub changed: usize,
    /// So many are not asked.
    pub dropped: usize,
}

type Extended = (String, String);

/// The questionnaire, what it extends, and how it differs from that in practices. What a document refers to
/// and is not there is passed over, and remarked.
pub(super) fn apply(
    document: Document,
    base: &Questionnaire,
    places: &mut Places,
) -> (Questionnaire, Option<Extended>, Beside) {
    let Document {
        head,
        brand: _,
        source: _,
        added,
        dropped,
        kept,
        changes,
        published,
    } = document;
    let extends = extended(&head, base, places);
    check_head(&head, base, places);
    let mut q = match &extends {
        Some(_) => of_base(base),
        None => Questionnaire::default(),
    };
    let is_over = !changes.is_empty() || !dropped.is_empty() || kept.is_some();
    if extends.is_none() && is_over {
        let message = "only what is extended can be changed, kept and dropped: add extends = \"plumbline@2\" to [questionnaire]";
        places.wrong_with("questionnaire", message);
    }
    let changed = changes.practices.len();
    if extends.is_some() {
        change(&mut q, changes, places);
        drop_all(&mut q, &dropped, places);
        if let Some(kept) = kept {
            keep(&mut q, &kept.practice, places);
        }
    }
    if extends.is_some() {
        again(&q, base, &added, places);
    }
    q.disciplines.extend(added.disciplines);
    q.dimensions.extend(added.dimensions);
    q.practices.extend(added.practices);
    q.metrics.extend(added.metrics);
    q.terms.extend(added.terms);
    q.rules.extend(added.rules);
    q.balance.extend(added.balance);
    if let Some(published) = published {
        q.published = published;
    }
    q.without_leftovers(base, &|path| places.has(path));
    if let Some(quick) = &head.quick {
        choose(&mut q, quick, places);
    }
    let order = head.order.unwrap_or_default();
    check_order(&order, &q, base, places);
    let place = |p: &Practice| {
        let named = order.iter().position(|id| id == p.id.as_str());
        let dimension = q.dimensions.iter().position(|d| d.id == p.dimension);
        (dimension, named.unwrap_or(usize::MAX))
    };
    q.practices.sort_by_key(place);
    for practice in &mut q.practices {
        practice.words = practice.count_words();
    }
    let beside = Beside {
        added: q
            .practices
            .iter()
            .filter(|p| base.practice(&p.id).is_none())
            .count(),
        changed,
        dropped: base
            .practices
            .iter()
            .filter(|p| q.practice(&p.id).is_none())
            .count(),
    };
    q.id = head.id;
    q.version = head.version;
    q.title = head.title;
    q.language = head.language;
    let beside = extends.as_ref().map_or_else(Beside::default, |_| beside);
    (q, extends, beside)
}

/// What is extended, without the versions in which it came: they are not those of the new one.
fn of_base(base: &Questionnaire) -> Questionnaire {
    let mut q = base.clone();
    for practice in &mut q.practices {
        practice.since.clear();
        practice.changed.clear();
    }
    for metric in &mut q.metrics {
        metric.changed.clear();
    }
    q
}

fn check_head(head: &Head, base: &Questionnaire, places: &mut Places) {
    if !QuestionnaireRef::is_id(&head.id) {
        let message = "an id is made of small letters, digits and hyphens, such as acme-bank";
        places.wrong_with("questionnaire/id", message);
    } else if head.id == base.id {
        let message = "this id is that of the built-in one: choose one of your own";
        places.wrong_with("questionnaire/id", message);
    }
    if numbers(&head.version).is_none() {
        let message = "a version has three numbers, such as 1.0.0; raise it with each change";
        places.wrong_with("questionnaire/version", message);
    }
    if head.title.trim().is_empty() || head.title.chars().count() > 48 {
        let message = "a title has 1 to 48 characters";
        places.wrong_with("questionnaire/title", message);
    }
}

/// What the head says that it extends.
fn extended(head: &Head, base: &Questionnaire, places: &mut Places) -> Option<Extended> {
    let asked = head.extends.as_deref()?;
    let (id, version) = asked.split_once('@').unwrap_or((asked, ""));
    let major = base.version.split('.').next().unwrap_or_default();
    let is_known = id == base.id && (version == major || version == base.version);
    if !is_known {
        let message = format!(
            "“{asked}” is not known here: write “{}@{major}”, which is {} {}",
            base.id, base.title, base.version
        );
        places.wrong_with("questionnaire/extends", message);
    }
    Some((base.id.clone(), base.version.clone()))
}

/// Changes each thing that is there.
fn change(q: &mut Questionnaire, changes: Changes, places: &mut Places) {
    macro_rules! each {
        ($($list:ident in $table:literal),*) => { $(
            for change in changes.$list {
                let found = q.$list.iter_mut().find(|x| x.id.as_str() == change.id);
                match found {
                    Some(own) => change.apply(own),
                    None => missing(concat!($table, "/"), &change.id, places),
                }
            }
        )* };
    }
    each!(
        disciplines in "discipline",
        dimensions in "dimension",
        practices in "practice",
        metrics in "metric",
        terms in "term",
        rules in "rule",
        balance in "balance"
    );
}

fn missing(table: &str, id: &str, places: &mut Places) {
    let what = table.trim_end_matches('/');
    let message = format!("what is extended has no {what} “{id}”: look its id up");
    places.wrong_with(&[table, id].concat(), message);
}

impl Dropped {
    fn is_empty(&self) -> bool {
        let all = [
            &self.discipline,
            &self.dimension,
            &self.practice,
            &self.metric,
            &self.term,
            &self.rule,
            &self.balance,
        ];
        all.iter().all(|list| list.is_empty())
    }
}

/// Takes out what is dropped, and what is in it.
fn drop_all(q: &mut Questionnaire, dropped: &Dropped, places: &mut Places) {
    macro_rules! each {
        ($($list:ident by $field:ident),*) => { $(
            for id in &dropped.$field {
                let before = q.$list.len();
                q.$list.retain(|x| x.id.as_str() != id);
                if q.$list.len() == before {
                    let message = format!("what is extended has no {} “{id}”", stringify!($field));
                    places.wrong_with(concat!("drop/", stringify!($field)), message);
                }
            }
        )* };
    }
    each!(
        disciplines by discipline,
        dimensions by dimension,
        practices by practice,
        metrics by metric,
        terms by term,
        rules by rule,
        balance by balance
    );
    let gone = |id: &DisciplineId| dropped.discipline.iter().any(|d| d == id.as_str());
    q.dimensions.retain(|d| !gone(&d.discipline));
    q.metrics.retain(|m| !gone(&m.discipline));
    q.balance.retain(|b| !gone(&b.ahead) && !gone(&b.behind));
}

/// Takes out every practice but these.
fn keep(q: &mut Questionnaire, kept: &[String], places: &mut Places) {
    for (n, id) in kept.iter().enumerate() {
        if !q.practices.iter().any(|p| p.id.as_str() == id) {
            let message = format!("what is extended has no practice “{id}”");
            places.wrong_with(&format!("keep/practice/{}", n + 1), message);
        }
    }
    q.practices
        .retain(|p| kept.iter().any(|id| id == p.id.as_str()));
}

/// What is added is new: under an id that something else has in what is extended, answers to that would be
/// taken for answers to it.
fn again(q: &Questionnaire, base: &Questionnaire, added: &Added, places: &mut Places) {
    let mut say = |table: &str, id: &str, title: &str| {
        let message = format!(
            "what is extended asks “{title}” under this id: change that one, or choose another id"
        );
        places.wrong_with(&format!("{table}/{id}"), message);
    };
    for practice in &added.practices {
        if let Some(theirs) = base
            .practice(&practice.id)
            .filter(|_| q.practice(&practice.id).is_none())
        {
            say("practice", practice.id.as_str(), &theirs.title);
        }
    }
    for metric in &added.metrics {
        if let Some(theirs) = base
            .metric(&metric.id)
            .filter(|_| q.metric(&metric.id).is_none())
        {
            say("metric", metric.id.as_str(), &theirs.title);
        }
    }
}

/// What is to come first must be known, even if it is not asked.
fn check_order(order: &[String], q: &Questionnaire, base: &Questionnaire, places: &mut Places) {
    for (n, id) in order.iter().enumerate() {
        let mut known = q.practices.iter().chain(&base.practices);
        let path = format!("questionnaire/order/{}", n + 1);
        if !known.any(|p| p.id.as_str() == id) {
            places.wrong_with(&path, format!("there is no practice “{id}”"));
        } else if order[..n].contains(id) {
            places.wrong_with(&path, format!("“{id}” stands here twice"));
        }
    }
}

/// Has these practices asked in the quick check, and no others.
fn choose(q: &mut Questionnaire, quick: &[String], places: &mut Places) {
    for (n, id) in quick.iter().enumerate() {
        if !q.practices.iter().any(|p| p.id.as_str() == id) {
            let path = format!("questionnaire/quick/{}", n + 1);
            places.wrong_with(&path, format!("there is no practice “{id}”"));
        }
    }
    for practice in &mut q.practices {
        practice.quick = quick.iter().any(|id| id == practice.id.as_str());
    }
}
