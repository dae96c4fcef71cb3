//! Whatever table is written, with whatever delimiter, quotes and encoding, is read back the same. The `csv`
//! crate writes.

use plumbline::formats::table::{Choices, Encoding, Header, read};
use proptest::prelude::*;

/// A cell of letters that mean something, and of others.
fn cell() -> impl Strategy<Value = String> {
    let letter = prop_oneof![
        4 => prop::sample::select(vec![',', ';', '\t', '|', '"', '\n', '\r', ' ', '\'', '\\', '#', '0', '9', '-', '.']),
        3 => prop::char::range('a', 'f'),
        1 => prop::sample::select(vec!['ä', '€', 'é', '語', '🚀', '\u{a0}', '\u{2028}', '\u{feff}']),
    ];
    prop::collection::vec(letter, 0..90).prop_map(|letters| letters.into_iter().collect())
}

fn table() -> impl Strategy<Value = Vec<Vec<String>>> {
    (1_usize..6)
        .prop_flat_map(|width| prop::collection::vec(prop::collection::vec(cell(), width), 1..8))
}

fn encoded(text: &str, encoding: Encoding, mark: bool) -> Vec<u8> {
    let marked = if mark {
        format!("\u{feff}{text}")
    } else {
        text.to_owned()
    };
    match encoding {
        Encoding::Utf16Le => marked.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        Encoding::Utf16Be => marked.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        _ => marked.into_bytes(),
    }
}

fn written(rows: &[Vec<String>], delimiter: u8, always: bool, crlf: bool) -> String {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .quote_style(if always {
            csv::QuoteStyle::Always
        } else {
            csv::QuoteStyle::Necessary
        })
        .terminator(if crlf {
            csv::Terminator::CRLF
        } else {
            csv::Terminator::Any(b'\n')
        })
        .from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn what_was_written_is_read(
        rows in table(),
        delimiter in prop::sample::select(vec![b',', b';', b'\t', b'|']),
        encoding in prop::sample::select(vec![Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be]),
        (always, crlf, mark) in (any::<bool>(), any::<bool>(), any::<bool>()),
    ) {
        // Names stand before, so that no row is taken for them, and a last row is full.
        let width = rows[0].len();
        let name = |at| format!("c{at}");
        let mut all = vec![(0..width).map(name).collect::<Vec<_>>()];
        all.extend(rows);
        all.push(vec!["end".to_owned(); width]);
        let text = written(&all, delimiter, always, crlf);
        let bytes = encoded(&text, encoding, mark || encoding != Encoding::Utf8);
        let how = Choices {
            delimiter: Some(Some(delimiter)),
            header: Some(Header::Record(0)),
            ..Choices::default()
        };
        let found = read(&bytes, &how).unwrap();
        prop_assert_eq!(found.found.encoding, encoding);
        prop_assert_eq!(found.table.headers(), &all[0][..]);
        prop_assert_eq!(found.table.rows(), all.len() - 1);
        for (row, cells) in all[1..].iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                prop_assert_eq!(found.table.cell(row, column), cell);
            }
        }
        // The delimiter is found, too, where there is one.
        if width > 1 {
            let how = Choices { header: Some(Header::Record(0)), ..Choices::default() };
            let guessed = read(&written(&all, delimiter, true, crlf).into_bytes(), &how).unwrap();
            prop_assert_eq!(guessed.table.rows(), all.len() - 1);
        }
    }
}
