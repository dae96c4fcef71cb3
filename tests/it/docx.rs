//! Word documents: whole zips of well-formed parts, with the words of the report and nothing that a text
//! could have smuggled in.

use crate::world::{answered, level, questionnaire};
use plumbline::figure::{Ink, Standing};
use plumbline::formats::zip::stored;
use plumbline::report::docx::{Picture, encode};
use plumbline::report::{Block, Report, Table};
use plumbline::scoring::score;

/// The files of a stored zip, read from its directory, each with its check sum as it is told.
pub fn unzip(zip: &[u8]) -> Vec<(String, u32, Vec<u8>)> {
    let u16_at = |at: usize| usize::from(u16::from_le_bytes([zip[at], zip[at + 1]]));
    let u32_at = |at: usize| u32::from_le_bytes(zip[at..at + 4].try_into().unwrap());
    let end = zip.len() - 22;
    assert_eq!(&zip[end..end + 4], b"PK\x05\x06");
    let (count, size) = (u16_at(end + 10), u32_at(end + 12) as usize);
    let mut at = u32_at(end + 16) as usize;
    assert_eq!(at + size, end, "the directory ends where the end begins");
    let mut files = Vec::new();
    for _ in 0..count {
        assert_eq!(&zip[at..at + 4], b"PK\x01\x02");
        let (length, name) = (u32_at(at + 24) as usize, u16_at(at + 28));
        let local = u32_at(at + 42) as usize;
        assert_eq!(&zip[local..local + 4], b"PK\x03\x04");
        // Both places say the same of the file.
        assert_eq!(zip[local + 4..local + 30], zip[at + 6..at + 32]);
        let from = local + 30 + name;
        let title = String::from_utf8(zip[at + 46..at + 46 + name].to_vec()).unwrap();
        assert_eq!(title.as_bytes(), &zip[local + 30..from]);
        files.push((title, u32_at(at + 16), zip[from..from + length].to_vec()));
        at += 46 + name;
    }
    files
}

/// That every tag is closed by its own, and that attributes stand in quotes. Returns what is between tags.
fn well_formed(xml: &str) -> Vec<String> {
    let (mut open, mut texts) = (Vec::new(), Vec::new());
    let mut rest = xml.split_once("?>\n").unwrap().1;
    while let Some((text, after)) = rest.split_once('<') {
        if !text.is_empty() {
            texts.push(text.to_owned());
        }
        let (tag, after) = after.split_once('>').unwrap();
        assert_eq!(tag.matches('"').count() % 2, 0, "{tag}");
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "{xml}");
        } else if !tag.ends_with('/') {
            open.push(tag.split(' ').next().unwrap());
        }
        rest = after;
    }
    assert!(open.is_empty() && rest.is_empty());
    texts
}

fn part(files: &[(String, u32, Vec<u8>)], name: &str) -> String {
    let (.., content) = files.iter().find(|(n, ..)| n == name).unwrap();
    String::from_utf8(content.clone()).unwrap()
}

#[test]
fn a_zip_tells_the_same_twice_and_has_the_check_sums_of_the_standard() {
    let files = [
        ("a.txt".to_owned(), b"123456789".to_vec()),
        ("b/empty".to_owned(), Vec::new()),
        ("c".to_owned(), (0..=255).collect()),
    ];
    let read = unzip(&stored(&files));
    let content = |(name, _, content): &(String, u32, Vec<u8>)| (name.clone(), content.clone());
    assert_eq!(read.iter().map(content).collect::<Vec<_>>(), files);
    // The first is the check value that catalogues of check sums give; the last is zlib's.
    let sums: Vec<_> = read.iter().map(|(_, sum, _)| *sum).collect();
    assert_eq!(sums, [0xcbf4_3926, 0, 0x2905_8c73]);
    assert!(unzip(&stored(&[])).is_empty());
}

#[test]
fn a_document_has_every_word_of_the_report_in_word_s_own_forms() {
    let q = questionnaire();
    let marks = Standing::of(&q, &score(&q, &answered(&[("a1", level(3))])));
    let marks = marks.marks(736.0, Ink::LIGHT, 1.0);
    let texts = |all: &[&str]| all.iter().map(|t| (*t).to_owned()).collect::<Vec<_>>();
    let nasty = "</w:t><w:p> & \"quoted\" \u{1}\u{ffff}\nsecond 😀 line";
    let report = Report {
        title: "צוות <b>התשלומים</b>".to_owned(),
        logo: None,
        accent: None,
        blocks: vec![
            Block::Heading(2, "Heading".to_owned()),
            Block::Heading(3, "Below".to_owned()),
            Block::Text(nasty.to_owned()),
            Block::List(texts(&["dot one", "dot two"])),
            Block::Steps(texts(&["step one", "step two"])),
            Block::Steps(texts(&["again one"])),
            Block::Figure(marks.clone(), "finding \"one\"".to_owned(), ""),
            Block::Figure(marks, "finding two".to_owned(), ""),
            Block::Table(Table {
                caption: "caption".to_owned(),
                head: texts(&["head", "value"]),
                rows: vec![texts(&["row", "=1+1"])],
            }),
        ],
    };
    let picture = Picture {
        png: vec![0x89, b'P', b'N', b'G'],
        size: (1472, 368),
    };
    let files = unzip(&encode(&report, None, &[picture], "the end"));
    for (name, _, content) in &files {
        if !name.ends_with(".png") {
            well_formed(std::str::from_utf8(content).unwrap());
        }
    }
    let document = part(&files, "word/document.xml");
    let said = well_formed(&document);
    assert_eq!(
        said.join("|"),
        "צוות &lt;b&gt;התשלומים&lt;/b&gt;|Heading|Below|&lt;/w:t&gt;&lt;w:p&gt; &amp; &quot;quoted&quot; \
         |second 😀 line|dot one|dot two|step one|step two|again one|finding &quot;one&quot;|finding two|\
         caption|head|value|row|=1+1|the end"
    );
    let count = |what: &str| document.matches(what).count();
    assert_eq!(count("w:val=\"Heading1\""), 1);
    assert_eq!(count("w:val=\"Heading2\""), 1);
    assert_eq!(count("<w:tblHeader/>"), 1);
    assert_eq!(count("<w:bidi/>"), 1);
    // Each numbered list begins with 1 again.
    for (number, times) in [("1", 2), ("2", 2), ("3", 1)] {
        assert_eq!(count(&format!("<w:numId w:val=\"{number}\"/>")), times);
    }
    assert_eq!(
        part(&files, "word/numbering.xml")
            .matches("startOverride")
            .count(),
        2
    );
    // One picture, as wide as the text, with its finding for who does not see it; the other is missing.
    assert_eq!(count("cx=\"6120000\" cy=\"1530000\""), 2);
    assert_eq!(count("descr=\"finding &quot;one&quot;\""), 1);
    let relations = part(&files, "word/_rels/document.xml.rels");
    assert_eq!(relations.matches("media/figure").count(), 1);
    // All that is related is there, and so is all that has a type.
    for place in relations.split("Target=\"").skip(1) {
        let name = format!("word/{}", place.split('"').next().unwrap());
        assert!(files.iter().any(|(n, ..)| *n == name), "{name}");
    }
    for place in part(&files, "[Content_Types].xml")
        .split("PartName=\"/")
        .skip(1)
    {
        let name = place.split('"').next().unwrap();
        assert!(files.iter().any(|(n, ..)| n == name), "{name}");
    }
    // Styles that are used are there.
    let styles = part(&files, "word/styles.xml");
    for used in document.split("<w:pStyle w:val=\"").skip(1) {
        let id = used.split('"').next().unwrap();
        assert!(styles.contains(&format!("w:styleId=\"{id}\"")), "{id}");
    }
}
