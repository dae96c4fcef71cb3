//! Parts the linked wasm: into the first file, and those that follow it, by what people do.

use super::glue::Glue;
use super::table::{Needed, Said};
use super::{
    Done, LATER, NAME, Named, between, merge, minified, optimised, read, read_text, replace,
    unreached, wasm,
};
use crate::{run, tools};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::Path;
use wasm_split_cli_support::{Options, transform};

const LOADER: &str = "__wasm_split.js";
/// What it calls the function that loads the files of an entry, before its name.
const LOAD: &str = "__wasm_split_load_";
/// What the first file calls the glue.
const SHORT: &str = "g";
/// And what in it loads the files that follow.
const PIECES: &str = "p";

/// How the names of the files end, and whom each is for: the entries in `src/app/later.rs`. What several
/// of them need is in the first of the files that are for them all.
const FILES: [(&str, &[&[&str]]); 26] = [
    ("answer", &[&["answer"]]),
    ("plan", &[&["plan"]]),
    ("workshop", &[&["workshop"]]),
    ("share", &[&["share"]]),
    ("measure", &[&["measure"]]),
    ("teams", &[&["teams"]]),
    ("data", &[&["data"]]),
    ("home", &[&["home"]]),
    ("library", &[&["library"]]),
    ("ballot", &[&["ballot", "workshop"]]),
    // What is told of a file that is no document of ours.
    ("told", &[&["measure", "library"]]),
    // The page itself is in those of shared results.
    ("results", &[&["results", "share"]]),
    // Radars and tables of results, and what is written for others of one team and of many.
    ("numbers", &[&["numbers", "share", "teams"]]),
    // The figures are in those of many teams, too.
    ("findings", &[&["findings", "numbers", "share", "teams"]]),
    // What comes from elsewhere, what is written for others, and questionnaires as wholes.
    ("files", &[FROM_ELSEWHERE]),
    // Ballots and links in codes.
    ("codes", &[&["ballot"], FROM_ELSEWHERE]),
    // What tables are made of, and other things that many pages need.
    ("rest", &[&["numbers", "plan"], WHOLE]),
    // What waits for the whole questionnaire waits for this, too.
    ("base", &[&["keep"], WHOLE]),
    // What figures are made of.
    ("figures", &[&["findings", "numbers"], WHOLE]),
    // The questions that a quick check does not ask.
    ("questions", &[&["questions"], WHOLE]),
    // The questions of a quick check, choosing a level, and ballots in words.
    ("choices", &[&["ballot", "answer", "questions"], WHOLE]),
    // What advice is made of.
    (
        "advice",
        &[&["advice", "findings", "numbers", "plan"], WHOLE],
    ),
    // Whoever opens a question waits for none of it.
    ("scores", &[&["keep"], RESULTS, WHOLE]),
    ("look", &[&["keep", "answer"], RESULTS, WHOLE]),
    // Nor for this, and neither does who opens results.
    ("others", &[&["ballot", "keep", "numbers", "plan"], WHOLE]),
    (
        "shared",
        &[&["ballot", "keep", "answer", "questions"], RESULTS, WHOLE],
    ),
];

/// Those that need what the answers come to.
const RESULTS: &[&str] = &["results", "advice", "findings", "numbers", "plan"];
/// Those that need the whole questionnaire.
const WHOLE: &[&str] = &[
    "workshop", "share", "measure", "teams", "data", "home", "library",
];
/// Those that take in or hand out what others wrote.
const FROM_ELSEWHERE: &[&str] = &["workshop", "share", "teams", "home", "library"];

/// How the files that an entry needs are loaded, each once.
const FETCH: &str = "
const fetched = {};
const fetchFile = ({ href, integrity }) => (fetched[href] ??= makeLoad(() => {
    const src = plumblineBoot.part(href, integrity);
    src.catch(() => {});
    return async (imports) => WebAssembly.instantiateStreaming(src, imports);
}, []))();
const piece = (name) => wrapAsyncCb(() => Promise.all(plumblineBoot.files(name).map(fetchFile)));
";

/// The app, ready to be named.
pub struct Parts {
    pub first: Vec<u8>,
    later: Vec<File>,
    glue: String,
    loader: String,
}

/// A file that follows.
struct File {
    name: &'static str,
    /// The entries that it is for.
    entries: BTreeSet<String>,
    wasm: Vec<u8>,
}

/// Makes of the linked wasm, in `work`: the first file with its glue, and those that follow it.
pub fn part(linked: &Path, work: &Path) -> Result<Parts, String> {
    let wasm = read(linked)?;
    // Of another build, there may be others.
    let _ = fs::remove_dir_all(work);
    let first = work.join(format!("{NAME}.wasm"));
    let mut options = Options::new(&wasm);
    options.output_dir = work;
    options.main_out_path = &first;
    let main_module = format!("./{NAME}.js");
    options.main_module = &main_module;
    let parted = transform(options);
    let parted = parted.map_err(|e| format!("parting {}: {e}", linked.display()))?;
    run(tools::command("wasm-bindgen")
        .args(["--target", "web", "--no-typescript", "--keep-lld-exports"])
        .arg("--out-dir")
        .arg(work.join("glue"))
        .args(["--out-name", NAME])
        .arg(&first))?;
    let loader = read_text(&work.join(LOADER))?;
    let glue = Glue(read_text(&work.join(format!("glue/{NAME}.js")))?).without_classes()?;
    let bound = read(&work.join(format!("glue/{NAME}_bg.wasm")))?;
    let is_called = |name: &str| glue.calls(name) || loader.contains(name);
    let unreached = unreached::unreached(&wasm, unreached::is_unheard(&bound, is_called)?)?;
    let bound = unreached::without_places(&bound, |mark| unreached.contains(mark))?;
    let bound = wasm::keep_exports(&bound, is_called)?;
    let first = optimised(work, "first", &bound)?;
    // From here on, nobody puts anything into the table but the files that follow.
    let first = wasm::without_free_places(&first)?;
    // Their names are long, stand in both files, and mean nothing to anybody.
    let own = format!("./{NAME}_bg.js");
    let names = wasm::imports(&first, &own)?.into_iter().enumerate();
    let names: BTreeMap<_, _> = names.map(|(i, name)| (name, format!("_{i:x}"))).collect();
    let from_loader = format!("./{LOADER}");
    let first = wasm::rename_imports(&first, |module, name| {
        match (names.get(name), name.strip_prefix(LOAD)) {
            (Some(new), _) if module == own => (SHORT.into(), new.clone()),
            (_, Some(entry)) if module == from_loader => (PIECES.into(), entry.into()),
            _ => (module.into(), name.into()),
        }
    })?;
    let (first, exports) = wasm::shorten_exports(&first, |name| loader.contains(name))?;
    let mut glue = glue.rename(&names)?.rename_exports(&exports).0;
    replace(
        &mut glue,
        &format!("\"{own}\": import0"),
        &format!("\"{SHORT}\": import0"),
    )?;
    Ok(Parts {
        first,
        later: gather(work, &wasm, &parted.prefetch_map)?,
        glue,
        loader,
    })
}

/// Makes the files that are published of the splitter's many: one for each set of entries that need it.
fn gather(
    work: &Path,
    linked: &[u8],
    needed: &HashMap<String, Vec<String>>,
) -> Result<Vec<File>, String> {
    let mut chunks = BTreeMap::<&str, BTreeSet<&str>>::new();
    for (entry, files) in needed {
        for file in files {
            chunks.entry(file).or_default().insert(entry);
        }
    }
    let mut in_table = Needed::by(linked)?;
    let first = read(&work.join(format!("{NAME}.wasm")))?;
    in_table.note(&Said::by(&first)?, FILES.len());
    let mut gathered = BTreeMap::<usize, (BTreeSet<&str>, Vec<(Vec<u8>, Said)>)>::new();
    for (chunk, entries) in chunks {
        let at = file_of(&entries)?;
        let (all, parts) = gathered.entry(at).or_default();
        all.extend(entries);
        let part = read(&work.join(format!("{chunk}.wasm")))?;
        let said = Said::by(&part)?;
        in_table.note(&said, at);
        parts.push((part, said));
    }
    let mut files = Vec::new();
    for (at, (entries, parts)) in gathered {
        let (name, _) = FILES[at];
        let parts: Vec<_> = (parts.iter().map(|(part, said)| (&**part, said))).collect();
        let is_needed = |said: &Said, place| in_table.is_needed(said, place, at);
        files.push(File {
            name,
            entries: entries.into_iter().map(str::to_owned).collect(),
            wasm: optimised(work, name, &merge::merge(&parts, is_needed)?)?,
        });
    }
    Ok(files)
}

/// Which file has what these entries need, by its place in the list.
fn file_of(entries: &BTreeSet<&str>) -> Result<usize, String> {
    let files = FILES.iter().map(|(_, of)| of.concat()).enumerate();
    let mut fit = files.filter(|(_, of)| entries.iter().all(|entry| of.contains(entry)));
    let first = fit.next().map(|(at, _)| at);
    first.ok_or_else(|| format!("finish: no file is for all of {entries:?}"))
}

impl Parts {
    /// Puts the files that follow beside the page, and returns the links to them and the glue that loads
    /// them.
    pub fn put(self, staging: &Path, folder: &str) -> Result<(Vec<String>, String), String> {
        let (mut links, mut all) = (Vec::new(), BTreeSet::new());
        for File {
            name,
            entries,
            wasm,
        } in &self.later
        {
            let file = Named::put(staging, &format!("_{name}.wasm"), wasm)?;
            let entries: Vec<_> = entries.iter().map(String::as_str).collect();
            links.push(file.link(
                &format!("{LATER} data-for=\"{}\"", entries.join(" ")),
                folder,
            ));
            all.extend(entries);
        }
        let mut glue = self.glue;
        join(&mut glue, &self.loader, &all)?;
        Ok((links, minified(&glue, "js")?))
    }
}

/// Takes the loader of the other files into the glue: one request less, and their digests are checked. It
/// finds them by the page's links, as boot.js does.
fn join(glue: &mut String, loader: &str, entries: &BTreeSet<&str>) -> Done {
    let mut loader = runtime(loader)?;
    let import = format!("import {{ initSync }} from \"./{NAME}.js\";");
    replace(&mut loader, &import, "")?;
    glue.push_str(&loader);
    glue.push_str(FETCH);
    // The glue imports the module once for each function; one object of them all does as well.
    let import = format!(" from \"./{LOADER}\"");
    while let Ok(local) = between(glue, "import * as ", &import) {
        let local = local.to_owned();
        replace(glue, &format!("import * as {local}{import}"), "")?;
        replace(glue, &format!("\"./{LOADER}\": {local},"), "")?;
    }
    let loads: Vec<_> = entries.iter().copied().collect();
    let loads = loads.join(" ");
    let end = format!("\"{SHORT}\": import0,");
    replace(
        glue,
        &end,
        &format!(
            "{end}\n\"{PIECES}\": Object.fromEntries(\"{loads}\".split(\" \").map((name) => [name, piece(name)])),"
        ),
    )?;
    if glue.contains(&import) {
        return Err("finish: the glue imports the loader in another way".into());
    }
    Ok(())
}

/// The loader without what it has for each of the splitter's own files.
fn runtime(loader: &str) -> Result<String, String> {
    let starts = ["/* ", "const __chunk_", "export const "];
    let end = starts.iter().filter_map(|start| loader.find(start)).min();
    let end = end.ok_or("finish: the loader loads nothing")?;
    Ok(loader[..end].to_owned())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn no_file_is_hidden_by_one_before_it() {
        for (name, of) in FILES {
            let at = file_of(&of.concat().into_iter().collect()).unwrap();
            assert_eq!(FILES[at].0, name);
        }
        let fault = file_of(&["ballot", "nobody"].into()).unwrap_err();
        assert!(fault.contains("nobody"), "{fault}");
    }
}
