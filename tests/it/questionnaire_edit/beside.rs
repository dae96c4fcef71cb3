//! What stands beside the practices: whose it is, from whose model, metrics, rules, and the glossary.

use super::{BASE, ODD, example, read};
use plumbline::formats::brand::{Colour, Contrast, READABLE};
use plumbline::formats::questionnaire_toml::{
    Draft, Edit, Field, Part, Refusal, Set, Whose, blank, decode,
};
use plumbline::model::{MetricId, RuleId, TermId};

fn done(draft: &Draft, edit: &Edit) -> Draft {
    draft
        .edited(&BASE, edit)
        .unwrap_or_else(|why| panic!("{edit:?}: {why}"))
}

fn begun() -> Draft {
    read(&blank(&BASE, "acme", "Acme"))
}

fn whose(draft: &Draft, field: Whose, text: &str) -> Draft {
    done(draft, &Edit::Whose(field, text.to_owned()))
}

fn wrong(draft: &Draft, path: &str) -> bool {
    draft.wrong.iter().any(|remark| remark.path == path)
}

#[test]
fn a_brand_is_made_changed_checked_at_once_and_taken_out() {
    let begun = begun();
    // Whatever is said first, it can be read: a brand has a name.
    let draft = whose(&begun, Whose::Accent, "#8a1538");
    assert!(
        draft
            .text
            .contains("[brand]\nname = \"Acme\"\naccent = \"#8a1538\"\n"),
        "{}",
        draft.text
    );
    assert!(draft.wrong.is_empty(), "{:?}", draft.wrong);
    let accent = draft.brand.as_ref().unwrap().accent.unwrap();
    assert_eq!(accent.light.accent, Colour(0x8a, 0x15, 0x38));
    // What cannot be read is kept as it was typed, and said.
    let yellow = whose(&draft, Whose::Accent, "#ffee00");
    assert!(wrong(&yellow, "brand/accent"));
    assert_eq!(Whose::Accent.of(&yellow), "#ffee00");
    assert_eq!(yellow.brand.as_ref().unwrap().accent, None);
    assert!(decode(&yellow.text, &BASE).is_err());
    let half = whose(&draft, Whose::Accent, "#8a");
    assert!(wrong(&half, "brand/accent"));
    // Without the one for light ground, the other one is nothing.
    let dark = whose(
        &whose(&draft, Whose::AccentDark, "#e0a3b4"),
        Whose::Accent,
        "",
    );
    assert!(wrong(&dark, "brand/accent_dark"));
    let unnamed = whose(&draft, Whose::Name, "");
    assert!(wrong(&unnamed, "brand/name") && !unnamed.text.contains("Acme\"\naccent"));
    // A mark is checked as a mark in a file is.
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"4\"><rect width=\"4\" height=\"4\"/></svg>";
    let marked = whose(&draft, Whose::Mark, svg);
    assert!(marked.wrong.is_empty() && marked.brand.as_ref().unwrap().mark.is_some());
    assert_eq!(Whose::Mark.of(&marked), svg);
    assert!(wrong(
        &whose(&draft, Whose::Mark, "no picture"),
        "brand/mark"
    ));
    assert_eq!(whose(&marked, Whose::Mark, "").text, draft.text);
    // And all of it goes again.
    assert_eq!(done(&marked, &Edit::NoBrand).text, begun.text);
    let named = whose(&begun, Whose::Name, "A");
    assert_eq!(whose(&named, Whose::Name, "").text, begun.text);
    assert_eq!(whose(&begun, Whose::Mark, "").text, begun.text);
    assert_eq!(done(&begun, &Edit::NoBrand).text, begun.text);
}

#[test]
fn what_stands_around_a_brand_stays() {
    let bank = read(&example("bank"));
    let draft = whose(&bank, Whose::Name, "Bank of Acme");
    let changed: Vec<_> = bank
        .text
        .lines()
        .zip(draft.text.lines())
        .filter(|(a, b)| a != b)
        .collect();
    assert_eq!(changed.len(), 1, "{changed:?}");
    assert!(changed[0].1.starts_with("name = \"Bank of Acme\""));
    assert_eq!(bank.text.lines().count(), draft.text.lines().count());
}

#[test]
fn a_source_is_checked_beside_its_fields() {
    let text = blank(&BASE, "acme", "Acme")
        + "\n[source]\ntitle = \"Theirs\" # theirs\nurl = \"https://example.org\"\nlicence = \"CC\"\n";
    let draft = read(&text);
    assert_eq!(Whose::SourceLicence.of(&draft), "CC");
    let bad = whose(&draft, Whose::SourceUrl, "http://example.org");
    assert!(wrong(&bad, "source/url"));
    assert!(wrong(
        &whose(&draft, Whose::SourceTitle, " "),
        "source/title"
    ));
    assert!(wrong(
        &whose(&draft, Whose::SourceLicence, &"x".repeat(201)),
        "source/licence"
    ));
    let named = whose(&draft, Whose::SourceTitle, "Others’");
    assert!(
        named.text.contains("title = \"Others’\" # theirs"),
        "{}",
        named.text
    );
    for field in Whose::ALL {
        assert_eq!(
            Whose::ALL
                .iter()
                .filter(|other| other.path() == field.path())
                .count(),
            1
        );
    }
}

#[test]
fn a_contrast_is_that_of_the_worst_ground_and_the_nearest_that_is_enough_is() {
    let [light, dark] = Contrast::both(Colour(0xff, 0xee, 0x00), None);
    assert!(!light.is_dark && !light.is_enough() && light.least < 2.0);
    assert!(dark.is_dark && dark.is_enough() && dark.nearest.is_none());
    let nearest = light.nearest.unwrap();
    assert!(Contrast::both(nearest, None)[0].least >= READABLE);
    // Cut, not rounded.
    let almost = Contrast {
        least: 4.49,
        ..light
    };
    assert!((almost.cut() - 4.4).abs() < 1e-9 && !almost.is_enough());
}

fn metric(id: &str) -> Part {
    Part::Metric(MetricId::parse(id).unwrap())
}

#[test]
fn metrics_rules_and_terms_are_left_out_and_kept_again() {
    let begun = begun();
    for (at, facts) in begun.facts(&BASE).iter().enumerate() {
        assert!(
            !facts.is_empty() && facts.iter().all(|fact| !fact.is_own),
            "{at}"
        );
        let part = &facts[0].part;
        let gone = done(&begun, &Edit::Keep(part.clone(), false));
        assert!(gone.wrong.is_empty(), "{part:?}: {:?}", gone.wrong);
        assert!(!part.is_in(&gone.questionnaire) && gone.is_dropped(part));
        assert!(gone.facts(&BASE)[at].iter().any(|fact| fact.part == *part));
        assert!(
            gone.text
                .contains(&format!("[drop]\n{} = [\"{}\"]", part.table(), part.id()))
        );
        assert_eq!(
            done(&gone, &Edit::Keep(part.clone(), true)).text,
            begun.text
        );
    }
    // A practice names a term no longer that is left out.
    let term = BASE.practices.iter().find_map(|p| p.terms.first()).unwrap();
    let gone = done(&begun, &Edit::Keep(Part::Term(term.clone()), false));
    assert!(
        gone.questionnaire
            .practices
            .iter()
            .all(|p| !p.terms.contains(term))
    );
    // A rule about a metric that is left out goes with it, and is not left out by name.
    let rule = begun.facts(&BASE)[1].iter().find_map(|fact| {
        let Part::Rule(id) = &fact.part else { panic!() };
        let rule = BASE.rules.iter().find(|rule| rule.id == *id)?;
        let named = serde_json::to_value(&rule.when).unwrap();
        let metric = named.as_array()?.iter().find_map(|c| c.get("metric"))?;
        Some((fact.part.clone(), self::metric(metric.as_str()?)))
    });
    let (rule, of) = rule.unwrap();
    let gone = done(&begun, &Edit::Keep(of, false));
    assert!(!rule.is_in(&gone.questionnaire) && !gone.is_dropped(&rule));
    for part in [
        metric("no-such"),
        Part::Rule(RuleId::parse("no-such").unwrap()),
        Part::Practice(BASE.practices[0].id.clone()),
    ] {
        assert_eq!(
            begun.edited(&BASE, &Edit::Keep(part, false)),
            Err(Refusal::Unknown)
        );
    }
}

#[test]
fn their_words_change_and_go_back() {
    let begun = begun();
    let [metrics, rules, terms] = begun.facts(&BASE);
    let one = BASE.metric(match &metrics[0].part {
        Part::Metric(id) => id,
        _ => panic!(),
    });
    let cuts = one.unwrap().cuts;
    let text = || "Said otherwise".to_owned();
    for (part, field, set) in [
        (&metrics[0].part, Field::Title, Set::Title(text())),
        (&metrics[0].part, Field::Question, Set::Question(text())),
        (&metrics[0].part, Field::How, Set::How(text())),
        (&metrics[0].part, Field::Basis, Set::Basis(text())),
        (
            &metrics[0].part,
            Field::Cuts,
            Set::Cut(1, (cuts[1] + cuts[2]) / 2.0),
        ),
        (&rules[0].part, Field::Question, Set::Question(text())),
        (&terms[0].part, Field::Title, Set::Title(text())),
        (&terms[0].part, Field::Text, Set::Text(text())),
    ] {
        let draft = done(&begun, &Edit::Set(part.clone(), set));
        assert!(draft.differs(&BASE, part, field), "{field:?}");
        assert!(
            draft.text.contains(&format!("[[change.{}]]", part.table())),
            "{field:?}"
        );
        assert_eq!(
            done(&draft, &Edit::AsBase(part.clone(), field)).text,
            begun.text
        );
    }
    // Bands that overlap are remarked at their field.
    let overlap = done(
        &begun,
        &Edit::Set(metrics[0].part.clone(), Set::Cut(1, cuts[3])),
    );
    let path = format!("metric/{}/cuts", metrics[0].part.id());
    assert!(wrong(&overlap, &path), "{:?}", overlap.wrong);
    for (part, set) in [
        (&metrics[0].part, Set::Cut(4, 1.0)),
        (&metrics[0].part, Set::Cut(0, f64::NAN)),
        (&metrics[0].part, Set::Goal(text())),
        (&rules[0].part, Set::Title(text())),
        (&terms[0].part, Set::Weight(2.0)),
    ] {
        assert_eq!(
            begun.edited(&BASE, &Edit::Set(part.clone(), set)),
            Err(Refusal::Unknown)
        );
    }
}

#[test]
fn a_term_is_added_said_and_removed() {
    let odd = read(ODD);
    let id = TermId::parse("four-eyes").unwrap();
    let part = Part::Term(id.clone());
    let added = done(&odd, &Edit::AddTerm(id.clone(), "Four eyes".to_owned()));
    assert!(wrong(&added, "term/four-eyes/text"), "{:?}", added.wrong);
    let said = done(
        &added,
        &Edit::Set(part.clone(), Set::Text("Two look at it.".to_owned())),
    );
    assert!(!said.wrong.iter().any(|r| r.path.starts_with("term/")));
    assert!(said.brings(&BASE, &part));
    assert_eq!(said.facts(&BASE)[2].last().unwrap().part, part);
    assert_eq!(
        said.edited(&BASE, &Edit::AddTerm(id, "Again".to_owned())),
        Err(Refusal::IdTaken)
    );
    assert_eq!(
        done(&said, &Edit::Remove(part)).questionnaire,
        odd.questionnaire
    );
}

#[test]
fn a_path_names_its_part() {
    for path in [
        "metric/a-b/cuts",
        "rule/a-b",
        "term/a-b/text",
        "practice/a-b/levels/1",
        "dimension/a-b",
        "discipline/a-b/goal",
    ] {
        let part = Part::of_path(path).unwrap();
        assert!(path.starts_with(&format!("{}/{}", part.table(), part.id())));
    }
    for path in ["", "metric", "balance/a", "brand/name", "metric/A B"] {
        assert_eq!(Part::of_path(path), None);
    }
}
