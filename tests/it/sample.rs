//! The sample: what it shows, that it reads right on any day, and that it is one thing which is never
//! counted as somebody's own.

use crate::at_desk::AtDesk;
use crate::world::{NOW, built_in_sample, empty, id, level, practice};
use plumbline::advice;
use plumbline::catalog::sample::{SAMPLES, is_sample};
use plumbline::catalog::{Library, built_in, built_in_samples};
use plumbline::desk::{Desk, Input, Now, Said, Title, Transaction};
use plumbline::formats::assessment_json::{decode, encode};
use plumbline::model::validate;
use plumbline::model::{
    ActionState, Answer, Assessment, AssessmentId, Day, Edit, Fact, Horizon, Phase, Questionnaire,
    WriterId,
};
use plumbline::report::portfolio::member;
use plumbline::report::rounds::trend;
use plumbline::scoring::score;
use plumbline::storage::Opening;
use plumbline::words::words;
use std::sync::OnceLock;

const TODAY: &str = "2026-11-23";

fn whole() -> &'static Questionnaire {
    static WHOLE: OnceLock<Questionnaire> = OnceLock::new();
    WHOLE.get_or_init(built_in)
}

fn teams() -> Vec<Assessment> {
    built_in_samples(whole(), TODAY)
}

/// At a desk with so many assessments of one's own; the sample is looked at.
fn with_own(own: usize) -> AtDesk {
    let own = (0..own).map(|n| Assessment {
        id: id(&format!("own-{n}")),
        ..empty()
    });
    let opening = Opening {
        assessments: own.collect(),
        ..Opening::default()
    };
    let (writer, now) = (WriterId::parse("w").unwrap(), Now { millis: NOW });
    let desk = Desk::new(writer, now, Library::new(whole()), Ok(opening));
    let id = id(SAMPLES[0]);
    AtDesk { desk, id }
}

/// The same once the sample is open.
fn opened(own: usize) -> AtDesk {
    let mut at = with_own(own);
    let open = at.desk.open_sample(teams()).unwrap();
    at.run(open);
    at
}

fn here(desk: &Desk) -> Vec<AssessmentId> {
    desk.sample()
}

fn all() -> Vec<AssessmentId> {
    SAMPLES.map(id).into()
}

#[test]
fn the_sample_shows_what_the_tool_can_do() {
    let q = built_in();
    let sample = built_in_sample(&q);
    assert_eq!(validate::assessment(&q, &sample), []);
    let card = score(&q, &sample);
    let coverage = card.overall.coverage.unwrap();
    assert!((0.8..1.0).contains(&coverage), "{coverage}");
    assert!(card.disciplines.iter().all(|d| d.value().is_some()));
    // These on purpose, and no others.
    let rules = advice::contradictions(&q, &sample);
    let rules: Vec<_> = rules.iter().map(|r| r.id.as_str()).collect();
    assert_eq!(
        rules,
        [
            "budget-policy-without-objectives",
            "many-users-no-promise",
            "open-culture-tired-people",
        ]
    );
    let kinds = |wanted: fn(&Answer) -> bool| {
        let answers = sample.responses.values().filter_map(|f| f.value.as_ref());
        answers.filter(|a| wanted(a)).count()
    };
    assert!(kinds(|a| matches!(a, Answer::Between(_))) >= 2);
    assert!((2..=4).contains(&kinds(|a| *a == Answer::DontKnow)));
    assert_eq!(kinds(|a| matches!(a, Answer::NotApplicable(_))), 1);
    assert!(sample.notes.len() >= 5 && sample.evidence.len() >= 2);
    assert_eq!(sample.fact(Fact::Industry), "retail");
    let metric = &q.metrics[0];
    let beside = advice::comparison(&q, &sample, metric, 9.0);
    assert!(!beside.industry.is_empty() && !beside.size.is_empty());
}

/// Three rounds that move upwards, and a little downwards.
#[test]
fn the_sample_has_rounds_that_tell_of_a_year() {
    let (q, sample) = (whole(), built_in_sample(whole()));
    let rounds = sample.snapshots();
    let names: Vec<_> = rounds.iter().map(|(_, s)| s.name.as_str()).collect();
    assert_eq!(names, ["2026 Q1", "2026 Q2", "2026 Q3"]);
    let states = rounds.iter().map(|(_, s)| (s.name.clone(), &s.state));
    let states: Vec<_> = states.chain([("Today".to_owned(), &sample)]).collect();
    let values = states.iter().map(|(_, a)| score(q, a).overall.value());
    let values: Vec<_> = values.collect::<Option<_>>().unwrap();
    let steps: Vec<_> = values.windows(2).map(|two| two[1] - two[0]).collect();
    assert!(steps.iter().all(|by| (0.5..6.0).contains(by)), "{values:?}");
    assert!(words().trend_finding(&trend(q, &states)).contains("rose"));
    let on_call = practice("on-call-health");
    let of = |a: &Assessment| a.answer(&on_call).and_then(Answer::level);
    assert!(of(states[2].1) > of(&sample), "the rota got worse");
    // Each number says what it covers, and none covers what had not begun.
    for (quarter, state) in names.iter().copied().chain(["2026 Q4"]).zip(&states) {
        let fields = state.1.measurements.iter();
        let periods: Vec<_> = fields
            .filter_map(|(_, f)| f.value.as_ref()?.period.as_deref())
            .collect();
        assert_eq!(periods.len(), state.1.measurements.len());
        assert!(
            periods.iter().all(|p| *p == quarter),
            "{quarter}: {periods:?}"
        );
    }
    // Nothing waits to be confirmed, and the last round is not the present one.
    assert_eq!(sample.carried(q), []);
    assert!(sample.state() != states[2].1.state());
}

#[test]
fn the_sample_has_actions_and_a_workshop_that_is_over() {
    let sample = built_in_sample(whole());
    let actions: Vec<_> = sample.actions().map(|(_, action)| action).collect();
    let ahead = actions.iter().filter(|a| a.state.is_ahead());
    let horizons: Vec<_> = ahead.clone().map(|a| a.horizon).collect();
    assert_eq!(horizons, Horizon::ALL);
    assert!(actions.iter().any(|a| a.state == ActionState::Done));
    assert!(actions.iter().all(|a| !a.owner.is_empty()));
    for (action, (practice, level)) in ahead.filter_map(|a| Some((a, a.moves.as_ref()?))) {
        let now = sample.answer(practice).and_then(Answer::level);
        assert!(now < Some(*level), "{}", action.what);
    }
    let (workshop, held) = sample.workshops()[0];
    assert_eq!(
        (held.phase, sample.open_workshop()),
        (Phase::Finished, None)
    );
    assert_eq!(sample.fact(Fact::Respondents), held.people.to_string());
    let mut is_apart = false;
    for practice in &held.practices {
        let outcome = sample.outcome(workshop, practice);
        let counts = &outcome.counts;
        let said = counts.levels.iter().sum::<u32>() + counts.dont_know;
        assert_eq!(said, held.people, "{practice}");
        is_apart |= !outcome.dissent.is_empty();
    }
    assert!(is_apart);
}

/// Whenever it is opened: what was is over, what is planned is ahead, and quarters follow each other.
#[test]
fn the_sample_reads_right_on_any_day() {
    let first = Day::parse("2027-12-25").unwrap();
    for later in 0..800 {
        let today = first.plus(later);
        let teams = built_in_samples(whole(), &today.to_string());
        let day = |text: &str| Day::parse(text.get(..10).unwrap()).unwrap();
        let mut last = None;
        for (_, round) in teams[0].snapshots() {
            assert_eq!(words().quarter(&round.taken), round.name);
            assert!(last < Some(day(&round.taken)), "{today}");
            last = Some(day(&round.taken));
        }
        assert!(
            last < Some(today) && Some(today.plus(-120)) < last,
            "{today}"
        );
        for (_, action) in teams[0].actions() {
            assert_eq!(day(&action.due) > today, action.state.is_ahead(), "{today}");
        }
        assert!(
            teams[0]
                .workshops()
                .iter()
                .all(|(_, w)| day(&w.began) < today)
        );
        let evidence = teams[0].evidence.values().filter_map(|f| f.value.as_ref());
        assert!(evidence.flatten().all(|piece| day(&piece.date) < today));
    }
}

#[test]
fn days_are_counted_as_the_calendar_has_them() {
    let day = |text| Day::parse(text).unwrap();
    let mut day_before = day("1999-12-31");
    for _ in 0..2 * 146_097 {
        let next = day_before.plus(1);
        assert!(next > day_before && next.plus(-1) == day_before);
        assert_eq!(Day::parse(&next.to_string()), Some(next));
        day_before = next;
    }
    assert_eq!(day("1970-01-01"), Day::default());
    assert_eq!(day("2024-02-28").plus(2), day("2024-03-01"));
    assert_eq!(day("2026-02-28").plus(1), day("2026-03-01"));
    for none in [
        "",
        "2026",
        "2026-02-29",
        "2026-13-01",
        "2026-1-01",
        "x-y-z",
        "2100-02-29",
    ] {
        assert_eq!(Day::parse(none), None, "{none}");
    }
    for (quarters, then) in [
        (0, "2027 Q1"),
        (1, "2026 Q4"),
        (4, "2026 Q1"),
        (5, "2025 Q4"),
    ] {
        assert_eq!(day("2027-02-03").in_quarter_before(quarters).1, then);
    }
}

/// Teams of different profile, in different groups, which one could help and one could use it.
#[test]
fn the_samples_teams_differ() {
    let q = whole();
    let teams = teams();
    let ids: Vec<_> = teams.iter().map(|team| team.id.as_str()).collect();
    assert_eq!(ids, SAMPLES);
    let mut groups = Vec::new();
    for team in &teams {
        assert_eq!(validate::assessment(q, team), []);
        assert!(team.team().starts_with("Sample: "), "{}", team.team());
        let text = encode(team, "0.1.0", "now");
        assert_eq!(&decode(&text).unwrap().assessment, team);
        groups.push(team.fact(Fact::Group));
    }
    groups.dedup();
    assert_eq!(groups.len(), 3);
    let sre = |at: usize| {
        let card = score(q, &teams[at]);
        let own = card.disciplines.iter().find(|d| d.id == "sre").unwrap();
        own.value().unwrap()
    };
    assert!(sre(1) > 70.0 && sre(2) < 25.0, "{} {}", sre(1), sre(2));
    let overall = |at: usize| score(q, &teams[at]).overall.value().unwrap();
    assert!(overall(1) > overall(0) && overall(0) > overall(2));
    assert_eq!(advice::contradictions(q, &teams[1]).len(), 0);
    assert_eq!(advice::contradictions(q, &teams[2]).len(), 0);
}

#[test]
fn the_sample_comes_at_once_and_goes_at_once_from_any_of_its_teams() {
    for team in SAMPLES {
        let mut at = opened(1);
        assert_eq!((here(&at.desk), at.desk.has_sample()), (all(), true));
        at.edit(Edit::Respond(practice("slo-targets"), Some(level(5))));
        let remove = at.desk.remove(&id(team));
        assert_eq!(
            at.run(remove),
            Some(Said::Done(Title::RemoveSample, None)),
            "it is told, with a way back"
        );
        assert_eq!(here(&at.desk), []);
        assert!(at.desk.has(&id("own-0")));
        assert_eq!(at.desk.can_undo(None), Some(&Title::RemoveSample));
        at.act(Input::Undo(None));
        assert_eq!(here(&at.desk), all(), "all of it comes back");
        let changed = at.now().answer(&practice("slo-targets")).cloned();
        assert_eq!(changed, Some(level(5)), "as it was changed");
        at.act(Input::Redo(None));
        assert_eq!(here(&at.desk), []);
    }
}

#[test]
fn opening_the_sample_is_one_step_that_can_be_taken_back() {
    let mut at = opened(0);
    assert_eq!(at.desk.can_undo(None), Some(&Title::Sample));
    at.act(Input::Undo(None));
    assert_eq!(here(&at.desk), []);
    at.act(Input::Redo(None));
    assert_eq!(here(&at.desk), all());
}

/// What was removed comes back as it was at first, with the days of today; what is here stays.
#[test]
fn the_sample_can_be_opened_again() {
    let mut at = opened(0);
    assert_eq!(at.desk.open_sample(teams()), None, "it is open");
    at.edit(Edit::Respond(practice("slo-targets"), Some(level(5))));
    at.edit(Edit::Team(Some("Mine".into())));
    let remove = at.desk.remove(&at.id);
    at.run(remove);
    let later = built_in_samples(whole(), "2028-02-29");
    let open = at.desk.open_sample(later.clone()).unwrap();
    at.run(open);
    assert_eq!(here(&at.desk), all());
    for team in &later {
        let now = at.desk.with(&team.id, |a| a.edits_to(team)).unwrap();
        assert_eq!(now, [], "{}", team.id);
    }
}

/// So it is where the sample was opened before it had more than one team.
#[test]
fn teams_that_are_missing_are_added_to_those_that_are_here() {
    let mut at = with_own(0);
    let open = at.desk.open_sample(vec![teams().swap_remove(0)]).unwrap();
    at.run(open);
    at.edit(Edit::Team(Some("Mine".into())));
    assert_eq!(here(&at.desk), [at.id.clone()]);
    assert!(!at.desk.has_sample());
    let open = at.desk.open_sample(teams()).unwrap();
    at.run(open);
    assert_eq!((here(&at.desk), at.desk.has_sample()), (all(), true));
    assert_eq!(at.desk.team(&at.id), "Mine");
}

#[test]
fn the_sample_is_never_counted_as_somebodys_own() {
    for own in 0..3 {
        let mut at = opened(own);
        assert_eq!(at.desk.counts(), [own, 3]);
        assert_eq!(at.desk.each().count(), own + 3, "it is listed all the same");
        assert!(at.desk.has_portfolio(), "it can be looked at");
        assert_eq!(at.desk.shows_sample(), own < 2, "among two it would count");
        let remove: Transaction = at.desk.remove(&at.id);
        at.run(remove);
        assert_eq!(at.desk.has_portfolio(), own > 1);
    }
    assert!(SAMPLES.iter().all(|known| is_sample(&id(known))));
    for other in ["own-0", "sample-1", "samples", "sample-identity-2"] {
        assert!(!is_sample(&id(other)), "{other}");
    }
}

/// Whatever somebody calls it, and in the files of a portfolio, too.
#[test]
fn a_portfolio_says_which_teams_are_made_up() {
    for mut team in teams() {
        assert_eq!(member(whole(), &team, None).team, team.team());
        team.team.value = Some("Payments".into());
        assert_eq!(member(whole(), &team, None).team, "Payments (made up)");
        team.id = id("own");
        assert_eq!(member(whole(), &team, None).team, "Payments");
    }
}
