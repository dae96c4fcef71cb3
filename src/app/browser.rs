//! Every call to the browser. Nothing outside this module names web-sys, js-sys or gloo.

pub mod boot;
pub mod camera;
pub mod canvas;
pub mod clock;
pub mod collation;
pub mod copy;
pub mod database;
pub mod files;
pub mod js;
pub mod leaving;
pub mod local_storage;
pub mod looks;
pub mod page;
pub mod pasted;
pub mod pointer;
pub mod ranks;
pub mod reader;
pub mod rows;
pub mod scroll;
pub mod seal;
pub mod session;
pub mod settings;
pub mod sound;
pub mod tables;
pub mod tabs;
pub mod timers;
