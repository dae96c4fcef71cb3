//! Plumbline: an engineering-practices maturity assessment that runs entirely in the browser.
//!
//! # The house
//!
//! One crate, five floors. A floor uses only what stands below it; `tests/it/architecture.rs`
//! guards that, and the compiler keeps the browser out of floors 0 to 3: the browser's crates exist
//! only for wasm32.
//!
//! | floor | modules | what |
//! | --- | --- | --- |
//! | 0 | [`model`] | the words of the domain: questionnaire, assessment, edit, stamp, join |
//! | 1 | [`catalog`] | the built-in questionnaire, from `src/catalog/*.toml` |
//! | 2 | [`scoring`], [`metrics`], [`advice`], [`workshop`], [`events`] | what follows from responses: pure functions |
//! | 3 | [`figure`], [`formats`], [`storage`], [`route`], [`words`], [`report`], [`desk`], [`study`] | what leaves or enters, and the one door through which everything changes; still pure |
//! | 4 | `app` | the browser; compiled for wasm32 only |
//!
//! # Data flow
//!
//! *click → component's callback → [`desk::Desk::handle`] → [`model::Assessment::apply`] → effects
//! (stores, other tabs), and → [`scoring::score`] → [`figure`] → page*. At the start: *every stored
//! record → [`storage::open`] → desk*; nothing is written before that.
//!
//! The app is downloaded in pieces, by what people do ([`route::Piece`]). What is reached from `app::later` alone
//! comes after the first file: every page but the first, and the texts of the questionnaire, of which
//! [`catalog::outline`] is enough to start and to list, and [`catalog::QUICK`] to fill in most ballots.
//!
//! # What is absent on purpose
//!
//! The core has no clock, no randomness and no I/O: stamps and ids come in as arguments. Nothing
//! but [`model::Assessment::apply`] and [`model::Assessment::join`] changes an assessment.

// In the browser, one macro needs an exception: see app/later.rs.
#![cfg_attr(not(target_arch = "wasm32"), forbid(unsafe_code))]

pub mod model;

pub mod catalog;

pub mod advice;
pub mod events;
pub mod metrics;
pub mod scoring;
pub mod workshop;

pub mod desk;
pub mod figure;
pub mod formats;
pub mod route;
pub mod storage;
pub mod study;
pub mod words;

pub mod report;

#[cfg(all(target_arch = "wasm32", feature = "browser"))]
pub mod app;

/// The version shown and written into files.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
