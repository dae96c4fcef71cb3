//! Links, as a browser opens what became of them.

use super::{Mangling, as_html, between, cases, changed, escaped, full_width, manglings};
use crate::fuzz::LETTERS;
use crate::random::{self, Dice};
use crate::world::id;
use plumbline::formats::link::{self, BadLink};
use plumbline::formats::session_link::{self, Invitation};
use plumbline::model::{AssessmentId, Questionnaire, QuestionnaireRef};
use plumbline::route::Route;
use plumbline::workshop::Session;

const PAGE: &str = "https://plumbline.example/some/path/";

/// The part of a link that carries the answers or the invitation.
fn code(link: &str) -> &str {
    link.rsplit('/').next().unwrap()
}

/// The link with another code.
fn with(link: &str, code: impl FnOnce(&str) -> String) -> String {
    let own = self::code(link);
    link.replace(own, &code(own))
}

/// After these, the link still says what it said.
const HARMLESS: &[Mangling] = manglings! {
    "as it is": |_, link| link.to_owned(),
    "# encoded": |_, link| link.replace('#', "%23"),
    "# encoded twice": |_, link| link.replace('#', "%2523"),
    "/ encoded": |_, link| link.replace("#/", "#%2F").replace("e/E", "e%2FE"),
    "/ encoded in small letters": |_, link| link.replace("#/", "#%2f").replace("e/E", "e%2fE"),
    "# and / encoded": |_, link| link.replace("#/", "%23%2F").replace("e/E", "e%2FE"),
    "all encoded": |_, link| escaped(link),
    "all encoded twice": |_, link| escaped(&escaped(link)),
    "all encoded three times": |_, link| escaped(&escaped(&escaped(link))),
    "fragment encoded twice": |_, link| PAGE.to_owned() + "#" + &escaped(&escaped(link.split('#').next_back().unwrap())),
    "HTML": |_, link| as_html(link),
    "HTML in the fragment": |_, link| PAGE.to_owned() + "#" + &as_html(link.split('#').next_back().unwrap()),
    "bracket behind": |_, link| format!("{link}>"),
    "quote behind": |_, link| format!("{link}\""),
    "typographic quote behind": |_, link| format!("“{link}”").trim_start_matches('“').to_owned(),
    "dots behind": |_, link| format!("{link}…"),
    "underline behind": |_, link| format!("{link}_"),
    "hyphen behind": |_, link| format!("{link}-"),
    "dash behind": |_, link| format!("{link} – "),
    "full stop behind": |_, link| format!("{link}."),
    "parenthesis behind": |_, link| format!("{link})."),
    "star behind": |_, link| format!("{link}**"),
    "backtick behind": |_, link| format!("{link}`"),
    "comma and words behind": |_, link| format!("{link}, see you there"),
    "word glued behind": |_, link| format!("{link}Thanks"),
    "slash behind": |_, link| format!("{link}/"),
    "campaign behind": |_, link| format!("{link}?utm_source=chat&utm_medium=mail"),
    "click id behind": |_, link| format!("{link}&fbclid=IwAR0Zk2"),
    "HTML campaign behind": |_, link| format!("{link}&amp;utm_source=chat"),
    "tag behind": |_, link| format!("{link}</a>"),
    "line break tag behind": |_, link| format!("{link}<br>Bo"),
    "encoded invisible behind": |_, link| format!("{link}%E2%80%8B"),
    "campaign before": |_, link| link.replace('#', "?utm_source=chat#"),
    "invisible within": |dice, link| with(link, |c| between(dice, c, "\u{200b}")),
    "soft hyphens within": |dice, link| with(link, |c| between(dice, c, "\u{ad}")),
    "HTML soft hyphens within": |dice, link| with(link, |c| between(dice, c, "&shy;")),
    "direction marks within": |dice, link| with(link, |c| between(dice, c, "\u{200f}")),
    "line breaks within": |dice, link| with(link, |c| between(dice, c, "\r\n")),
    "quoted lines within": |dice, link| with(link, |c| between(dice, c, "\n> ")),
    "deeply quoted lines within": |dice, link| with(link, |c| between(dice, c, "\r\n> > ")),
    "mail breaks within": |dice, link| with(link, |c| between(dice, c, "=\r\n")),
    "line break tags within": |dice, link| with(link, |c| between(dice, c, "<br/>\n")),
    "break marks within": |dice, link| with(link, |c| between(dice, c, "<wbr>")),
    "question marks within": |dice, link| with(link, |c| between(dice, c, "?")),
    "spaces within": |dice, link| with(link, |c| between(dice, c, "\u{a0}")),
    "full width": |_, link| with(link, full_width),
    "full width fragment": |_, link| link.replace(&link[link.len() - code(link).len() - 1..], &full_width(&link[link.len() - code(link).len() - 1..])),
    "escaped for Markdown": |_, link| with(link, |c| c.replace('_', "\\_").replace('-', "\\-")),
    "hyphens that do not break": |_, link| with(link, |c| c.replace('-', "\u{2011}")),
    "minus signs": |_, link| with(link, |c| c.replace('-', "−")),
    "two hyphens as one dash": |_, link| with(link, |c| if c.replace("--", "").contains('-') { c.to_owned() } else { c.replace("--", "–") }),
    "twice": |_, link| format!("{link}{link}"),
    "within itself": |_, link| link.replace(code(link), &escaped(link)),
};

/// After these, it cannot be read, and what is said is one of these reasons.
const HARMFUL: &[(Mangling, &[BadLink])] = &[
    (
        Mangling {
            name: "cut",
            apply: |dice, link| {
                link[..link.len() - 1 - dice.below(code(link).len() as u64 - 1) as usize].to_owned()
            },
        },
        &[BadLink::Cut, BadLink::Changed],
    ),
    (
        Mangling {
            name: "nothing left",
            apply: |_, link| with(link, |_| String::new()),
        },
        &[BadLink::Cut],
    ),
    (
        Mangling {
            name: "another letter",
            apply: |dice, link| with(link, |c| changed(dice, c, LETTERS)),
        },
        &[BadLink::Changed, BadLink::Cut, BadLink::NotOurs],
    ),
    (
        Mangling {
            name: "a letter lost",
            apply: |dice, link| {
                with(link, |c| {
                    let mut lost = c.to_owned();
                    lost.remove(dice.below(c.len() as u64) as usize);
                    lost
                })
            },
        },
        &[BadLink::Changed, BadLink::Cut, BadLink::NotOurs],
    ),
    (
        Mangling {
            name: "small letters",
            apply: |_, link| link.to_lowercase(),
        },
        &[BadLink::Changed, BadLink::Cut, BadLink::NotOurs],
    ),
    (
        Mangling {
            name: "the middle left out",
            apply: |_, link| with(link, |c| format!("{}…{}", &c[..9], &c[c.len() - 6..])),
        },
        &[BadLink::Changed, BadLink::Cut],
    ),
    (
        Mangling {
            name: "another code",
            apply: |_, link| with(link, |_| "dQw4w9WgXcQ".into()),
        },
        &[BadLink::NotOurs],
    ),
];

/// Where a browser goes that is given an address, on a server that shows the page for missing ones.
fn opened(address: &str) -> Route {
    let address: String = address.chars().filter(|c| !"\t\r\n".contains(*c)).collect();
    let address = address.trim();
    let fragment = address.split_once('#').or_else(|| {
        // As 404.html has it.
        let (page, rest) = address.split_once("%23").or(address.split_once("%2523"))?;
        Some((page, rest))
    });
    let fragment = fragment.map_or(address, |(_, fragment)| fragment);
    // Browsers write what has no place in an address with percent signs.
    let fragment: String = fragment
        .chars()
        .map(|c| match c {
            ' ' | '"' | '<' | '>' | '`' => format!("%{:02X}", c as u32),
            c if !c.is_ascii() => c.to_string().bytes().map(|b| format!("%{b:02X}")).collect(),
            c => c.to_string(),
        })
        .collect();
    let fragment = format!("#{fragment}");
    match Route::parse(&fragment) {
        Route::NotFound(_) => Route::mended(&fragment).unwrap_or(Route::NotFound(fragment)),
        route => route,
    }
}

fn copy() -> AssessmentId {
    id("copy")
}

/// A random questionnaire and, for it, a link with answers and one with an invitation.
fn made(dice: &mut Dice) -> (Questionnaire, String, String) {
    let q = random::questionnaire(dice);
    let mut a = random::assessment(dice, &q);
    let names = ["", "Payments", "Zahlungen – 🙂", "a/b?c#d%41&amp;", "<b>"];
    a.team.value = Some(names[dice.below(5) as usize].into());
    let share = Route::Shared(link::encode(&q, &a));
    let invitation = Invitation {
        session: Session {
            tag: dice.below(u64::from(Session::TAGS)) as u32,
            practices: q
                .practices
                .iter()
                .map(|p| p.id.clone())
                .filter(|_| dice.chance(2))
                .collect(),
        },
        title: names[dice.below(5) as usize].into(),
        asks_role: dice.chance(2),
        asks_name: dice.chance(2),
        key: dice
            .chance(2)
            .then(|| std::array::from_fn(|_| dice.below(256) as u8)),
    };
    let vote = Route::Vote(session_link::encode(&q, &invitation));
    (q, format!("{PAGE}{share}"), format!("{PAGE}{vote}"))
}

/// What a page makes of an address: the answers or the invitation, as their own links.
fn read(q: &Questionnaire, address: &str) -> Result<String, BadLink> {
    match opened(address) {
        Route::Shared(code) => link::decode(q, &code, copy()).map(|a| {
            assert_eq!(a.questionnaire, QuestionnaireRef::of(q));
            PAGE.to_owned() + &Route::Shared(link::encode(q, &a)).to_string()
        }),
        Route::Vote(code) => session_link::decode(q, &code)
            .map(|i| PAGE.to_owned() + &Route::Vote(session_link::encode(q, &i)).to_string()),
        other => panic!("{address} leads to {other:?}"),
    }
}

#[test]
fn a_link_says_the_same_whatever_messages_do_to_it() {
    assert!(HARMLESS.len() >= 40);
    for seed in 0..cases() {
        let dice = &mut Dice(seed.wrapping_mul(0x9e37_79b9));
        let (q, share, vote) = made(dice);
        for link in [share, vote] {
            for Mangling { name, apply } in HARMLESS {
                let mangled = apply(dice, &link);
                assert_eq!(
                    read(&q, &mangled),
                    Ok(link.clone()),
                    "{seed}, {name}: {mangled}"
                );
            }
        }
    }
}

#[test]
fn a_link_that_lost_something_is_refused_for_a_reason_that_is_true() {
    for seed in 0..cases() {
        let dice = &mut Dice(seed.wrapping_mul(0x9e37_79b9));
        let (q, share, vote) = made(dice);
        for link in [share, vote] {
            for (Mangling { name, apply }, reasons) in HARMFUL {
                let mangled = apply(dice, &link);
                // An empty link to answers is the address of those that were looked at.
                if mangled.ends_with("#/share/") {
                    assert_eq!(opened(&mangled), Route::Shared(String::new()));
                    continue;
                }
                let why = read(&q, &mangled).expect_err(&mangled);
                assert!(reasons.contains(&why), "{seed}, {name}: {mangled}: {why:?}");
                // Neither does it say anything after more has happened to it.
                let more = &HARMLESS[dice.below(HARMLESS.len() as u64) as usize];
                let twice = (more.apply)(dice, &mangled);
                assert!(
                    read(&q, &twice).is_err(),
                    "{seed}, {name}, {}: {twice}",
                    more.name
                );
            }
        }
    }
}

#[test]
fn other_addresses_lead_where_they_meant_to() {
    let places = [
        "#/",
        "#/about",
        "#/data",
        "#/portfolio",
        "#/a/x1",
        "#/a/x1/results",
        "#/a/x1/practice/slo-targets",
        "#/a/x1/why/dimension/slos",
        "#/compare/x1:s1/y2",
    ];
    let harmless: &[Mangling] = manglings! {
        "# encoded": |_, link| link.replace('#', "%23"),
        "/ encoded": |_, link| PAGE.to_owned() + "#" + &escaped(link.split('#').next_back().unwrap()),
        "encoded twice": |_, link| PAGE.to_owned() + "#" + &escaped(&escaped(link.split('#').next_back().unwrap())),
        "HTML": |_, link| PAGE.to_owned() + "#" + &as_html(link.split('#').next_back().unwrap()),
        "bracket behind": |_, link| format!("{link}>"),
        "sentence behind": |_, link| format!("{link}). And then?"),
        "campaign behind": |_, link| format!("{link}?utm_source=chat"),
        "HTML campaign behind": |_, link| format!("{link}&amp;utm_source=chat"),
        "invisible within": |dice, link| link.replace("#/", &format!("#/{}", between(dice, "\u{200b}\u{ad}", "\u{feff}"))),
        "full width": |_, link| PAGE.to_owned() + "#" + &full_width(link.split('#').next_back().unwrap()),
    };
    for place in places {
        for Mangling { name, apply } in harmless {
            let mangled = apply(&mut Dice(7), &format!("{PAGE}{place}"));
            assert_eq!(opened(&mangled), Route::parse(place), "{name}: {mangled}");
        }
    }
    for nowhere in [
        "#/a/x1/unheard-of",
        "#/a/<script>",
        "#/weather",
        "#/sharewell",
        "#/a/x1/share/x",
    ] {
        assert_eq!(
            opened(nowhere),
            Route::NotFound(nowhere.replace('<', "%3C").replace('>', "%3E"))
        );
    }
}
