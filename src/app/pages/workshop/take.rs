//! Ballots are taken in, by the one way that pasted, scanned and typed codes have in common.

use crate::app::browser::seal;
use crate::app::shell::Open;
use crate::desk::{Desk, Taken};
use crate::formats::ballot_code::sealed::Opened;
use crate::model::WorkshopId;

/// Opens what is sealed in a text, takes every ballot in it in, and hands on what that brought.
pub fn take(
    open: Open,
    workshop: &'static WorkshopId,
    text: String,
    then: impl FnOnce(Taken) + 'static,
) {
    let sealed = |desk: &Desk| desk.sealed_in(open.id, workshop, &text);
    match open.shell.look(sealed) {
        None => then(take_opened(open, workshop, &text, &[])),
        Some(sealed) => seal::open(sealed, move |opened| {
            then(take_opened(open, workshop, &text, &opened));
        }),
    }
}

fn take_opened(open: Open, workshop: &'static WorkshopId, text: &str, opened: &[Opened]) -> Taken {
    let read = |desk: &Desk| desk.take_opened(open.id, workshop, text, opened);
    let (found, cast) = open.shell.look(read).unzip();
    if let Some(cast) = cast.filter(|cast| !cast.steps.is_empty()) {
        open.shell.run(cast);
    }
    found.unwrap_or_default()
}
