//! The report as Markdown: what people paste stays text, and reads as text where nothing reads
//! Markdown.

use crate::world::{DAYS, built_in_sample};
use plumbline::report::{Block, Report, Table, markdown};

fn as_text(text: &str) -> String {
    let report = Report {
        title: "T".into(),
        logo: None,
        accent: None,
        blocks: vec![Block::Text(text.into())],
    };
    let made = markdown::encode(&report);
    made.strip_prefix("# T\n\n").unwrap().trim_end().to_owned()
}

#[test]
fn what_is_plain_in_markdown_stays_plain() {
    for text in [
        "Lead time: from commit to production, 10:30 to 11:00 (80 %).",
        "2026-11-26. Plumbline 2.0.0: 17 of 17 answered.",
        "snake_case_name & others, 2 < 3 > 1, a+b=c, #1 of 3! C# too",
        "-5 points; 3.5 days; $5 a day; R&D, “quoted”; AT&T, see show.me",
        "Ärger · 漢字 → x",
    ] {
        assert_eq!(as_text(text), text);
    }
}

#[test]
fn what_would_become_markup_does_not() {
    for (given, made) in [
        ("https://example.org/a_b", "https\\://example.org/a_b"),
        ("ftp://x", "ftp\\://x"),
        ("www.example.org", "www\\.example.org"),
        ("WWW.example.org", "WWW\\.example.org"),
        ("me@example.org and @all", "me&#64;example.org and &#64;all"),
        ("[x](javascript:y)", "\\[x\\](javascript:y)"),
        ("![x](y)", "!\\[x\\](y)"),
        ("[x]: https://y", "\\[x\\]: https\\://y"),
        ("# Heading", "\\# Heading"),
        ("##", "\\##"),
        ("> quoted", "\\> quoted"),
        ("- item", "\\- item"),
        ("---", "\\---"),
        ("+ item", "\\+ item"),
        ("1. item", "1\\. item"),
        ("12) item", "12\\) item"),
        ("    code", "code"),
        ("<b>x</b>", "&lt;b>x&lt;/b>"),
        ("<!-- x -->", "&lt;!-- x -->"),
        ("<https://x.y>", "&lt;https\\://x.y>"),
        ("&lt;b&gt; &#60;", "&amp;lt;b&amp;gt; &amp;#60;"),
        (
            "*a* _b_ __c__ ~~d~~ `e`",
            "\\*a\\* \\_b\\_ \\_\\_c\\_\\_ \\~\\~d\\~\\~ \\`e\\`",
        ),
        ("a|b\\", "a\\|b\\\\"),
        ("one\n# two\r\n- three", "one<br># two<br>- three"),
    ] {
        assert_eq!(as_text(given), made, "{given}");
    }
}

#[test]
fn a_cell_stays_a_cell_and_no_report_of_the_sample_has_a_code_for_a_colon() {
    let table = Table {
        caption: "C | D".into(),
        head: vec!["a".into(), "b".into()],
        rows: vec![vec!["x|y".into(), "1. z\n2. <i>".into()]],
    };
    let report = Report {
        title: "A: B".into(),
        logo: None,
        accent: None,
        blocks: vec![Block::Table(table)],
    };
    let made = markdown::encode(&report);
    assert_eq!(
        made,
        "# A: B\n\n**C \\| D**\n\n| a | b |\n| --- | --- |\n| x\\|y | 1\\. z<br>2. &lt;i> |\n"
    );
    let q = crate::report::questionnaire();
    let made = markdown::encode(&Report::of(q, &built_in_sample(q), &DAYS));
    assert!(!made.contains("&#58;") && made.contains(": "));
}
