//! Files that are no tables are named, so that somebody knows what to do.

use plumbline::formats::table::{Choices, Mistaken, NotATable, Pack, Sheet, read, read_watched};

fn of(bytes: impl AsRef<[u8]>) -> NotATable {
    read(bytes.as_ref(), &Choices::default()).unwrap_err()
}

#[test]
fn every_other_kind_of_file_has_its_name() {
    let zip = |name: &str| {
        [
            b"PK\x03\x04\x14\0\x06\0".as_slice(),
            name.as_bytes(),
            &[0; 60],
        ]
        .concat()
    };
    let cases: [(Vec<u8>, Mistaken); 26] = [
        (zip("xl/workbook.xml"), Mistaken::Xlsx),
        (zip("[Content_Types].xml"), Mistaken::Xlsx),
        (zip("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"), Mistaken::Ods),
        (zip("deployments.csv"), Mistaken::Packed(Pack::Zip)),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), Mistaken::Xls),
        (b"%PDF-1.7\n".to_vec(), Mistaken::Pdf),
        (b"\x1f\x8b\x08\0".to_vec(), Mistaken::Packed(Pack::Gzip)),
        (b"BZh91AY".to_vec(), Mistaken::Packed(Pack::Other)),
        (b"\x89PNG\r\n\x1a\n".to_vec(), Mistaken::Picture),
        (b"\xff\xd8\xff\xe0".to_vec(), Mistaken::Picture),
        (b"PAR1\x15".to_vec(), Mistaken::Parquet),
        (b"SQLite format 3\0".to_vec(), Mistaken::Sqlite),
        (b"\x7fELF\x02".to_vec(), Mistaken::Binary),
        ((0..200).map(|n| n % 32).collect(), Mistaken::Binary),
        (b"<!DOCTYPE html><html><body>Sign in".to_vec(), Mistaken::Html),
        (b"\xef\xbb\xbf <table><tr><td>Number</td></tr></table>".to_vec(), Mistaken::Html),
        (b"<?xml version=\"1.0\"?><Workbook><Worksheet/></Workbook>".to_vec(), Mistaken::Xml),
        (b"<incidents><incident/></incidents>".to_vec(), Mistaken::Xml),
        (b"---\napiVersion: v1\nkind: Service\nspec:\n  - a: 1\n".to_vec(), Mistaken::Yaml),
        (b"kind: Component\nmetadata:\n  name: x\n  tags: [a]\n".to_vec(), Mistaken::Yaml),
        (b"{'id': 1, 'done': True}\n".to_vec(), Mistaken::Python),
        (b"[{'id': 1, 'end': None}]\n".to_vec(), Mistaken::Python),
        (b"[\n  {'id': 1}]\n".to_vec(), Mistaken::Python),
        (b"{ \"format\" : \"plumbline/assessment\", \"version\": 1}".to_vec(), Mistaken::Ours),
        (
            br#"<!doctype html><body><script type="application/json" id="plumbline-assessment">{}</script>"#.to_vec(),
            Mistaken::Ours,
        ),
        (
            br#"{"kind":"List","items":[{"kind":"Event","involvedObject":{"name":"a"},"eventTime":"2026-01-01T00:00:00Z"}]}"#
                .to_vec(),
            Mistaken::KubernetesEvents,
        ),
    ];
    for (bytes, kind) in cases {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        assert_eq!(of(bytes), NotATable::Is(kind), "{text}");
    }
}

#[test]
fn tables_that_look_a_little_like_other_kinds_are_tables() {
    let rows =
        |text: &str| read(text.as_bytes(), &Choices::default()).map(|s: Sheet| s.table.rows());
    // A cell that begins with a bracket; a list of names with colons; a formula.
    assert_eq!(rows("[Key],Created\nA-1,2026-01-01\n"), Ok(1));
    assert_eq!(
        rows("Name: Team,Created\nx,2026-01-01\ny,2026-01-02\n"),
        Ok(2)
    );
    assert_eq!(
        rows("id,link\n1,\"=HYPERLINK(\"\"https://x\"\";\"\"y\"\")\"\n2,'0012\n"),
        Ok(2)
    );
    assert_eq!(
        rows("time: 10:00\n"),
        Err(NotATable::OnlyHeader { columns: 1 })
    );
    assert_eq!(rows("<none>,Created\nx,2026-01-01\n"), Ok(1));
}

#[test]
fn reading_tells_how_far_it_is_and_can_be_stopped() {
    let line = "2026-01-01T00:00:00Z,production,success\n";
    let csv = ["when,environment,result\n", &line.repeat(100_000)].concat();
    let item = r#"{"when":"2026-01-01T00:00:00Z","result":"success"},"#;
    let json = ["[", item.repeat(100_000).trim_end_matches(','), "]"].concat();
    for text in [csv, json] {
        let (mut told, mut last) = (0, 0);
        let mut watch = |done, all| {
            assert!(done >= last && done <= all, "{done} of {all}");
            (told, last) = (told + 1, done);
            true
        };
        let sheet = read_watched(
            text.clone().into_bytes().into(),
            &Choices::default(),
            &mut watch,
        )
        .unwrap();
        assert_eq!(sheet.table.rows(), 100_000);
        assert!(told >= 3, "{told}");
        let mut left = 2;
        let mut watch = |_, _| {
            left -= 1;
            left > 0
        };
        let stopped = read_watched(text.into_bytes().into(), &Choices::default(), &mut watch);
        assert_eq!(stopped, Err(NotATable::Stopped));
    }
}
