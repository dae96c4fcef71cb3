//! What is published beside the page: a few files at a time, and a reason for each that is left out.

use crate::at_desk::AtDesk;
use crate::world::{empty, id};
use plumbline::desk::Published;
use plumbline::formats::assessment_json::encode;
use plumbline::words::words;

fn index(names: &[&str]) -> Option<Vec<u8>> {
    Some(serde_json::to_vec(names).unwrap())
}

fn team(name: &str) -> Option<Vec<u8>> {
    let mut a = empty().under(id(name));
    a.team.value = Some(name.to_owned());
    Some(encode(&a, "", "").into_bytes())
}

fn said(read: &Published) -> Vec<String> {
    let left = read.left_out().iter();
    left.map(|refused| words().not_taken(refused)).collect()
}

#[test]
fn a_few_files_are_asked_for_at_a_time_and_it_is_said_how_many_came() {
    let page = AtDesk::new();
    let names: Vec<_> = (0..90).map(|n| format!("team-{n}.json")).collect();
    let listed: Vec<_> = names.iter().map(String::as_str).collect();
    let mut read = Published::default();
    assert_eq!((read.progress(), read.is_done()), (Some((0, 0)), false));
    read.want();
    assert_eq!(read.ask(), None);
    read.list(index(&listed));
    let mut asked: Vec<String> = Vec::new();
    let mut came = 0;
    while !read.is_done() {
        asked.extend(std::iter::from_fn(|| read.ask()));
        assert!(asked.len() - came <= 60, "{} under way", asked.len() - came);
        assert_eq!(read.progress(), Some((came, 90)));
        // The one that was asked for last comes first.
        let name = asked[came..].iter().max().unwrap().clone();
        let at = asked.iter().position(|n| *n == name).unwrap();
        asked.swap(came, at);
        let bytes = team(name.trim_end_matches(".json"));
        read.came(&name, bytes, |text| page.desk.preview(text));
        came += 1;
    }
    asked.sort();
    let mut all = names;
    all.sort();
    assert_eq!((asked, read.progress()), (all, None));
    assert_eq!(read.take_found().len(), 90);
    assert!(read.take_found().is_empty() && read.left_out().is_empty());
}

#[test]
fn each_file_that_is_left_out_is_named_with_its_reason() {
    let page = AtDesk::new();
    let mut read = Published::default();
    let names = [
        "good.json",
        "missing.json",
        "broken.json",
        "bytes.json",
        "../up.json",
        "a b.json",
    ];
    read.list(index(&names));
    read.want();
    assert_eq!(said(&read).len(), 2);
    while let Some(name) = read.ask() {
        let bytes = match name.as_str() {
            "good.json" => team("good"),
            "broken.json" => Some(b"{".to_vec()),
            "bytes.json" => Some(vec![0, 159, 146, 150]),
            _ => None,
        };
        read.came(&name, bytes, |text| page.desk.preview(text));
    }
    assert!(read.is_done());
    assert_eq!(read.take_found().len(), 1);
    let said = said(&read);
    for name in &names[1..] {
        let own: Vec<_> = said.iter().filter(|said| said.starts_with(name)).collect();
        assert_eq!(own.len(), 1, "{name}: {said:?}");
        assert!(own[0].ends_with(['.', ':']) || own[0].len() > name.len() + 10);
    }
    assert_eq!(said.len(), 5);
}

#[test]
fn without_a_list_nothing_is_published_and_a_broken_one_is_named() {
    let mut read = Published::default();
    read.list(None);
    assert!(read.is_done() && read.left_out().is_empty());
    for broken in [
        "{",
        "{}",
        "7",
        r#"{"format": "other", "files": ["a.json"]}"#,
    ] {
        let mut read = Published::default();
        read.list(Some(broken.as_bytes().to_vec()));
        assert!(read.is_done(), "{broken}");
        let said = said(&read);
        assert!(
            said.len() == 1 && said[0].starts_with("index.json"),
            "{said:?}"
        );
    }
    // What is no name at all is left out like a name that leads elsewhere.
    let mut read = Published::default();
    read.list(Some(br#"["a.json", 7, {"b": "c.json"}]"#.to_vec()));
    assert_eq!(read.progress(), Some((0, 1)));
    assert_eq!(said(&read).len(), 2);
}
