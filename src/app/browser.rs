//! Every call to the browser. Nothing outside this module names web-sys, js-sys or gloo.

pub mod canvas;
pub mod clock;
pub mod collation;
pub mod database;
pub mod files;
pub mod leaving;
pub mod local_storage;
pub mod looks;
pub mod page;
pub mod pointer;
pub mod ranks;
pub mod rows;
pub mod scroll;
pub mod session;
pub mod settings;
pub mod tabs;
pub mod timers;
