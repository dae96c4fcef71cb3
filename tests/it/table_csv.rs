//! Separated values as they are found: delimiters, quotes, encodings, what stands before and behind the rows.

use plumbline::formats::table::{
    Choices, Doubt, Encoding, Header, Kind, NotATable, Separated, Sheet, read,
};

pub fn sheet(text: impl AsRef<[u8]>) -> Sheet {
    read(text.as_ref(), &Choices::default()).unwrap()
}

/// All rows as texts.
pub fn rows(sheet: &Sheet) -> Vec<Vec<&str>> {
    let columns = sheet.table.headers().len();
    let row = |row| {
        (0..columns)
            .map(|column| sheet.table.cell(row, column))
            .collect()
    };
    (0..sheet.table.rows()).map(row).collect()
}

fn separated(sheet: &Sheet) -> Separated {
    let Kind::Separated(separated) = sheet.found.kind else {
        panic!("{:?}", sheet.found)
    };
    separated
}

#[test]
fn every_delimiter_is_found() {
    for delimiter in [",", ";", "\t", "|"] {
        let text = "id,when,said\n1,2026-11-23,a\n2,2026-11-24,b\n".replace(',', delimiter);
        let sheet = sheet(text);
        assert_eq!(separated(&sheet).delimiter, Some(delimiter.as_bytes()[0]));
        assert_eq!(sheet.table.headers(), ["id", "when", "said"]);
        assert_eq!(
            rows(&sheet),
            [["1", "2026-11-23", "a"], ["2", "2026-11-24", "b"]]
        );
        assert_eq!(sheet.doubts, []);
    }
}

#[test]
fn a_decimal_comma_is_no_delimiter() {
    let sheet = sheet("Time;p50;p99\n1;0,5;1,5\n2;0,7;1,9\n");
    assert_eq!(separated(&sheet).delimiter, Some(b';'));
    assert_eq!(rows(&sheet)[1], ["2", "0,7", "1,9"]);
}

#[test]
fn a_line_that_names_the_delimiter_is_believed() {
    let sheet = sheet("sep=;\r\na;b,c\r\n1;2,3\r\n");
    assert_eq!(sheet.table.headers(), ["a", "b,c"]);
    assert_eq!(rows(&sheet), [["1", "2,3"]]);
}

#[test]
fn quotes_hold_cells_together() {
    let sheet = sheet("a,b\n\"1,5\",\"say \"\"hi\"\"\"\n\"two\nlines\",\" x\"\n");
    assert_eq!(rows(&sheet), [["1,5", "say \"hi\""], ["two\nlines", " x"]]);
}

#[test]
fn a_quote_within_a_cell_is_a_letter() {
    let sheet = sheet("a,b\n5\" disk,x\n\"a\" or b,y\n");
    assert_eq!(rows(&sheet), [["5\" disk", "x"], ["a or b", "y"]]);
}

#[test]
fn a_quote_that_never_ends_is_a_letter_and_said() {
    let sheet = sheet("a,b\n1,\"x\ny\"\n2,\"oops\n3,z\n4,\"w\"\n5,v\n");
    let expected = [
        ["1", "x\ny"],
        ["2", "\"oops"],
        ["3", "z"],
        ["4", "w"],
        ["5", "v"],
    ];
    assert_eq!(rows(&sheet), expected);
    assert!(!sheet.doubts.is_empty(), "{:?}", sheet.doubts);
}

#[test]
fn short_rows_are_filled_and_long_ones_cut() {
    let found = sheet("a,b,c\n1,2\n1,2,3,4\n1,2,3\n1,2,3,,\n");
    assert_eq!(rows(&found)[0], ["1", "2", ""]);
    assert_eq!(rows(&found)[1], ["1", "2", "3"]);
    assert!(
        found
            .doubts
            .contains(&Doubt::ShortRows { count: 1, first: 0 })
    );
    assert!(
        found
            .doubts
            .contains(&Doubt::LongRows { count: 1, first: 1 })
    );
}

#[test]
fn a_nameless_empty_column_is_dropped() {
    let found = sheet("a;b;\n1;2;\n3;4;\n");
    assert_eq!(found.table.headers(), ["a", "b"]);
    let found = sheet("a;;b\n1;x;2\n3;y;4\n");
    assert_eq!(found.table.headers(), ["a", "Column 2", "b"]);
}

#[test]
fn a_name_that_stands_twice_is_numbered() {
    let found = sheet("Key,Labels,Labels,Labels 2,Labels\n1,a,,c,d\n2,,b,,\n");
    assert_eq!(
        found.table.headers(),
        ["Key", "Labels", "Labels 3", "Labels 2", "Labels 4"]
    );
    assert_eq!(found.table.first_of_name(4), 1);
    assert_eq!(found.table.any_of_name(0, 4), "a");
    assert_eq!(found.table.any_of_name(1, 1), "b");
}

#[test]
fn what_stands_before_the_names_is_left_away() {
    let found = sheet(
        "Incidents\nGenerated on 2026-11-23\n\nid,opened,closed\n1,2026-01-02,\n2,2026-01-03,2026-01-04\n",
    );
    assert_eq!(found.table.headers(), ["id", "opened", "closed"]);
    assert_eq!(found.doubts, [Doubt::LinesBefore(2)]);
    let found = sheet("My title;;\n;;\nid;opened;closed\n1;2026-01-02;\n2;2026-01-03;x\n");
    assert_eq!(found.table.headers(), ["id", "opened", "closed"]);
}

#[test]
fn rows_without_names_are_rows() {
    let found = sheet("2026-01-02,12,ok\n2026-01-03,13,bad\n");
    assert_eq!(found.table.headers(), ["Column 1", "Column 2", "Column 3"]);
    assert_eq!(found.table.rows(), 2);
    assert!(found.doubts.contains(&Doubt::NoHeader));
    assert_eq!(separated(&found).header, Header::Nowhere);
}

#[test]
fn a_total_is_no_row() {
    for last in ["Total,,12", ",,12", "Summe:,,12"] {
        let found = sheet(format!("team,who,n\na,x,5\nb,y,7\n{last}\n"));
        assert_eq!(found.table.rows(), 2, "{last}");
        assert_eq!(found.doubts, [Doubt::TotalRow]);
    }
    assert_eq!(
        sheet("a,b,c\n1,2,3\n4,5,6\n\n,,\n,,\n(2 rows)\n")
            .table
            .rows(),
        2
    );
}

#[test]
fn every_end_of_a_line_ends_one() {
    for end in ["\n", "\r\n", "\r"] {
        let found = sheet(format!("a,b{end}1,2{end}3,4{end}"));
        assert_eq!(rows(&found), [["1", "2"], ["3", "4"]]);
        let found = sheet(format!("a,b{end}{end}1,\"2{end}\"{end}3,4"));
        assert_eq!(rows(&found), [["1", &*format!("2{end}")], ["3", "4"]]);
    }
}

#[test]
fn an_empty_file_and_one_of_names_alone_are_told_apart() {
    let of = |text: &str| read(text.as_bytes(), &Choices::default()).unwrap_err();
    assert_eq!(of(""), NotATable::Empty);
    assert_eq!(of(" \n\n"), NotATable::Empty);
    assert_eq!(of("\u{feff}"), NotATable::Empty);
    assert_eq!(
        of("id,opened,closed\n"),
        NotATable::OnlyHeader { columns: 3 }
    );
}

#[test]
fn every_encoding_is_read_and_named() {
    let text = "naïve;€\nä;1\nö;2\n";
    let utf16 = |big: bool, mark: bool| {
        let units = mark
            .then_some(0xfeff)
            .into_iter()
            .chain(text.encode_utf16());
        let bytes = units.map(|u| {
            if big {
                u.to_be_bytes()
            } else {
                u.to_le_bytes()
            }
        });
        bytes.flatten().collect::<Vec<u8>>()
    };
    let windows: Vec<u8> = text
        .chars()
        .map(|c| if c == '€' { 0x80 } else { c as u8 })
        .collect();
    let marked = format!("\u{feff}{text}").into_bytes();
    let cases = [
        (text.as_bytes().to_vec(), Encoding::Utf8),
        (marked, Encoding::Utf8),
        (utf16(false, true), Encoding::Utf16Le),
        (utf16(true, true), Encoding::Utf16Be),
        (utf16(false, false), Encoding::Utf16Le),
        (utf16(true, false), Encoding::Utf16Be),
        (windows, Encoding::Windows1252),
    ];
    for (bytes, encoding) in cases {
        let found = sheet(&bytes);
        assert_eq!(found.found.encoding, encoding);
        assert_eq!(found.table.headers(), ["naïve", "€"]);
        assert_eq!(rows(&found), [["ä", "1"], ["ö", "2"]]);
        let guessed = found.doubts.contains(&Doubt::EncodingGuessed);
        assert_eq!(guessed, encoding == Encoding::Windows1252);
    }
}

#[test]
fn what_was_found_can_be_chosen_otherwise() {
    let text = "x;y\n1,5;2\n";
    let with = |how: Choices| read(text.as_bytes(), &how).unwrap();
    let found = with(Choices {
        delimiter: Some(Some(b',')),
        header: Some(Header::Nowhere),
        ..Choices::default()
    });
    assert_eq!(
        rows(&found),
        [["x;y", ""], ["1", "5;2"]][..1]
            .iter()
            .map(|r| r[..1].to_vec())
            .chain([vec!["1"]])
            .collect::<Vec<_>>()
    );
    let found = with(Choices {
        delimiter: Some(None),
        ..Choices::default()
    });
    assert_eq!(rows(&found), [["1,5;2"]]);
}

#[test]
fn remarks_with_commas_are_no_names() {
    let found =
        sheet("# made by x, y\n# on 2026-01-01, by z\nid,opened\n1,2026-01-02\n2,2026-01-03\n");
    assert_eq!(found.table.headers(), ["id", "opened"]);
    let found = sheet("# day,count\n2026-01-02,1\n2026-01-03,2\n");
    assert_eq!(found.table.headers(), ["day", "count"]);
}
