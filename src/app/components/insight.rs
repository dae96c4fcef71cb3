//! What stands out, and what to do next.

use super::score_table::{Parts, explained_at};
use crate::advice::{self, SHOWN};
use crate::app::markup::{El, el, link, p};
use crate::model::{Assessment, AssessmentId, Questionnaire};
use crate::report::detail;
use crate::route::{Page, Route};
use crate::scoring::Scorecard;
use crate::words::words;

/// Strengths, gaps, contradictions, balance and tensions.
pub fn stands_out(q: &'static Questionnaire, a: &Assessment, card: &Scorecard) -> El {
    let w = words();
    let items: Vec<_> = detail::stands_out(q, a, card)
        .into_iter()
        .map(|finding| found(q, &a.id, finding))
        .collect();
    let section = el("section").child(el("h2").text(w.stands_out));
    if items.is_empty() {
        section.child(p(w.nothing_stands_out))
    } else {
        let list = el("ul").class("insights").each(items);
        section
            .child(p(w.stands_out_lead).class("muted"))
            .child(list)
    }
}

/// A sentence, and the way to the numbers and answers behind it.
fn found(q: &'static Questionnaire, id: &AssessmentId, finding: detail::Finding) -> El {
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
    let links: Vec<_> = links.collect();
    el("li")
        .text(finding.text)
        .child(el("p").class("muted facts").each(links))
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
        found(q, &a.id, finding)
    });
    section
        .child(el("h2").text(w.counted_title(w.check_contradictions, rules.len())))
        .child(el("ul").class("insights").each(items))
}

/// The first few next steps, each with its reasons and what to do this week.
pub fn next_steps(q: &'static Questionnaire, a: &Assessment) -> El {
    let w = words();
    let steps = advice::next_steps(q, a);
    let robust = advice::stable(q, a);
    let item = |step: &advice::Step| {
        let title = q.practice(step.practice).map_or("", |p| p.title.as_str());
        let share = robust.iter().find(|r| r.practice == step.practice);
        let route = Route::Assessment(a.id.clone(), Page::Practice(step.practice.clone()));
        let name = el("strong").child(link(&route, title.to_owned()));
        let levels = el("span").class("muted").text(w.step(step));
        let reasons = p(w.step_reasons(step, share.map(|r| r.share))).class("muted");
        el("li").each([
            el("p").child(name).text(" ").child(levels),
            p(step.first.to_owned()),
            reasons,
        ])
    };
    let section = el("section").child(el("h2").text(w.next_steps));
    if steps.is_empty() {
        return section.child(p(w.no_steps));
    }
    let list = el("ol").class("insights");
    let list = list.each(steps.iter().take(SHOWN).map(item));
    let more = Route::Assessment(a.id.clone(), Page::Roadmap);
    section
        .child(p(w.next_steps_lead).class("muted"))
        .child(list)
        .child(el("p").child(link(&more, w.to_roadmap)))
}
