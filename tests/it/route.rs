//! Addresses: every route has one, and every address is a route.

use plumbline::model::{AssessmentId, DimensionId, DisciplineId, PracticeId};
use plumbline::route::{Page, Piece, Place, Route, StateRef};
use plumbline::scoring::PartRef;
use proptest::prelude::*;

#[track_caller]
fn check(fragment: &str, route: &Route) {
    assert_eq!(&Route::parse(fragment), route);
    assert_eq!(Route::parse(&route.to_string()), *route);
}

#[test]
fn routes_and_addresses_belong_together() {
    let id = AssessmentId::parse("x1").unwrap();
    check("", &Route::Home);
    check("#/", &Route::Home);
    check("#/about", &Route::About);
    check("#/data", &Route::Data);
    check("#/share", &Route::Shared(String::new()));
    check("#/share/AbC-_", &Route::Shared("AbC-_".into()));
    check("#/a/x1", &Route::Assessment(id.clone(), Page::Overview));
    check("#/a/x1/", &Route::Assessment(id.clone(), Page::Overview));
    check(
        "#/a/x1/results",
        &Route::Assessment(id.clone(), Page::Results),
    );
    check(
        "#/a/x1/roadmap",
        &Route::Assessment(id.clone(), Page::Roadmap),
    );
    check(
        "#/a/x1/report",
        &Route::Assessment(id.clone(), Page::Report),
    );
    check(
        "#/a/x1/rounds",
        &Route::Assessment(id.clone(), Page::Rounds),
    );
    check(
        "#/a/x1/settings",
        &Route::Assessment(id.clone(), Page::Settings),
    );
    check("#/portfolio", &Route::Portfolio);
    let state = |text: &str| StateRef::parse(text).unwrap();
    check(
        "#/compare/x1:s1/y2",
        &Route::Compare(state("x1:s1"), state("y2")),
    );
    assert_eq!(StateRef::parse("x1:"), None);
    check("#/a/x1/check", &Route::Assessment(id.clone(), Page::Check));
    check(
        "#/a/x1/dimension/slos",
        &Route::Assessment(
            id.clone(),
            Page::Dimension(DimensionId::parse("slos").unwrap()),
        ),
    );
    check(
        "#/a/x1/measurements",
        &Route::Assessment(id.clone(), Page::Measurements),
    );
    check(
        "#/a/x1/practice/slo-targets",
        &Route::Assessment(
            id,
            Page::Practice(PracticeId::parse("slo-targets").unwrap()),
        ),
    );
    let why = |part| Route::Assessment(AssessmentId::parse("x1").unwrap(), Page::Why(part));
    check("#/scoring", &Route::Scoring);
    check("#/a/x1/why/overall", &why(PartRef::Overall));
    let sre = PartRef::Discipline(DisciplineId::parse("sre").unwrap());
    check("#/a/x1/why/discipline/sre", &why(sre));
    let slos = PartRef::Dimension(DimensionId::parse("slos").unwrap());
    check("#/a/x1/why/dimension/slos", &why(slos));
    check(
        "#/a/x1/why/weather",
        &Route::NotFound("#/a/x1/why/weather".into()),
    );
    check(
        "#/a/x1/unheard-of",
        &Route::NotFound("#/a/x1/unheard-of".into()),
    );
    check("#/a/<script>", &Route::NotFound("#/a/<script>".into()));
}

proptest! {
    #[test]
    fn parsing_never_fails_and_is_stable(fragment in ".*") {
        let route = Route::parse(&fragment);
        prop_assert_eq!(Route::parse(&route.to_string()), route);
    }

    #[test]
    fn mangled_links_are_stable_too(fragment in "(#|/|share|vote|%2F|&#x2F;|a|-|_|x|\\?|&|>| ){0,12}") {
        let route = Route::parse(&fragment);
        prop_assert_eq!(Route::parse(&route.to_string()), route);
        if let Some(route) = Route::mended(&fragment) {
            prop_assert_eq!(Route::parse(&route.to_string()), route);
        }
    }
}

#[test]
fn each_place_is_entered_by_a_page_of_its_own() {
    for place in Place::ALL {
        assert_eq!(place.page().place(), Some(place));
    }
    // What one does now and then is in none of them.
    for page in [Page::Measurements, Page::Settings, Page::Workshop] {
        assert_eq!(page.place(), None);
    }
    let asked = Page::Practice(PracticeId::parse("slos").unwrap());
    assert_eq!(asked.place(), Some(Place::Assess));
    assert!(asked.asks() && !Page::Check.asks());
}

/// What a table in boot.js has under a name.
fn in_boot(boot: &str, table: &str, name: &str) -> Option<String> {
    let (_, table) = boot.split_once(&format!("const {table} = {{ "))?;
    let (entries, _) = table.split_once(" };")?;
    let mut entries = entries
        .split(", ")
        .filter_map(|entry| entry.split_once(": "));
    let (_, piece) = entries.find(|(key, _)| *key == name)?;
    Some(piece.trim_matches('\'').to_owned())
}

/// boot.js asks for files before there is an app that could: for the same ones as the app.
#[test]
fn boot_js_knows_which_piece_an_address_asks_for() {
    let boot = std::fs::read_to_string("boot.js").unwrap();
    let addresses = [
        "#/a/x1",
        "#/a/x1/",
        "#/a/x1/practice/slo-targets",
        "#/a/x1/dimension/slos",
        "#/a/x1/check",
        "#/a/x1/measurements",
        "#/a/x1/results",
        "#/a/x1/roadmap",
        "#/a/x1/report",
        "#/a/x1/rounds",
        "#/a/x1/workshop",
        "#/a/x1/workshop/ballot",
        "#/a/x1/workshop/screen",
        "#/a/x1/workshop/screen/here",
        "#/a/x1/why/overall",
        "#/a/x1/settings",
        "#/vote/abc",
        "#/share/abc",
        "#/share",
        "#/compare/x1/x2:s1",
        "#/portfolio",
        "#/data",
        "#/about",
        "#/scoring",
    ];
    for address in addresses {
        let route = Route::parse(address);
        assert!(!matches!(route, Route::NotFound(_)), "{address}");
        // As boot.js takes it apart.
        let parts: Vec<_> = address[2..].split('/').collect();
        let guess = match *parts {
            ["a", _, page, ..] => in_boot(&boot, "PAGES", page).or_else(|| Some("answer".into())),
            ["a", ..] => Some("answer".into()),
            [place, ..] => in_boot(&boot, "PLACES", place),
            [] => None,
        };
        let piece = format!("{:?}", Piece::of(&route)).to_lowercase();
        assert_eq!(guess, Some(piece), "{address}");
    }
}

#[test]
fn every_piece_but_the_ballot_follows_once() {
    let mut all: Vec<_> = Piece::FOLLOWING.map(|piece| piece as usize).into();
    all.push(Piece::Ballot as usize);
    all.sort_unstable();
    assert!(all.into_iter().eq(0..Piece::COUNT));
}
