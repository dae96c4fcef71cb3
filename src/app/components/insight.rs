//! What stands out.

use super::score_table::{Parts, explained_at};
use crate::advice;
use crate::app::markup::{El, el, link};
use crate::model::{Assessment, AssessmentId, Questionnaire};
use crate::report::detail;
use crate::route::{Page, Route};
use crate::words::words;

/// The ways to the numbers and answers behind a sentence.
pub fn links_of(q: &'static Questionnaire, id: &AssessmentId, finding: &detail::Finding) -> El {
    let parts = finding.parts.iter().filter_map(|part| {
        let is_discipline = q.disciplines.iter().any(|d| d.id.as_str() == part);
        let kind = if is_discipline {
            Parts::Disciplines
        } else {
            Parts::Dimensions
        };
        Some((explained_at(id, kind, part)?, words().part_name(q, part)))
    });
    let practices = finding.practices.iter().filter_map(|practice| {
        let route = Route::Assessment(id.clone(), Page::Practice(practice.clone()));
        Some((route, q.practice(practice)?.title.as_str()))
    });
    let links = parts.chain(practices).map(|(route, name)| {
        let name = link(&route, name);
        el("span").child(name).text(" ")
    });
    el("p").class("muted facts").each(links)
}

/// Contradictions alone, each with the practices that it is about. Empty when there are none.
pub fn questions_to_discuss(q: &'static Questionnaire, a: &Assessment) -> El {
    let w = words();
    let section = el("section");
    let rules = advice::contradictions(q, a);
    if rules.is_empty() {
        return section;
    }
    let items = rules.iter().map(|rule| {
        let finding = detail::contradiction(rule);
        let links = links_of(q, &a.id, &finding);
        el("li").text(finding.text).child(links)
    });
    section
        .child(el("h2").text(w.counted_title(w.check_contradictions, rules.len())))
        .child(el("ul").class("insights").each(items))
}
