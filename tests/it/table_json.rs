//! JSON as tools print it: lists, wrapped lists, documents in a row, objects within objects.

use crate::table_csv::{rows, sheet};
use plumbline::formats::table::{Choices, Doubt, Kind, Mistaken, NotATable, Sheet, read};

fn rows_at(sheet: &Sheet) -> (&str, usize) {
    let Kind::Json {
        rows_at, documents, ..
    } = &sheet.found.kind
    else {
        panic!("{:?}", sheet.found)
    };
    (rows_at, *documents)
}

#[test]
fn lists_wrapped_or_not_are_rows() {
    let cases = [
        (r#"[{"a":1,"b":"x"},{"a":2,"b":"y"}]"#, "[]", 1),
        (
            r#"{"incidents":[{"a":1,"b":"x"},{"a":2,"b":"y"}],"more":false}"#,
            "incidents[]",
            1,
        ),
        ("{\"a\":1,\"b\":\"x\"}\n{\"a\":2,\"b\":\"y\"}\n", "", 2),
        (r#"[{"a":1,"b":"x"}][{"a":2,"b":"y"}]"#, "[]", 2),
        (
            r#"{"total_count":2,"runs":[{"a":1,"b":"x"}]}{"total_count":2,"runs":[{"a":2,"b":"y"}]}"#,
            "runs[]",
            2,
        ),
        (
            r#"[{"total_count":2,"runs":[{"a":1,"b":"x"}]},{"total_count":2,"runs":[{"a":2,"b":"y"}]}]"#,
            "[].runs[]",
            1,
        ),
        (r#"[[{"a":1,"b":"x"}],[{"a":2,"b":"y"}]]"#, "[][]", 1),
        (
            r#"{"data":{"repo":{"name":"r","nodes":[{"a":1,"b":"x"},{"a":2,"b":"y"}]}}}"#,
            "data.repo.nodes[]",
            1,
        ),
    ];
    for (text, path, documents) in cases {
        let found = sheet(text);
        assert_eq!(rows_at(&found), (path, documents), "{text}");
        assert_eq!(found.table.headers(), ["a", "b"], "{text}");
        assert_eq!(rows(&found), [["1", "x"], ["2", "y"]], "{text}");
        assert_eq!(found.doubts, [], "{text}");
    }
}

#[test]
fn objects_within_become_columns_and_lists_one_text() {
    let found = sheet(
        r#"[{"n":1,"user":{"login":"a","site":{"x":true}},"labels":[{"name":"p"},{"name":"q"}],"tags":["s","t"]},
            {"n":2,"user":null,"labels":[],"late":1.5e3,"tags":[]}]"#,
    );
    assert_eq!(
        found.table.headers(),
        [
            "n",
            "user.login",
            "user.site.x",
            "labels[].name",
            "tags",
            "late"
        ]
    );
    assert_eq!(rows(&found)[0], ["1", "a", "true", "p, q", "s, t", ""]);
    assert_eq!(rows(&found)[1], ["2", "", "", "", "", "1.5e3"]);
}

#[test]
fn pull_requests_stay_rows_with_their_commits() {
    let line = |n: u8| {
        format!(
            r#"{{"number":{n},"mergedAt":"2026-01-0{n}T00:00:00Z","commits":[{{"oid":"a","authoredDate":"2025-12-01T00:00:00Z"}},{{"oid":"b","authoredDate":"2025-12-02T00:00:00Z"}}]}}"#
        )
    };
    for text in [
        format!("[{},{}]", line(1), line(2)),
        format!("{}\n{}", line(1), line(2)),
    ] {
        let found = sheet(&text);
        assert_eq!(found.table.rows(), 2);
        assert_eq!(
            found.table.headers(),
            [
                "number",
                "mergedAt",
                "commits[].oid",
                "commits[].authoredDate"
            ]
        );
        assert_eq!(
            found.table.cell(0, 3),
            "2025-12-01T00:00:00Z, 2025-12-02T00:00:00Z"
        );
    }
    let how = Choices {
        rows_at: Some("[].commits[]".into()),
        ..Choices::default()
    };
    let found = read(format!("[{},{}]", line(1), line(2)).as_bytes(), &how).unwrap();
    assert_eq!(
        found.table.headers(),
        ["oid", "authoredDate", "number", "mergedAt"]
    );
    assert_eq!(
        rows(&found)[3],
        ["b", "2025-12-02T00:00:00Z", "2", "2026-01-02T00:00:00Z"]
    );
}

#[test]
fn a_matrix_of_prometheus_is_a_row_for_each_value() {
    let found = sheet(
        r#"{"status":"success","data":{"resultType":"matrix","result":[
            {"metric":{"job":"a"},"values":[[1435781430.781,"1"],[1435781445.781,"NaN"]]},
            {"values":[[1435781430,"2"]],"metric":{"job":"b"}}]}}"#,
    );
    assert_eq!(found.table.headers(), ["time", "value", "metric.job"]);
    assert_eq!(
        rows(&found),
        [
            ["1435781430.781", "1", "a"],
            ["1435781445.781", "NaN", "a"],
            ["1435781430", "2", "b"]
        ]
    );
}

#[test]
fn the_history_of_argo_is_rows_with_the_application() {
    let app = |name: &str| {
        format!(
            r#"{{"kind":"Application","metadata":{{"name":"{name}"}},"spec":{{"project":"p"}},"status":{{"history":[{{"id":1,"deployedAt":"2026-01-25T10:30:00Z"}},{{"id":2,"deployedAt":"2026-01-26T10:30:00Z"}}],"health":{{"status":"Healthy"}}}}}}"#
        )
    };
    for text in [
        app("x"),
        format!(
            r#"{{"apiVersion":"v1","items":[{}],"kind":"List"}}"#,
            app("x")
        ),
    ] {
        let found = sheet(&text);
        assert_eq!(found.table.rows(), 2, "{text}");
        assert_eq!(found.table.headers()[..2], ["id", "deployedAt"]);
        let name = found
            .table
            .headers()
            .iter()
            .position(|h| h == "metadata.name")
            .unwrap();
        assert_eq!(found.table.cell(1, name), "x");
    }
}

#[test]
fn a_file_that_may_be_cut_says_so() {
    let of = |text: &str| sheet(text).doubts;
    assert_eq!(
        of(r#"{"incidents":[{"a":1}],"more":true}"#),
        [Doubt::SaysMore]
    );
    assert_eq!(
        of(r#"{"total_count":35,"runs":[{"a":1}]}"#),
        [Doubt::SaysTotal(35)]
    );
    assert_eq!(
        of(r#"{"next":"https://x","results":[{"a":1}]}"#),
        [Doubt::SaysMore]
    );
    assert_eq!(
        of(r#"{"next":"https://x","results":[{"a":1}]}{"next":null,"results":[{"a":1}]}"#),
        []
    );
    let rows = vec![r#"{"next":"a","more":true}"#; 30].join("\n");
    assert_eq!(of(&rows), [Doubt::RoundNumber(30)]);
}

#[test]
fn what_is_no_table_is_named() {
    let of = |text: &str| read(text.as_bytes(), &Choices::default()).unwrap_err();
    assert_eq!(of(r#"{"incidents":[],"more":false}"#), NotATable::NoRows);
    assert_eq!(of("[]"), NotATable::NoRows);
    assert_eq!(
        of("[{'id': 1, 'done': True}]"),
        NotATable::Is(Mistaken::Python)
    );
    let events = r#"{"items":[{"involvedObject":{"name":"x"},"lastTimestamp":"2026-01-01T00:00:00Z","reason":"Pulled"}]}"#;
    assert_eq!(of(events), NotATable::Is(Mistaken::KubernetesEvents));
    assert_eq!(
        of("[{\"a\":1},\n{\"a\":"),
        NotATable::BrokenJson {
            line: 2,
            column: 5,
            ends_early: true
        }
    );
    assert_eq!(
        of("[{\"a\":1},\n{\"a\" 1}]"),
        NotATable::BrokenJson {
            line: 2,
            column: 6,
            ends_early: false
        }
    );
}

#[test]
fn frames_of_grafana_are_rows() {
    let frame = |job: &str, values: &str| {
        format!(
            r#"{{"schema":{{"refId":"A","fields":[{{"name":"Time","type":"time"}},{{"name":"Value","labels":{{"job":"{job}"}}}}]}},"data":{{"values":{values}}}}}"#
        )
    };
    let text = format!(
        r#"{{"results":{{"A":{{"status":200,"frames":[{},{}]}}}}}}"#,
        frame("a", "[[1690000000000,1690000060000],[1,null]]"),
        frame("b", "[[1690000000000],[2.5]]")
    );
    let found = sheet(&text);
    assert_eq!(found.table.headers(), ["Time", "Value", "series"]);
    let (a, b) = (r#"{"job":"a"}"#, r#"{"job":"b"}"#);
    let expected = [
        ["1690000000000", "1", a],
        ["1690000060000", "", a],
        ["1690000000000", "2.5", b],
    ];
    assert_eq!(rows(&found), expected);
}

#[test]
fn json_in_a_column_becomes_columns_if_asked() {
    let text = "id,params,last\n1,\"{\"\"a\"\":{\"\"b\"\":\"\"x\\n\"\"},\"\"t\"\":[1,2]}\",z\n2,,z\n3,\"{\"\"c\"\":5}\",z\n4,{broken,z\n";
    let found = sheet(text);
    assert_eq!(found.table.headers().len(), 3);
    assert_eq!(found.found.json_columns, []);
    let text = text.replace("{broken", "\"{}\"");
    let found = sheet(text.replace("{}", "{\"\"\"\":1}"));
    assert_eq!(found.found.json_columns.len(), 1);
    assert!(!found.found.json_columns[0].is_done);
    for text in [text.clone(), text.replace("{}", "{]}")] {
        let how = Choices {
            unfold: vec!["params".into(), "none".into()],
            ..Choices::default()
        };
        let found = read(text.as_bytes(), &how).unwrap();
        assert_eq!(
            found.table.headers(),
            ["id", "params", "last", "params.a.b", "params.t", "params.c"]
        );
        assert_eq!(rows(&found)[0][2..], ["z", "x\n", "1, 2", ""]);
        assert_eq!(rows(&found)[1][2..], ["z", "", "", ""]);
        assert_eq!(rows(&found)[2][2..], ["z", "", "", "5"]);
        assert_eq!(found.table.rows(), 4);
    }
}
