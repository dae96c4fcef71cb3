//! The pieces of the app that follow the first file.
//!
//! Whoever is new, in a room with bad Wi-Fi, waits for the first file alone: the first page, and the outline
//! of the questionnaire. What changes and keeps assessments follows while a team's name is being typed. Whoever
//! opens the address of a page gets its piece, which shows an assessment as the quick store has it, then what
//! changes it, and the others when nothing is going on; a phone that comes for a ballot gets the ballot, and
//! nothing more unless it goes on.
//! xtask parts the files: what is reached from one of the functions here alone goes into the function's
//! own, what is reached from several into one that they share (xtask/src/finish/parts.rs).
// Functions are named for the linker, which Rust counts as unsafe code.
#![allow(unsafe_code)]

mod begin;
mod follow;

pub use follow::follow;

use super::contexts::Pages;
use super::pages;
use crate::route::Piece;
use begin::*;
use std::ffi::c_void;
// It marks the linked wasm as one that can be parted.
use wasm_split_helpers as _;

/// What the glue calls when files are here, or could not be had.
type Done = extern "C" fn(*const c_void, bool);

/// A piece: how its files are loaded, and what is in them. While one works on the app, it is one file, made in
/// seconds (`cargo xtask serve`), and all is there.
///
/// The names are those of the macro `wasm_split`, by which xtask parts the linked wasm; its functions are
/// asynchronous, each a machine of its own in the first file, and here one callback does for all.
macro_rules! piece {
    ($name:ident, $load:literal, $import:literal, $export:literal, $pages:expr) => {
        mod $name {
            use crate::app::later::*;

            static PAGES: Pages = $pages;

            #[cfg(not(debug_assertions))]
            mod parted {
                use crate::app::later::{Done, Pages, c_void, $name::PAGES};

                #[link(wasm_import_module = "__wasm_split_placeholder__")]
                #[allow(improper_ctypes)]
                unsafe extern "C" {
                    #[link_name = $load]
                    pub safe fn load(done: Done, data: *const c_void);
                    #[link_name = $import]
                    pub safe fn pages() -> &'static Pages;
                }

                #[unsafe(export_name = $export)]
                #[allow(improper_ctypes_definitions)]
                extern "C" fn export() -> &'static Pages {
                    &PAGES
                }
            }
            #[cfg(not(debug_assertions))]
            pub use parted::{load, pages};

            #[cfg(debug_assertions)]
            pub fn load(done: Done, data: *const c_void) {
                crate::app::browser::page::after(0, move || done(data, true));
            }

            #[cfg(debug_assertions)]
            pub fn pages() -> &'static Pages {
                &PAGES
            }
        }
    };
}

piece!(
    keep,
    "__wasm_split_load_keep",
    "__wasm_split_00keep00_import_0000000000000000000000000000000c",
    "__wasm_split_00keep00_export_0000000000000000000000000000000c",
    Pages {
        begin: begin_keeping,
        showing: Some(&SHOWING),
        base: Some(&BASE),
        ..NOTHING
    }
);
piece!(
    answer,
    "__wasm_split_load_answer",
    "__wasm_split_00answer00_import_00000000000000000000000000000000",
    "__wasm_split_00answer00_export_00000000000000000000000000000000",
    Pages {
        begin: begin_answering,
        ..of_assessments(pages::answer)
    }
);
piece!(
    questions,
    "__wasm_split_load_questions",
    "__wasm_split_00questions00_import_00000000000000000000000000000001",
    "__wasm_split_00questions00_export_00000000000000000000000000000001",
    Pages {
        begin: begin_questions,
        ..NOTHING
    }
);
piece!(
    results,
    "__wasm_split_load_results",
    "__wasm_split_00results00_import_00000000000000000000000000000002",
    "__wasm_split_00results00_export_00000000000000000000000000000002",
    Pages {
        begin: begin_scoring,
        ..of_assessments(pages::results)
    }
);
piece!(
    advice,
    "__wasm_split_load_advice",
    "__wasm_split_00advice00_import_0000000000000000000000000000000e",
    "__wasm_split_00advice00_export_0000000000000000000000000000000e",
    Pages {
        begin: begin_advising,
        advice: Some(&ADVISING),
        ..NOTHING
    }
);
piece!(
    findings,
    "__wasm_split_load_findings",
    "__wasm_split_00findings00_import_0000000000000000000000000000000d",
    "__wasm_split_00findings00_export_0000000000000000000000000000000d",
    Pages {
        begin: begin_advising,
        findings: Some(&FINDINGS),
        ..NOTHING
    }
);
piece!(
    numbers,
    "__wasm_split_load_numbers",
    "__wasm_split_00numbers00_import_0000000000000000000000000000000f",
    "__wasm_split_00numbers00_export_0000000000000000000000000000000f",
    Pages {
        begin: begin_advising,
        numbers: Some(&NUMBERS),
        ..NOTHING
    }
);
piece!(
    plan,
    "__wasm_split_load_plan",
    "__wasm_split_00plan00_import_00000000000000000000000000000003",
    "__wasm_split_00plan00_export_00000000000000000000000000000003",
    Pages {
        begin: begin_planning,
        ..of_assessments(pages::plan)
    }
);
piece!(
    workshop,
    "__wasm_split_load_workshop",
    "__wasm_split_00workshop00_import_00000000000000000000000000000004",
    "__wasm_split_00workshop00_export_00000000000000000000000000000004",
    of_assessments(pages::workshop)
);
piece!(
    share,
    "__wasm_split_load_share",
    "__wasm_split_00share00_import_00000000000000000000000000000005",
    "__wasm_split_00share00_export_00000000000000000000000000000005",
    of_assessments(pages::share)
);
piece!(
    measure,
    "__wasm_split_load_measure",
    "__wasm_split_00measure00_import_00000000000000000000000000000006",
    "__wasm_split_00measure00_export_00000000000000000000000000000006",
    of_assessments(pages::measure)
);
piece!(
    teams,
    "__wasm_split_load_teams",
    "__wasm_split_00teams00_import_00000000000000000000000000000007",
    "__wasm_split_00teams00_export_00000000000000000000000000000007",
    of_assessments(pages::teams)
);
piece!(
    data,
    "__wasm_split_load_data",
    "__wasm_split_00data00_import_00000000000000000000000000000008",
    "__wasm_split_00data00_export_00000000000000000000000000000008",
    of_assessments(pages::data)
);
piece!(
    home,
    "__wasm_split_load_home",
    "__wasm_split_00home00_import_00000000000000000000000000000009",
    "__wasm_split_00home00_export_00000000000000000000000000000009",
    Pages {
        home: Some(&HOME),
        showing: Some(&SHOWING),
        ..NOTHING
    }
);
piece!(
    ballot,
    "__wasm_split_load_ballot",
    "__wasm_split_00ballot00_import_0000000000000000000000000000000a",
    "__wasm_split_00ballot00_export_0000000000000000000000000000000a",
    Pages {
        page: pages::ballot,
        begin: begin_ballot,
        ..NOTHING
    }
);

piece!(
    library,
    "__wasm_split_load_library",
    "__wasm_split_00library00_import_0000000000000000000000000000000b",
    "__wasm_split_00library00_export_0000000000000000000000000000000b",
    Pages {
        begin: begin_library,
        library: Some(&LIBRARY),
        ..of_assessments(pages::library)
    }
);

/// Loads the files of a piece, and calls `done` with `data`.
fn load(piece: Piece, done: Done, data: *const c_void) {
    match piece {
        Piece::Keep => keep::load(done, data),
        Piece::Answer => answer::load(done, data),
        Piece::Questions => questions::load(done, data),
        Piece::Results => results::load(done, data),
        Piece::Advice => advice::load(done, data),
        Piece::Findings => findings::load(done, data),
        Piece::Numbers => numbers::load(done, data),
        Piece::Plan => plan::load(done, data),
        Piece::Workshop => workshop::load(done, data),
        Piece::Share => share::load(done, data),
        Piece::Measure => measure::load(done, data),
        Piece::Teams => teams::load(done, data),
        Piece::Data => data::load(done, data),
        Piece::Home => home::load(done, data),
        Piece::Ballot => ballot::load(done, data),
        Piece::Library => library::load(done, data),
    }
}

/// What is in a piece whose files are here.
fn pages_of(piece: Piece) -> &'static Pages {
    match piece {
        Piece::Keep => keep::pages(),
        Piece::Answer => answer::pages(),
        Piece::Questions => questions::pages(),
        Piece::Results => results::pages(),
        Piece::Advice => advice::pages(),
        Piece::Findings => findings::pages(),
        Piece::Numbers => numbers::pages(),
        Piece::Plan => plan::pages(),
        Piece::Workshop => workshop::pages(),
        Piece::Share => share::pages(),
        Piece::Measure => measure::pages(),
        Piece::Teams => teams::pages(),
        Piece::Data => data::pages(),
        Piece::Home => home::pages(),
        Piece::Ballot => ballot::pages(),
        Piece::Library => library::pages(),
    }
}
