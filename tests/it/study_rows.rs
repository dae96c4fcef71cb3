//! Rows that a number rests on, as CSV.

use crate::study::{add, begun, get, tell};

/// More rows than fit into one text come in parts, each once and in their order, with the headers before the first.
#[test]
fn many_rows_are_written_in_parts() {
    let mut file = "id,finished_at,status\n".to_owned();
    for n in 0..120_000 {
        file += &format!("{n},2026-10-{:02}T00:00:00Z,success\n", n / 5_000 + 1);
    }
    let mut study = begun();
    add(&mut study, "many.csv", file.as_bytes());
    let (mut whole, mut parts, mut from) = (String::new(), 0, Some(0));
    while let Some(at) = from {
        let ask = format!(r#"{{"do": "csv", "metric": "deployment-frequency", "from": {at}}}"#);
        let part = tell(&mut study, &ask, b"");
        whole += get(&part, "csv").as_str().unwrap();
        from = get(&part, "next").as_u64();
        parts += 1;
    }
    assert!(parts > 1);
    let lines: Vec<_> = whole.lines().collect();
    // The file may end within its last day, so that is not looked at.
    assert_eq!(lines.len(), 115_001);
    assert!(lines[0].contains("finished_at"), "{}", lines[0]);
    let days: Vec<_> = lines[1..]
        .iter()
        .filter_map(|l| l.split(',').find(|c| c.starts_with("2026")))
        .collect();
    assert_eq!(days.last(), Some(&"2026-10-23T00:00:00Z"));
    assert!(days.is_sorted());
}
