//! The styles of what comes after the first file, which come with it: index.html holds only what a first
//! visit shows.

use super::browser::boot;
use std::cell::RefCell;

thread_local! {
    /// Those that are on, by where their texts stand.
    static WORN: RefCell<Vec<*const u8>> = const { RefCell::new(Vec::new()) };
}

/// Puts one on, unless it is on: whichever piece comes first brings it.
fn wear(style: &'static str) {
    let place = style.as_ptr();
    if WORN.with_borrow(|worn| !worn.contains(&place)) {
        WORN.with_borrow_mut(|worn| worn.push(place));
        boot::wear(style);
    }
}

/// Puts on what questions and ballots need.
pub fn of_questions() {
    wear(include_str!(concat!(env!("OUT_DIR"), "/question.css")));
}

/// Puts on what shows an assessment.
pub fn of_assessments() {
    wear(include_str!(concat!(env!("OUT_DIR"), "/showing.css")));
}

/// Puts on what results need, on paper, too.
pub fn of_results() {
    wear(include_str!(concat!(env!("OUT_DIR"), "/results.css")));
}

/// Puts on what the plan, and how a number came about, need.
pub fn of_the_plan() {
    wear(include_str!(concat!(env!("OUT_DIR"), "/plan.css")));
}

/// Puts on everything else.
pub fn of_the_rest() {
    of_results();
    of_the_plan();
    wear(include_str!(concat!(env!("OUT_DIR"), "/rest.css")));
}

/// Puts on what the editor of questionnaires needs.
pub fn of_the_editor() {
    wear(include_str!(concat!(env!("OUT_DIR"), "/editor.css")));
}
