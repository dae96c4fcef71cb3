//! The native tests, one file a feature, one binary.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod advice;
mod advice_on_links;
mod architecture;
mod assessment_file;
mod ballots;
mod bare;
mod catalog;
mod change;
mod disk;
mod documents;
mod fault_loop;
mod figures;
mod fuzz;
mod golden;
mod history;
mod hostile;
mod hostile_files;
mod join;
mod laws;
mod link;
mod manglings;
mod measuring;
mod metrics;
mod next_steps;
mod portfolio;
mod questions;

mod qr;
mod random;
mod report;
mod roadmap;
mod route;
mod score_example;
mod scoring;
mod second_opinion;
mod sentences;
mod snapshots;
mod storage;
mod tabs;
mod worked;
mod workshops;
mod workspace_file;
mod world;
