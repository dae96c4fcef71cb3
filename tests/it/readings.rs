//! From events to readings: rules, worked examples, and what must never change a number.

mod build;
mod dora;
mod elsewhere;
mod lead;
mod platform;
mod reported;
mod sre;
