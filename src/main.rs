//! In the browser: starts the app. Elsewhere: says how to.

#[cfg(target_arch = "wasm32")]
fn main() {
    plumbline::app::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("Plumbline runs in the browser. `cargo xtask serve` builds and serves it.");
}
