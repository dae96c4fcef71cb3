//! Who answers for what: a team that uses a platform, one that runs it, or both.

use crate::world::{answered, clock, level};
use plumbline::advice::next_steps;
use plumbline::catalog::{built_in, outline};
use plumbline::formats::{assessment_json, link};
use plumbline::model::{Assessment, AssessmentId, Edit, Mode, Questionnaire, Scope, Side};
use plumbline::scoring::score;
use plumbline::words::words;

/// A team on this side, at level 1 everywhere, other sides' questions included.
fn team(q: &Questionnaire, mode: Mode, side: Side) -> Assessment {
    let bottom = q.practices.iter().map(|p| (p.id.as_str(), level(1)));
    let mut a = answered(&bottom.collect::<Vec<_>>());
    let scope = Scope {
        mode,
        side,
        ..Scope::everything(q)
    };
    a.apply(Edit::Scope(Some(scope)), clock("s").tick(9_000));
    a
}

#[test]
fn a_team_is_asked_what_its_own_side_or_anyone_can_answer() {
    let q = built_in();
    for mode in [Mode::Quick, Mode::Full] {
        let asked = |side| {
            let a = team(&q, mode, side);
            // The list of assessments counts the same before the questions are there.
            assert_eq!(
                a.progress(&outline(), |_| true),
                a.progress(&q, |_| true),
                "{side:?}"
            );
            let asked: Vec<_> = a.asked(&q).map(|p| p.answered_by).collect();
            asked
        };
        let all = asked(Side::Anyone);
        for (side, other) in [(Side::User, Side::Provider), (Side::Provider, Side::User)] {
            let own = asked(side);
            assert!(own.contains(&side) && !own.contains(&other), "{side:?}");
            let others = all.iter().filter(|s| **s == other).count();
            assert!(others > 0);
            assert_eq!(own.len(), all.len() - others);
        }
    }
}

#[test]
fn advice_and_scores_leave_the_other_side_out() {
    let q = built_in();
    for (side, other) in [(Side::User, Side::Provider), (Side::Provider, Side::User)] {
        let a = team(&q, Mode::Full, side);
        let steps = next_steps(&q, &a);
        assert!(steps.iter().any(|s| s.side == side));
        assert!(steps.iter().all(|s| s.side != other));
        for step in &steps {
            let why = words().step_reasons(step, None);
            assert_eq!(
                why.contains("who use the platform"),
                step.side == Side::User
            );
            assert_eq!(
                why.contains("who run the platform"),
                step.side == Side::Provider
            );
        }
        // What the other side would have answered changes nothing.
        let mut better = a.clone();
        let theirs = q.practices.iter().filter(|p| p.answered_by == other);
        for p in theirs {
            let edit = Edit::Respond(p.id.clone(), Some(level(5)));
            better.apply(edit, clock("t").tick(9_001));
        }
        assert_eq!(score(&q, &better), score(&q, &a));
        assert!(better.asked(&q).count() < q.practices.len());
    }
}

#[test]
fn the_side_goes_through_files_and_links() {
    let q = built_in();
    let id = || AssessmentId::parse("copy").unwrap();
    for side in Side::ALL {
        for mode in [Mode::Quick, Mode::Full] {
            let a = team(&q, mode, side);
            let text = assessment_json::encode(&a, "1", "now");
            let is_said = text.contains("\"platform\": \"");
            assert_eq!(is_said, side != Side::Anyone);
            let read = assessment_json::decode(&text).unwrap();
            assert_eq!(read.assessment.scope, a.scope);
            let shared = link::decode(&q, &link::encode(&q, &a), id()).unwrap();
            assert_eq!(shared.scope.value, a.scope.value);
            let counted = a.progress(&q, |_| true);
            assert_eq!(shared.progress(&q, |_| true), counted);
        }
    }
}

#[test]
fn a_side_that_is_none_is_refused_with_its_place() {
    let q = built_in();
    let text = assessment_json::encode(&team(&q, Mode::Full, Side::User), "1", "now");
    for wrong in ["\"both\"", "7", "null", "[\"uses\"]"] {
        let odd = text.replace("\"uses\"", wrong);
        let refused = assessment_json::decode(&odd).unwrap_err();
        let said = refused.to_string();
        assert!(said.contains("scope/platform"), "{wrong}: {said}");
    }
}
