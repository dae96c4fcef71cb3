//! What the commands need on the machine, and how it gets there.
//!
//! Everything of ours goes into `.tools/` and `tests/e2e/node_modules/`, both ignored by git; the
//! user's own cargo home is left alone.

use super::{Done, run, step};
use std::env;
use std::ffi::OsStr;
use std::path::PathBuf;
use std::process::{Command, Stdio};

const TRUNK: &str = "0.21.14";
/// The same as the wasm-bindgen crate in Cargo.toml.
const WASM_BINDGEN: &str = "0.2.129";
const E2E: &str = "tests/e2e";

/// What building the app needs.
pub fn for_build() -> Done {
    for_core()?;
    of_cargo()
}

/// What is there in seconds: all that the core and its lints need, and the packages of npm.
pub fn for_core() -> Done {
    node()?;
    target("wasm32-unknown-unknown")?;
    npm_packages()
}

/// The tools that are built the first time, which takes minutes.
pub fn of_cargo() -> Done {
    cargo_tool(
        "wasm-bindgen-cli",
        "wasm-bindgen",
        WASM_BINDGEN,
        &[],
        "about 5 minutes",
    )?;
    // Without default features: no self-update check and no downloads, which we never use.
    cargo_tool(
        "trunk",
        "trunk",
        TRUNK,
        &["--no-default-features"],
        "about 5 minutes",
    )?;
    // Over a gigabyte that nobody needs once they are there.
    let _ = std::fs::remove_dir_all(BUILD);
    Ok(())
}

/// What the browser tests need on top: the path of a Chromium.
pub fn chromium() -> Result<PathBuf, String> {
    let mut download = Command::new("npx");
    download
        .args(["playwright", "install", "chromium"])
        .current_dir(E2E);
    browser("Chromium", "chromium", find_chromium, download)
}

/// And of a Firefox.
pub fn firefox() -> Result<PathBuf, String> {
    let download = browsers(&["install", "firefox@stable"]);
    browser("Firefox", "firefox-esr", find_firefox, download)
}

/// The path of a browser: as it is found, from the system's packages, or downloaded.
fn browser(
    name: &str,
    package: &str,
    find: fn() -> Option<PathBuf>,
    mut download: Command,
) -> Result<PathBuf, String> {
    if let Some(found) = find() {
        return Ok(found);
    }
    if has_apt() {
        install(name, &[package])?;
    } else {
        step(&format!("downloading {name}"), || run(&mut download))?;
    }
    let variable = name.to_uppercase();
    find().ok_or_else(|| {
        format!("no {name}: install the package `{package}`, or set {variable} to its path")
    })
}

fn has_apt() -> bool {
    is_root() && on_path("apt-get").is_some()
}

fn install(name: &str, packages: &[&str]) -> Done {
    let what = format!("installing {name} from the system's packages (about 1 minute)");
    step(&what, || {
        run(Command::new("apt-get").args(["update", "-qq"]))?;
        run(Command::new("apt-get")
            .args(["install", "-y", "-qq"])
            .args(packages)
            .stdout(Stdio::null()))
    })
}

/// What a WebKit that can be driven consists of in Debian and Ubuntu.
const WEBKIT: [&str; 4] = [
    "webkit2gtk-driver",
    "gir1.2-webkit2-4.1",
    "python3-gi",
    "xvfb",
];

/// WebKit, or why the tests in it are left out.
pub enum WebKit {
    Here(PathBuf),
    LeftOut(String),
}

impl WebKit {
    /// What the browser tests read from the variable WEBKIT.
    pub fn driver(&self) -> &OsStr {
        match self {
            Self::Here(driver) => driver.as_os_str(),
            Self::LeftOut(_) => OsStr::new("none"),
        }
    }

    pub fn say_if_left_out(&self) {
        if let Self::LeftOut(why) = self {
            println!("==> the tests in WebKit are LEFT OUT: {why}");
        }
    }
}

/// And of the driver of a WebKit. Not every system has one, so the tests go without where there is
/// none; with `WEBKIT=none` nobody looks for it, and with `WEBKIT=path` it has to be there.
pub fn webkit() -> Result<WebKit, String> {
    let asked = env::var_os("WEBKIT");
    let found = match asked {
        Some(none) if none == "none" => WebKit::LeftOut("WEBKIT=none".into()),
        Some(path) if PathBuf::from(&path).is_file() && has_webkit() => WebKit::Here(path.into()),
        Some(path) => return Err(format!("WEBKIT={}: no WebKit there", path.display())),
        None => find_webkit(),
    };
    found.say_if_left_out();
    Ok(found)
}

fn find_webkit() -> WebKit {
    let driver = || on_path("WebKitWebDriver").filter(|_| has_webkit());
    if driver().is_none() && has_apt() {
        // Where it fails, the next lines say so.
        let _ = install("WebKit", &WEBKIT);
    }
    driver().map_or_else(
        || {
            WebKit::LeftOut(format!(
                "it is not installed (in Debian and Ubuntu: apt-get install {})",
                WEBKIT.join(" ")
            ))
        },
        WebKit::Here,
    )
}

/// A screen, the engine, and the language in which its window is written.
fn has_webkit() -> bool {
    let script = "import gi; gi.require_version('WebKit2', '4.1')";
    let mut python = Command::new("/usr/bin/python3");
    let python = python.args(["-c", script]).stderr(Stdio::null()).status();
    on_path("Xvfb").is_some() && python.is_ok_and(|status| status.success())
}

fn find_chromium() -> Option<PathBuf> {
    if let Some(path) = env::var_os("CHROMIUM")
        .map(PathBuf::from)
        .filter(|p| p.is_file())
    {
        return Some(path);
    }
    let names = [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
    ];
    names.into_iter().find_map(on_path).or_else(playwrights_own)
}

/// Where Playwright would put, or has put, its own.
fn playwrights_own() -> Option<PathBuf> {
    let script = "import('@playwright/test').then(p => console.log(p.chromium.executablePath()))";
    let output = Command::new("node")
        .args(["-e", script])
        .current_dir(E2E)
        .output()
        .ok()?;
    let path = PathBuf::from(String::from_utf8(output.stdout).ok()?.trim());
    path.is_file().then_some(path)
}

fn find_firefox() -> Option<PathBuf> {
    if let Some(path) = env::var_os("FIREFOX")
        .map(PathBuf::from)
        .filter(|p| p.is_file())
    {
        return Some(path);
    }
    let names = ["firefox-esr", "firefox"];
    names.into_iter().find_map(on_path).or_else(|| {
        // One line a browser: its name, the platform in brackets, the path.
        let output = browsers(&["list"]).output().ok()?;
        let lines = String::from_utf8(output.stdout).ok()?;
        let line = lines.lines().find(|line| line.starts_with("firefox@"))?;
        let path = PathBuf::from(line.split_once(") ")?.1.trim());
        path.is_file().then_some(path)
    })
}

/// puppeteer's own installer of browsers, which keeps them in `.tools/`.
fn browsers(args: &[&str]) -> Command {
    let mut command = Command::new("npx");
    command
        .arg("@puppeteer/browsers")
        .args(args)
        .args(["--path", "../../.tools/browsers"])
        .current_dir(E2E);
    command
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|o| o.stdout.starts_with(b"0\n"))
}

fn on_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let exe = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&path)
        .map(|dir| dir.join(&exe))
        .find(|p| p.is_file())
}

/// A command that finds our tools before any others.
pub fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command.env("PATH", tools_path());
    command
}

/// Trunk, told to leave out of the wasm where on this machine the crates' sources are: nobody's
/// business, and it would make each machine's build another one.
pub fn trunk() -> Command {
    let mut trunk = command("trunk");
    let cargo_home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = cargo_home.or_else(|| Some(env::home_dir()?.join(".cargo")));
    let sources = home.and_then(|home| std::fs::read_dir(home.join("registry/src")).ok());
    let flags: Vec<_> = sources
        .into_iter()
        .flatten()
        .flatten()
        .map(|registry| format!("--remap-path-prefix={}=crates", registry.path().display()))
        // Cargo parts flags at spaces.
        .filter(|flag| !flag.contains(' '))
        .collect();
    trunk.env(
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
        flags.join(" "),
    );
    trunk
}

fn tools_path() -> std::ffi::OsString {
    let here = env::current_dir().unwrap_or_default();
    // Trunk's hook is this very program.
    let own = env::current_exe()
        .ok()
        .and_then(|exe| exe.parent().map(PathBuf::from));
    let ours = [
        here.join(".tools/bin"),
        here.join(E2E).join("node_modules/.bin"),
        own.unwrap_or_else(|| here.join("target/debug")),
    ];
    let rest = env::var_os("PATH").unwrap_or_default();
    env::join_paths(ours.into_iter().chain(env::split_paths(&rest))).unwrap_or(rest)
}

/// What `program --version` prints, with our tools first.
fn version(program: &str) -> Option<String> {
    // The program itself is looked up on our own PATH, so it must be changed, not only passed on.
    let path = env::split_paths(&tools_path())
        .map(|d| d.join(format!("{program}{}", env::consts::EXE_SUFFIX)))
        .find(|p| p.is_file())?;
    let output = Command::new(path)
        .arg("--version")
        .stderr(Stdio::null())
        .output()
        .ok()?;
    String::from_utf8(output.stdout).ok()
}

fn node() -> Done {
    let major =
        version("node").and_then(|v| v.trim().strip_prefix('v')?.split('.').next()?.parse().ok());
    match major {
        Some(20_u32..) => Ok(()),
        Some(old) => Err(format!(
            "Node {old} is too old: install Node 20 or newer from https://nodejs.org"
        )),
        None => Err("Node is missing: install Node 20 or newer from https://nodejs.org".into()),
    }
}

/// A target of Rust's.
pub fn target(name: &str) -> Done {
    let sysroot = Command::new("rustc")
        .args(["--print", "sysroot"])
        .output()
        .map_err(|e| format!("rustc: {e}"))?;
    let sysroot = PathBuf::from(String::from_utf8_lossy(&sysroot.stdout).trim());
    if sysroot.join("lib/rustlib").join(name).join("lib").is_dir() {
        return Ok(());
    }
    step(&format!("adding Rust's {name} target (seconds)"), || {
        run(Command::new("rustup").args(["target", "add", name]))
    })
    .map_err(|e| format!("{e}: is there a network, and was Rust installed by rustup?"))
}

/// wasm-opt, Playwright and axe, exactly as package-lock.json has them.
fn npm_packages() -> Done {
    let lock =
        std::fs::read(format!("{E2E}/package-lock.json")).map_err(|e| format!("{E2E}: {e}"))?;
    let mark = PathBuf::from(format!("{E2E}/node_modules/.installed-lock.json"));
    if std::fs::read(&mark).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    step(
        "installing wasm-opt and the test packages from npm (seconds)",
        || {
            let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
            run(Command::new(npm)
                .args(["ci", "--no-audit", "--no-fund", "--silent"])
                .current_dir(E2E))
        },
    )
    .map_err(|e| format!("{e}: is there a network?"))?;
    std::fs::write(&mark, lock).map_err(|e| e.to_string())
}

/// Where tools are built.
const BUILD: &str = ".tools/build";

fn cargo_tool(package: &str, program: &str, wanted: &str, extra: &[&str], long: &str) -> Done {
    if version(program).is_some_and(|v| v.split_whitespace().any(|word| word == wanted)) {
        return Ok(());
    }
    let spec = format!("{package}@{wanted}");
    if on_path("cargo-binstall").is_some() {
        let prebuilt = step(&format!("fetching {spec}, prebuilt"), || {
            run(Command::new("cargo").args(["binstall", "--no-confirm", "--root", ".tools", &spec]))
        });
        if prebuilt.is_ok() {
            return Ok(());
        }
    }
    step(
        &format!("building {spec} into .tools/ ({long}, once)"),
        || {
            let mut cargo = Command::new("cargo");
            cargo.args([
                "install",
                "--locked",
                "--root",
                ".tools",
                "--target-dir",
                BUILD,
                &spec,
            ]);
            // A tool that runs for seconds need not be optimised for minutes.
            cargo
                .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
                .env("CARGO_PROFILE_RELEASE_LTO", "off");
            cargo.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
            run(cargo.args(extra))
        },
    )
    .map_err(|e| format!("{e}: is there a network?"))
}
