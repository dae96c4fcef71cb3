//! In the browser: starts the app. Elsewhere: the command line.

#[cfg(not(target_arch = "wasm32"))]
mod command;

#[cfg(all(target_arch = "wasm32", feature = "browser"))]
fn main() {
    plumbline::app::start();
}

#[cfg(all(target_arch = "wasm32", not(feature = "browser")))]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    let args: Vec<_> = std::env::args().skip(1).collect();
    command::run(&args)
}
