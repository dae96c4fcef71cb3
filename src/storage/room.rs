//! What an assessment takes in: no more than can be read again from what is written of it.

use super::StoreError;
use crate::formats::assessment_json::{MAX_BYTES, Refusal, decode, encode, reasonable};
use crate::model::stamp::LAST;
use crate::model::{
    Answer, Assessment, Edit, Fact, Fault, Limit, Problem, Questionnaire, Stamp, WriterId, validate,
};

/// How large the file of an assessment may become by what is typed into it, in bytes. Copies that
/// were filled apart from one another add up when they are joined.
pub const MAX_TYPED: usize = MAX_BYTES / 2;
/// How large it may be when it comes from a file. Answers on top of it take room, too.
pub const MAX_TAKEN: usize = MAX_BYTES / 10 * 9;

/// Whether there is room for edits. What belongs together may be as large as a file; a single edit
/// is typed.
///
/// # Errors
/// [`Limit`] says what there is no room for.
pub fn room_for(a: &Assessment, edits: &[Edit]) -> Result<(), Limit> {
    let most = match edits {
        // Most are answers.
        [edit] if !has_text(edit) => return a.room_for(edit),
        [_] => MAX_TYPED,
        _ => MAX_TAKEN,
    };
    // It says how large stamps are, and nothing of who writes.
    let stamp = Stamp {
        millis: LAST,
        counter: 0,
        writer: WriterId::parse(a.id.as_str()).map_err(|_| Limit::Size)?,
    };
    let mut then = a.clone();
    for edit in edits {
        then.room_for(edit)?;
        then.apply(edit.clone(), stamp.clone());
    }
    if edits.iter().any(has_text) {
        check_size(a, &then, most)?;
    }
    Ok(())
}

/// Joins a copy, unless both together are more than can be kept.
///
/// # Errors
/// [`Limit`] says what there is too much of.
pub fn joined(
    q: &Questionnaire,
    mine: &Assessment,
    other: &Assessment,
) -> Result<Assessment, Limit> {
    let mut whole = mine.clone();
    whole.join(other);
    check_size(mine, &whole, MAX_TAKEN)?;
    let is_sound = |a| validate::of_any_version(q, a).is_empty();
    if is_sound(mine) && !is_sound(&whole) {
        return Err(Limit::Fields);
    }
    Ok(whole)
}

/// A file no longer than this, in bytes, that holds nothing unknown grows to no more than can be read,
/// whatever white space and stamps come to it.
const SMALL: usize = 100_000;

/// Whether a file of an assessment, taken in, could be written and read again; `size` is how long it is.
///
/// # Errors
/// [`Refusal`] says why not.
pub fn fits(a: &Assessment, size: usize) -> Result<(), Refusal> {
    let states = a.snapshots.values().filter_map(|f| f.value.as_ref());
    let mut all = states.map(|s| &s.state).chain([a]);
    if size <= SMALL && all.all(|state| state.unknown.is_empty()) {
        return Ok(());
    }
    let text = encode(a, "", "");
    reasonable(&text)?;
    if text.len() > MAX_TAKEN {
        let size = text.len();
        let fault = Fault::TooLarge(size, MAX_TAKEN);
        return Err(Refusal::Problems(vec![Problem::new("", fault)]));
    }
    Ok(())
}

/// Whether what was written last can be read again; or else it is not written at all.
pub(super) fn readable(text: &str, whole: &Assessment) -> Result<(), StoreError> {
    reasonable(text).map_err(|_| StoreError::TooLarge)?;
    debug_assert_eq!(
        decode(text).map(|read| read.assessment).as_ref(),
        Ok(whole),
        "what is written is what is read"
    );
    Ok(())
}

/// Whether an edit may bring more than a few bytes.
fn has_text(edit: &Edit) -> bool {
    match edit {
        Edit::Respond(_, Some(Answer::NotApplicable(_)))
        | Edit::Note(_, Some(_))
        | Edit::Evidence(_, Some(_))
        | Edit::Act(_, Some(_))
        | Edit::Keep(_, Some(_))
        | Edit::Say(Fact::Summary | Fact::Logo, Some(_))
        | Edit::Workshop(_, Some(_))
        | Edit::Cast(_, Some(_))
        | Edit::Settle(_, Some(_)) => true,
        Edit::Respond(..)
        | Edit::Note(..)
        | Edit::Evidence(..)
        | Edit::Act(..)
        | Edit::Keep(..)
        | Edit::Workshop(..)
        | Edit::Cast(..)
        | Edit::Settle(..)
        | Edit::Removed(_)
        | Edit::Team(_)
        | Edit::Scope(_)
        | Edit::Measure(..)
        | Edit::Target(..)
        | Edit::Carry(..)
        | Edit::Say(..)
        | Edit::Move(_) => false,
    }
}

/// Whether a document is small enough, or no larger than it was.
fn check_size(before: &Assessment, after: &Assessment, most: usize) -> Result<(), Limit> {
    let text = encode(after, "", "");
    let is_small = text.len() <= most && reasonable(&text).is_ok();
    if is_small || text.len() <= encode(before, "", "").len() {
        Ok(())
    } else {
        Err(Limit::Size)
    }
}
