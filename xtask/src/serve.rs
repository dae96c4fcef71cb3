//! `cargo xtask serve`: Trunk builds, watches, serves on this machine only, and reloads.
//!
//! What it builds is for whoever works on the app: one file of wasm, with names and checks, in
//! seconds. What is published, and tested, is built by `cargo xtask build`.

use super::{Done, run, tools};
use std::fs;
use std::net::TcpListener;

/// Apart from `dist`, which is what is published.
const DIST: &str = "target/serve";

pub fn serve(port: Option<String>) -> Done {
    let port: u16 = match port {
        Some(text) => text
            .parse()
            .map_err(|_| format!("--port {text}: not a port"))?,
        None => 8080,
    };
    // Before the build: nobody should wait for minutes to hear of this.
    TcpListener::bind(("127.0.0.1", port))
        .map_err(|e| format!("port {port}: {e}; choose another with --port"))?;
    tools::for_build()?;
    // Trunk.toml tells the watch to ignore it, and the watch insists that it exists.
    for folder in [".tools", "dist"] {
        fs::create_dir_all(folder).map_err(|e| format!("{folder}: {e}"))?;
    }
    println!(
        "==> Plumbline will be at http://localhost:{port}/ (the first build takes a minute or two; Ctrl+C stops it)"
    );
    let port = port.to_string();
    run(tools::trunk()
        .args(["serve", "--release=false", "--offline", "--dist", DIST])
        .args(["--public-url", "/", "--no-spa=true"])
        .args(["--address", "127.0.0.1", "--port", &port]))
}
