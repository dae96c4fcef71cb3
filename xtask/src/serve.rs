//! `cargo xtask serve`: builds the app in one file, without squeezing, serves it on this machine only,
//! rebuilds and reloads on change.
//!
//! Trunk builds and watches. Its server is not used: it reloads by a script within the page, which the
//! page's own policy forbids.

use super::{Done, tools};
use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::time::{Duration, SystemTime};

/// Beside `dist/`, which holds what is published.
const FOLDER: &str = "target/serve-dist";

const OPTIONS: [&str; 7] = [
    "--offline",
    "--public-url",
    "./",
    "--cargo-profile",
    "serve",
    "--dist",
    FOLDER,
];

/// Asked for by the served page only; what is published has no trace of it.
const RELOAD: &str = "\
let seen;
setInterval(async () => {
  const now = await fetch('/__version').then((r) => r.text()).catch(() => seen);
  if (seen && now && now !== seen) location.reload();
  seen ??= now;
}, 1000);
";

pub fn run(port: Option<String>) -> Done {
    let port: u16 = match port {
        Some(text) => text
            .parse()
            .map_err(|_| format!("--port {text}: not a port"))?,
        None => 8080,
    };
    // Before the build: nobody should wait for minutes to hear of this.
    let listener = TcpListener::bind(("127.0.0.1", port))
        .map_err(|e| format!("port {port}: {e}; choose another with --port"))?;
    tools::for_build()?;
    super::step("building the app as it is worked on", || {
        super::run(tools::trunk().arg("build").args(OPTIONS))
    })?;
    // Trunk.toml tells the watch to ignore it, and the watch insists that it exists.
    fs::create_dir_all(".tools").map_err(|e| format!(".tools: {e}"))?;
    let mut watcher = tools::trunk()
        .arg("watch")
        .args(OPTIONS)
        .spawn()
        .map_err(|e| format!("trunk watch: {e}"))?;
    println!("==> Plumbline is at http://localhost:{port}/ (Ctrl+C stops it)");
    std::thread::spawn(move || {
        let _ = watcher.wait();
        eprintln!("xtask: the watch has ended: changes are no longer built; start again");
    });
    for stream in listener.incoming().flatten() {
        std::thread::spawn(move || answer(stream));
    }
    Ok(())
}

/// A browser that goes away in the middle is no concern of ours.
fn answer(mut stream: TcpStream) -> Option<()> {
    stream.set_read_timeout(Some(Duration::from_secs(5))).ok()?;
    let mut request = String::new();
    BufReader::new(&stream).read_line(&mut request).ok()?;
    let path = request.split(' ').nth(1)?.split(['?', '#']).next()?;
    let (status, kind, body) = match path {
        "/__version" => ("200 OK", "text/plain", version().into_bytes()),
        "/__reload.js" => ("200 OK", "text/javascript", RELOAD.into()),
        _ => file(path),
    };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).ok()?;
    stream.write_all(&body).ok()
}

fn file(path: &str) -> (&'static str, &'static str, Vec<u8>) {
    let name = path.trim_start_matches('/');
    let name = if name.is_empty() { "index.html" } else { name };
    let inside = Path::new(name)
        .components()
        .all(|c| matches!(c, Component::Normal(_)));
    let found = inside
        .then(|| fs::read(PathBuf::from(FOLDER).join(name)).ok())
        .flatten();
    let kind = match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("svg") => "image/svg+xml",
        Some("webmanifest") => "application/manifest+json",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    };
    match found {
        Some(mut body) => {
            if name == "index.html" {
                // A copy for visits without a network would hide the change that was just made.
                body = String::from_utf8_lossy(&body)
                    .replace(" data-offline", "")
                    .into_bytes();
                body.extend_from_slice(b"<script type=\"module\" src=\"/__reload.js\"></script>");
            }
            ("200 OK", kind, body)
        }
        // As GitHub Pages does.
        None => match fs::read(Path::new(FOLDER).join("404.html")) {
            Ok(page) => ("404 Not Found", "text/html; charset=utf-8", page),
            Err(_) => ("404 Not Found", "text/plain", b"not found".to_vec()),
        },
    }
}

/// Changes with every build.
fn version() -> String {
    let built = fs::metadata(Path::new(FOLDER).join("index.html"))
        .and_then(|m| m.modified())
        .ok();
    let since = built.and_then(|t| t.duration_since(SystemTime::UNIX_EPOCH).ok());
    since.map(|d| d.as_millis().to_string()).unwrap_or_default()
}
