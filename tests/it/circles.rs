//! No files of `src` use one another in a circle: whoever reads one can read all that it uses, and be
//! done. A file uses another by what it names: its `use`s, followed through re-exports to the file that
//! defines the name, and paths in its code. `mod` and `pub use` alone are no use.

use crate::architecture::rust_files;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

type Module = Vec<String>;

/// What one file names.
#[derive(Debug, Default)]
struct Names {
    /// Its submodules.
    children: BTreeSet<String>,
    /// Name in this file, and the path that it stands for.
    imports: Vec<(String, Module)>,
    /// Those of them that are only handed on.
    exports: BTreeSet<String>,
    /// Modules of which all names are handed on or taken.
    globs: Vec<Module>,
    /// Paths in the code.
    paths: Vec<Module>,
}

fn words(path: &str) -> Module {
    let parts = path.split("::").map(str::trim).filter(|p| !p.is_empty());
    parts.map(str::to_owned).collect()
}

/// `a::{b, c as d}` as the paths that it holds, each with the name that it has here.
fn expand(prefix: &str, tree: &str, found: &mut Vec<(String, Module)>) {
    let tree = tree.trim();
    if let Some((head, rest)) = tree.split_once('{') {
        let inner = rest.trim_end().strip_suffix('}').unwrap_or(rest);
        let (mut depth, mut start) = (0, 0);
        let ends = inner.char_indices().filter(|(_, c)| {
            depth += i32::from(*c == '{') - i32::from(*c == '}');
            *c == ',' && depth == 0
        });
        let ends: Vec<usize> = ends.map(|(at, _)| at).chain([inner.len()]).collect();
        for end in ends {
            expand(&format!("{prefix}{head}"), &inner[start..end], found);
            start = (end + 1).min(inner.len());
        }
    } else if !tree.is_empty() {
        let (path, name) = tree.split_once(" as ").unwrap_or((tree, ""));
        let mut path = words(&format!("{prefix}{path}"));
        if path.last().is_some_and(|last| last == "self") {
            path.pop();
        }
        let last = path.last().cloned().unwrap_or_default();
        let name = if name.is_empty() {
            last
        } else {
            name.trim().to_owned()
        };
        found.push((name, path));
    }
}

fn read(text: &str) -> Names {
    let code: Vec<&str> = text
        .lines()
        .map(|l| l.split("//").next().unwrap_or(""))
        .collect();
    let mut names = Names::default();
    for statement in code.join(" ").split(';') {
        let head = statement.rsplit(['}', '{']).next().unwrap_or("").trim();
        if let Some((_, child)) = head.rsplit_once("mod ") {
            names.children.insert(child.trim().to_owned());
        }
        // A `use` begins its statement, behind attributes and what ends before it.
        let Some(at) = statement.find("use ").filter(|at| {
            let before = statement[..*at].trim_end();
            let before = before.strip_suffix("pub").unwrap_or(before);
            let before = before
                .trim_end_matches("pub(super)")
                .trim_end_matches("pub(crate)");
            let before = before.trim_end();
            before.is_empty() || before.ends_with([']', '}'])
        }) else {
            paths(statement, &mut names.paths);
            continue;
        };
        let is_export = statement[..at].contains("pub");
        let mut found = Vec::new();
        expand("", &statement[at + 4..], &mut found);
        for (name, path) in found {
            if name == "*" {
                names.globs.push(path[..path.len() - 1].to_vec());
            } else {
                names.exports.extend(is_export.then(|| name.clone()));
                names.imports.push((name, path));
            }
        }
    }
    names
}

/// The paths of a piece of code: words that `::` joins.
fn paths(code: &str, found: &mut Vec<Module>) {
    let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    for path in code.split(|c| !is_part(c)).filter(|p| p.contains("::")) {
        found.push(words(path));
    }
}

/// All files by module.
struct House(BTreeMap<Module, Names>);

impl House {
    fn read(dir: &str) -> Self {
        let mut files = BTreeMap::new();
        for path in rust_files(dir) {
            let of = path.strip_prefix(dir).unwrap().with_extension("");
            let module = of.iter().map(|p| p.to_string_lossy().into_owned());
            let module: Module = module.filter(|p| p != "lib").collect();
            files.insert(module, read(&fs::read_to_string(&path).unwrap()));
        }
        Self(files)
    }

    /// The module in whose file the thing stands that a path names in `here`. `None` outside the crate.
    fn find(&self, here: &Module, path: &[String], depth: u8) -> Option<Module> {
        let (first, rest) = path.split_first().filter(|_| depth < 20)?;
        let names = self.0.get(here)?;
        match first.as_str() {
            "crate" => self.find_in(&Module::new(), rest, depth),
            "self" => self.find_in(here, rest, depth),
            "super" => self.find_in(&here[..here.len().checked_sub(1)?].to_vec(), rest, depth),
            name if names.children.contains(name) => self.find_in(here, path, depth),
            name => {
                let import = names.imports.iter().find(|(known, _)| known == name)?;
                // A crate's own name is no path of ours.
                let is_same = import.1 == [name];
                let whole: Module = import.1.iter().chain(rest).cloned().collect();
                (!is_same)
                    .then(|| self.find(here, &whole, depth + 1))
                    .flatten()
            }
        }
    }

    /// The same for a path that begins within a module.
    fn find_in(&self, module: &Module, path: &[String], depth: u8) -> Option<Module> {
        let names = self.0.get(module)?;
        let Some((first, rest)) = path.split_first() else {
            return Some(module.clone());
        };
        if first == "super" {
            return self.find(module, path, depth + 1);
        }
        if names.children.contains(first) {
            let child = module.iter().chain([first]).cloned().collect();
            return self.find_in(&child, rest, depth);
        }
        if let Some((_, import)) = names.imports.iter().find(|(name, _)| name == first) {
            let whole: Module = import.iter().chain(rest).cloned().collect();
            return self.find(module, &whole, depth + 1);
        }
        Some(module.clone())
    }

    /// Which files each file uses.
    fn uses(&self) -> BTreeMap<&Module, BTreeSet<Module>> {
        let each = self.0.iter().map(|(module, names)| {
            let imports = names.imports.iter();
            let own = imports.filter(|(name, _)| !names.exports.contains(name));
            let all = own.map(|(_, path)| path).chain(&names.paths);
            let found = all.filter_map(|path| self.find(module, path, 0));
            (module, found.filter(|m| m != module).collect())
        });
        each.collect()
    }

    /// The files that are in circles, each with those of its circle that it uses.
    fn circles(&self) -> Vec<String> {
        let uses = self.uses();
        let reach = |from: &Module| {
            let (mut seen, mut open) = (BTreeSet::new(), vec![from]);
            while let Some(next) = open.pop() {
                open.extend(uses[next].iter().filter(|m| seen.insert((*m).clone())));
            }
            seen
        };
        let reached: BTreeMap<_, _> = uses.keys().map(|m| (*m, reach(m))).collect();
        let in_circle = uses.iter().filter_map(|(module, theirs)| {
            let is_same = |other: &&Module| reached[*other].contains(*module);
            let same: Vec<_> = theirs.iter().filter(is_same).map(|m| m.join("/")).collect();
            (!same.is_empty()).then(|| format!("{} uses {}", module.join("/"), same.join(", ")))
        });
        in_circle.collect()
    }
}

#[test]
fn no_files_use_one_another_in_a_circle() {
    let house = House::read("src");
    let found = house.circles();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_circle_is_found_through_a_re_export_an_alias_and_a_path() {
    let house = |files: [(&str, &str); 4]| {
        let files = files.map(|(name, text)| (words(name), read(text)));
        House(files.into()).circles()
    };
    let root = ("", "pub mod a; mod b; pub mod c;");
    let circle = [
        root,
        ("a", "pub use crate::b::Thing; fn f() { crate::c::g() }"),
        ("b", "use crate::c; pub struct Thing; fn f() { c::g() }"),
        (
            "c",
            "//! use crate::a::f;\nuse crate::a::{self, Thing as Other};",
        ),
    ];
    assert_eq!(house(circle), ["a uses c", "b uses c", "c uses a, b"]);
    let straight = [
        root,
        ("a", "pub use crate::b::Thing; pub use crate::c::g;"),
        ("b", "pub struct Thing;"),
        ("c", "use crate::a::Thing; pub fn g() {}"),
    ];
    assert_eq!(house(straight), Vec::<String>::new());
}
