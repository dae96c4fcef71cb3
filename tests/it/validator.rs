//! The validator notices what is wrong with a questionnaire, and says where.

use plumbline::catalog::built_in;
use plumbline::model::{
    Bound, Condition, Context, Former, Level, Practice, Questionnaire, Setting, validate,
};
use serde_json::json;

#[track_caller]
fn check(change: impl FnOnce(&mut Questionnaire), expected: &str) {
    let mut q = built_in();
    change(&mut q);
    let problems: Vec<_> = validate::questionnaire(&q)
        .iter()
        .map(ToString::to_string)
        .collect();
    assert!(
        problems.iter().any(|p| p.contains(expected)),
        "{problems:?}"
    );
}

#[test]
fn the_validator_names_what_is_wrong_and_where() {
    let first = built_in().practices[0].id.clone();
    check(
        |q| q.practices.push(q.practices[0].clone()),
        &format!("practice/{first}/id: this id is used twice"),
    );
    check(
        |q| q.practices[0].weight = 0.0,
        "the weight must be a number above 0",
    );
    check(
        |q| q.practices[0].weight = f64::NAN,
        "the weight must be a number above 0",
    );
    check(
        |q| q.practices[0].requires = vec![first.clone()],
        "it requires itself",
    );
    let at = |field: &str, message: &str| format!("practice/{first}/{field}: {message}");
    check(
        |q| q.practices[0].levels[2] = " ".into(),
        &at("levels/3", "the text is missing"),
    );
    check(
        |q| q.practices[0].levels[2] = q.practices[0].levels[1].clone(),
        &at("levels/3", "the text is that of a lower level"),
    );
    check(
        |q| q.practices[0].levels[2] = "Too short by far.".into(),
        &at("levels/3", "the text is less than half as long"),
    );
    check(
        |q| q.practices[0].title = "x".repeat(49),
        &at("title", "the text has 49 characters and 48 fit"),
    );
    check(
        |q| q.practices[0].requires = vec!["nowhere".to_owned().try_into().unwrap()],
        &at("requires", "there is no practice “nowhere”"),
    );
    check(
        |q| q.practices[0].terms = vec!["nothing".to_owned().try_into().unwrap()],
        &at("terms", "there is no term “nothing”"),
    );
    check(
        |q| q.practices[0].covers = vec!["cell:none".into()],
        &at("covers", "nothing named “cell:none”"),
    );
    for list in ["requires", "terms", "covers", "contexts"] {
        check(
            |q| {
                let other = q.practices[1].id.clone();
                let p = &mut q.practices[0];
                p.requires = vec![other; 2];
                p.terms = vec![q.terms[0].id.clone(); 2];
                p.covers = vec![q.covers[0].id.clone(); 2];
                let context = Context {
                    setting: Setting::Data,
                    text: "t".into(),
                };
                p.contexts = vec![context; 2];
            },
            &at(list, "one of them stands here twice"),
        );
    }
    let context = |text: &str| Context {
        setting: Setting::Mobile,
        text: text.to_owned(),
    };
    check(
        |q| q.practices[0].contexts = vec![context(" ")],
        &at("contexts", "the text is missing"),
    );
    check(
        |q| q.practices[0].contexts = vec![context(&"x".repeat(161))],
        &at("contexts", "the text has 161 characters and 160 fit"),
    );
    check(|q| q.practices[0].sources.clear(), "source");
    check(
        |q| q.practices[0].sources[0].url = "http://example.org".into(),
        "source",
    );
    check(
        |q| q.metrics[0].cuts.reverse(),
        "cuts must run from worst to best",
    );
    check(
        |q| q.metrics[0].cuts[1] = q.metrics[0].cuts[0],
        "bands overlap or are empty",
    );
    check(
        |q| q.metrics[0].range = [5.0, f64::INFINITY],
        "it must be two numbers",
    );
    check(
        |q| q.metrics[0].range = [0.0, 1.0],
        "a cut lies outside the range",
    );
    check(
        |q| q.metrics[0].unit = "furlongs".into(),
        "“furlongs” is none of the units",
    );
    check(
        |q| drop(q.disciplines.remove(0)),
        "there is no such discipline",
    );
}

#[test]
fn the_validator_reads_rules_balance_and_terms_too() {
    check(
        |q| drop(q.rules[0].when.pop()),
        "one thing alone contradicts nothing",
    );
    check(
        |q| {
            let mut again = q.rules[0].clone();
            again.id = "again".to_owned().try_into().unwrap();
            q.rules.push(again);
        },
        "rule/again/when: an earlier rule asks for the same",
    );
    let bounded = |id: &str, bound| Condition::Practice {
        practice: id.to_owned().try_into().unwrap(),
        bound,
    };
    let [two, four] = [2, 4].map(|l| Level::new(l).unwrap());
    check(
        |q| {
            q.rules[0].when = vec![
                bounded("slo-targets", Bound::AtMost(two)),
                bounded("slo-targets", Bound::AtLeast(four)),
            ];
        },
        "the conditions on “slo-targets” exclude each other",
    );
    check(
        |q| q.rules[0].when[0] = bounded("nowhere", Bound::AtLeast(four)),
        "there is no “nowhere”",
    );
    check(
        |q| {
            q.rules[0].when[0] = Condition::Metric {
                metric: q.metrics[0].id.clone(),
                bound: Bound::AtLeast(-1.0),
            };
        },
        "never has that value",
    );
    check(
        |q| q.balance[0].behind = q.balance[0].ahead.clone(),
        "a discipline cannot run ahead of itself",
    );
    check(|q| q.terms[0].text = String::new(), "the text is missing");
}

#[test]
fn all_problems_come_at_once() {
    let mut q = built_in();
    q.practices[0].weight = 0.0;
    q.metrics[0].sources.clear();
    q.rules[0].when.clear();
    assert_eq!(validate::questionnaire(&q).len(), 3);
}

#[test]
fn the_validator_reads_published_figures() {
    let groups = "benchmark/dora-2018/";
    let at = |path: &str, message: &str| format!("{groups}{path}: {message}");
    let lower = "it must be two numbers, the lower first";
    check(
        |q| q.published.benchmarks[0].rows[0].of[0].range = [2.0, 1.0],
        &at("row/of/range", lower),
    );
    check(
        |q| q.published.benchmarks[0].rows[0].of[0].range = [f64::NAN, 1.0],
        &at("row/of/range", lower),
    );
    check(
        |q| q.published.benchmarks[0].rows[0].of[0].range = [-2.0, 1.0],
        "outside the metric's range",
    );
    check(
        |q| drop(q.published.benchmarks[0].rows[0].of.pop()),
        "one entry for each group",
    );
    check(
        |q| q.published.benchmarks[0].groups[0].share = Some(101.0),
        "between 0 and 100 %",
    );
    check(
        |q| q.published.benchmarks[0].rows.clear(),
        &at("groups", "it has no figures"),
    );
    check(
        |q| q.published.benchmarks[0].year = 1918,
        "no year of a report",
    );
    check(|q| q.published.benchmarks[0].sources.clear(), "source");
    check(
        |q| q.published.benchmarks[1].rows[1] = q.published.benchmarks[1].rows[0].clone(),
        "a metric has a row already",
    );
    check(|q| q.published.credit.clear(), "whose figures these are");
    check(
        |q| q.published.answers[0].edges.truncate(4),
        "answers/dora-time/edges: it needs an edge",
    );
    check(
        |q| q.published.answers[0].edges[1] = 1e6,
        "from the worst to the best",
    );
    check(
        |q| q.published.answers[0].edges.reverse(),
        "series/dora-lead-time/answers: the answers run",
    );
    check(
        |q| drop(q.published.answers.remove(0)),
        "there are no such answers",
    );
    check(
        |q| q.published.series[0].means.clear(),
        "series/dora-lead-time/mean: it has no figures",
    );
    check(
        |q| q.published.series[0].means.swap(0, 1),
        "years must rise",
    );
    check(
        |q| q.published.series[0].means[0].all.mean = 10.5,
        "outside its scale",
    );
    check(
        |q| q.published.series[5].means[0].all.mean = 101.0,
        "outside its scale",
    );
    check(
        |q| q.published.series[5].says.clear(),
        "series/dora-fail-rate/says: the text is missing",
    );
    check(
        |q| drop(q.published.industries.remove(0)),
        "there is no “education” to choose",
    );
    check(
        |q| drop(q.published.sizes.remove(0)),
        "mean/sizes: there is no “1” to choose",
    );
    check(
        |q| q.published.sizes[1] = q.published.sizes[0].clone(),
        "size/1/id: this id is used twice",
    );
    check(
        |q| q.metrics.retain(|m| m.id.as_str() != "change-lead-time"),
        "there is no such metric",
    );
}

/// What the types hold is told by whoever reads the file.
#[test]
fn effort_stakes_who_answers_and_kinds_of_work_are_read_or_refused_in_words() {
    let value = serde_json::to_value(&built_in().practices[0]).unwrap();
    let read = |field: &str, given: serde_json::Value| {
        let mut changed = value.clone();
        changed[field] = given;
        let read = serde_json::from_value::<Practice>(changed);
        read.map(drop).map_err(|e| e.to_string())
    };
    let refused = |field: &str, given: serde_json::Value, message: &str| {
        let said = read(field, given).unwrap_err();
        assert!(said.contains(message), "{said}");
    };
    let effort = "effort is S, M or L, for all four steps up or for each of them";
    refused("effort", json!("XL"), effort);
    refused("effort", json!(["S", "M", "L"]), effort);
    refused("stakes", json!(0), "stakes are 1, 2 or 3");
    refused("stakes", json!(4), "stakes are 1, 2 or 3");
    refused("answered_by", json!("me"), "expected one of `anyone`");
    let context = json!([{"in": "desktop", "text": "t"}]);
    refused("contexts", context, "expected one of `mobile`");
    assert_eq!(read("effort", json!("M")), Ok(()));
    assert_eq!(read("effort", json!(["S", "M", "M", "L"])), Ok(()));
    assert_eq!(read("stakes", json!(3)), Ok(()));
}

#[test]
fn what_is_no_longer_asked_is_gone_and_leads_to_what_is() {
    let first = built_in().practices[0].id.to_string();
    let former = |change: fn(&mut Former, &str)| {
        let first = first.clone();
        move |q: &mut Questionnaire| change(&mut q.former[0], &first)
    };
    check(
        former(|f, first| f.id = first.to_owned()),
        &format!("former/{first}/id: this is still asked"),
    );
    check(
        |q| q.former.push(q.former[0].clone()),
        "id: this is there twice",
    );
    check(
        former(|f, _| f.now.push("nowhere".into())),
        "now: there is no practice or metric nowhere",
    );
    check(former(|f, _| f.title.clear()), "title: the text is missing");
    let version = "changed: should be this version, such as 1.2.0, or an earlier one";
    check(|q| q.metrics[0].changed = "9.0.0".into(), version);
    check(|q| q.metrics[0].changed = "soon".into(), version);
}
