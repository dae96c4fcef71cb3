//! From events to readings: rules, worked examples, and what must never change a number.

mod build;
mod corners;
mod days;
mod dora;
mod elsewhere;
mod laws;
mod lead;
mod platform;
mod reported;
mod sre;
