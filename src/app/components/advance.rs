//! Going on by itself after an answer.

use crate::app::browser::page::{after, go};
use crate::app::browser::settings::Setting;
use crate::app::contexts::{Nav, Notice};
use crate::app::shell::Open;
use crate::model::{Answer, Onward, Practice};
use crate::route::Page;

/// How long the answer is seen before the next question comes, in milliseconds: our judgement.
const PAUSE: i32 = 400;
/// How long the message with the way back stays, in milliseconds. The keys, and the question itself,
/// take an answer back at any time.
const STAYS: i32 = 6000;

/// Goes on from a question that was open and has got an answer by a click or a key, if that is wanted.
/// What does not apply wants its reason first.
pub fn advance(open: Open, nav: Nav, practice: &'static Practice, answer: &Answer) {
    let is_here = move || nav.here() == open.route(Page::Practice(practice.id.clone()));
    if !Setting::Advance.is_on() || matches!(answer, Answer::NotApplicable(_)) || !is_here() {
        return;
    }
    let given = answer.clone();
    after(PAUSE, move || {
        let q = open.questionnaire();
        let look = |a: &crate::model::Assessment| {
            let is_so = a.answer(&practice.id) == Some(&given);
            let onward = a.walk(q, &practice.id)?.onward();
            is_so.then_some(onward)
        };
        // It may have been taken back, or somebody has gone on.
        if let (true, Some(Onward::Next(next))) = (is_here(), open.with(look).flatten()) {
            tell(open, practice, true);
            go(&open.route(Page::Practice(next.id.clone())).to_string());
        }
    });
}

/// Says what a question was answered with; whether the page goes on from it now.
pub fn tell(open: Open, practice: &'static Practice, goes_on: bool) {
    let notice = Notice::Answered(open.id.clone(), practice.id.clone(), goes_on);
    open.shell.tell(notice);
    let is_it = move |now: &Notice| matches!(now, Notice::Answered(id, of, _) if id == open.id && *of == practice.id);
    after(STAYS, move || open.shell.untell(is_it));
}
