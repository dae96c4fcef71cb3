//! Ballot codes in chats, and what is none.

use super::{Mangling, between, cases, changed, full_width, manglings};
use crate::ballots::{ballot, session};
use crate::random::Dice;
use crate::world::id;
use plumbline::formats::ballot_code::{Beside, NotCounted, encode, find, find_among};
use plumbline::workshop::{Ballot, Session};
use std::slice::from_ref;

const DIGITS: &[u8] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/// After these, the code is found, and nothing else is said.
const HARMLESS: &[Mangling] = manglings! {
    "as it is": |_, code| code.to_owned(),
    "name before": |_, code| format!("Ann: {code}"),
    "name glued before": |_, code| format!("Ann{code}"),
    "name glued behind": |_, code| format!("{code}Ann"),
    "name with digits glued before": |_, code| format!("Ann99{code}"),
    "time glued before": |_, code| format!("10:04{code}"),
    "time glued behind": |_, code| format!("{code}10:05"),
    "Zoom": |_, code| format!("10:04:02\t From  Bo Sample  to  Everyone:\n\t{code}\n"),
    "WhatsApp": |_, code| format!("[12.03.26, 10:05:01] Cleo Test: Cleo: {code}"),
    "Slack": |_, code| format!("Dan Probe\n  10:06 AM\n{code}\n"),
    "Teams": |_, code| format!("[10:07] Probe, Dan\r\n{code}\r\n like 1"),
    "IRC": |_, code| format!("<Ann> {code}"),
    "Zoom, saved": |_, code| format!("10:04:02 From Bo Sample to Everyone:\r\n\tReplying to \"Who is next?\"\r\n\r\n\t{code}\r\n"),
    "WhatsApp, exported": |_, code| format!("25/11/2026, 10:31 - ~ Ann: {code} <This message was edited>\n"),
    "WhatsApp on a Mac": |_, code| format!("\u{200e}[25/11/2026, 10:31:02] Ann:\u{200e} {code}\n"),
    "Slack, as it is sent": |_, code| format!("<@U02AB3CD4> {code} :tada: (edited)"),
    "Teams, quoted": |_, code| format!("Sample, Bo 10:07 AM\n▎{code}\n\n\u{a0}\nheart 2\n"),
    "Google Meet": |_, code| format!("Ann Smith\u{2003}10:31\n{code}\nkeepPin message\n"),
    "mail, answered": |_, code| format!("On Wed, 25 Nov 2026 at 10:31, Ann <ann@example.org> wrote:\n> {code}\n> --\n> Sent from my phone"),
    "mail, quoted-printable": |dice, code| format!("ballot=3D{}=20\r\n", between(dice, code, "=\r\n")),
    "encoded space before": |_, code| format!("%20{code}%20"),
    "quotes around": |_, code| format!("“{code}”"),
    "quotes glued": |_, code| format!("said\"{code}\"said"),
    "parentheses around": |_, code| format!("({code})."),
    "dots behind": |_, code| format!("{code}…"),
    "bold": |_, code| format!("*{code}*"),
    "underlined": |_, code| format!("__{code}__"),
    "inline code": |_, code| format!("`{code}`"),
    "code fence": |_, code| format!("```\n{code}\n```"),
    "code fence with a language": |_, code| format!("```text\n{code}```"),
    "list": |_, code| format!("- {code}"),
    "numbered list": |_, code| format!("1. {code}"),
    "numbered list, glued": |_, code| format!("1.{code}"),
    "quoted line": |_, code| format!("> > {code}"),
    "table": |_, code| format!("| Ann | {code} |"),
    "CSV": |_, code| format!("\"Ann\",\"{code}\",3"),
    "JSON": |_, code| format!("{{\"text\":\"{code}\\n\"}}"),
    "line break tags around": |_, code| format!("Ann<br>{code}<br>Bo"),
    "tags around": |_, code| format!("<p>Ann: <b>{code}</b></p>"),
    "line broken": |dice, code| between(dice, code, "\n"),
    "line broken and quoted": |dice, code| between(dice, code, "\r\n> "),
    "line broken in a table": |dice, code| between(dice, code, " |\n| "),
    "line broken and indented": |dice, code| between(dice, code, "\n        "),
    "line broken by a tag": |dice, code| between(dice, code, "<br>\n"),
    "line broken with a hyphen": |dice, code| between(dice, code, "-\n"),
    "line broken by mail": |dice, code| between(dice, code, "=\n"),
    "soft hyphens": |dice, code| between(dice, code, "\u{ad}"),
    "HTML soft hyphens": |dice, code| between(dice, code, "&shy;"),
    "HTML spaces": |dice, code| between(dice, code, "&nbsp;"),
    "numbers of HTML": |dice, code| between(dice, code, "&#8203;"),
    "invisible within": |dice, code| between(dice, code, "\u{200b}"),
    "byte order marks within": |dice, code| between(dice, code, "\u{feff}"),
    "wide spaces within": |dice, code| between(dice, code, "\u{3000}"),
    "break marks within": |dice, code| between(dice, code, "<wbr>"),
    "direction marks around": |_, code| format!("\u{202a}{code}\u{202c}"),
    "full width": |_, code| full_width(code),
    "full width with a name": |_, code| full_width(&format!("Ann:{code}")),
    "emoji glued": |_, code| format!("🙂{code}🙂"),
    "other letters glued": |_, code| format!("é{code}ж"),
    "behind a PBI": |_, code| format!("PBI 4711 is blocked: {code} PBR at 3"),
    "behind a PB": |_, code| format!("PB{code}"),
    "behind its own beginning": |_, code| format!("P {code}"),
};

/// A session of so many questions that codes have from 15 to 70 digits, and a ballot of it.
fn room(dice: &mut Dice) -> (Session, Ballot, String) {
    let practices = 1 + dice.below(90) as usize;
    let session = session(practices, dice.below(u64::from(Session::TAGS)) as u32);
    let ballot = ballot(dice, practices);
    let code = encode(&session, &ballot);
    (session, ballot, code)
}

fn rooms(look: impl Fn(u64, &mut Dice, &Session, Ballot, &str)) {
    for seed in 0..cases() {
        let dice = &mut Dice(seed.wrapping_mul(0x9e37_79b9));
        let (session, ballot, code) = room(dice);
        look(seed, dice, &session, ballot, &code);
    }
}

#[test]
fn a_ballot_is_found_whatever_chats_do_to_it() {
    assert!(HARMLESS.len() >= 40);
    rooms(|seed, dice, session, ballot, code| {
        for Mangling { name, apply } in HARMLESS {
            let text = apply(dice, code);
            let found = find(session, &text);
            assert_eq!(found.not_counted, [], "{seed}, {name}: {text}");
            assert_eq!(found.ballots, *from_ref(&ballot), "{seed}, {name}: {text}");
        }
    });
}

#[test]
fn a_sealed_ballot_is_found_whatever_chats_do_to_it() {
    rooms(|seed, dice, session, ballot, open| {
        let (code, opened) = crate::sealed_ballots::code(dice, session, &ballot);
        let beside = Beside {
            opened: from_ref(&opened),
            ..Beside::default()
        };
        let mut other = ballot.clone();
        other.voter = (other.voter + 1) % Ballot::VOTERS;
        let other_code = encode(session, &other);
        for Mangling { name, apply } in HARMLESS {
            let text = apply(dice, &code);
            let found = find_among(session, beside, &text);
            assert_eq!(found.not_counted, [], "{seed}, {name}: {text}");
            assert_eq!(found.ballots, *from_ref(&ballot), "{seed}, {name}: {text}");
            // Open ones of phones that cannot seal stand among them.
            let text = format!("{text}\n{}", apply(dice, &other_code));
            let found = find_among(session, beside, &text);
            assert_eq!(found.ballots.len(), 2, "{seed}, {name}: {text}");
        }
        // The same ballot, open and sealed, counts once.
        let found = find_among(session, beside, &format!("{open} {code}"));
        assert_eq!(
            found.not_counted,
            [NotCounted::Twice(code[..10].to_owned())]
        );
        for prose in PROSE {
            let prose = prose.replace("PB", "PS").replace("ＰＢ", "ＰＳ");
            assert_eq!(find(session, &prose), Default::default(), "{seed}: {prose}");
        }
    });
}

#[test]
fn several_ballots_in_a_text_are_told_apart() {
    rooms(|seed, dice, session, first, code| {
        let mut second = ballot(dice, session.practices.len());
        second.voter = (first.voter + 1) % Ballot::VOTERS;
        let other = encode(session, &second);
        for Mangling { name, apply } in HARMLESS {
            // Glued together, and each as a message made it.
            for text in [
                format!("{code}{other}"),
                format!("{}{}", apply(dice, code), apply(dice, &other)),
                format!("{}\n{}", apply(dice, code), apply(dice, &other)),
            ] {
                let found = find(session, &text);
                let both = [first.clone(), second.clone()];
                assert_eq!(found.ballots, both, "{seed}, {name}: {text}");
                assert_eq!(found.not_counted, [], "{seed}, {name}: {text}");
            }
        }
        let again = find(
            session,
            &format!("{code}{code} Ann: {}", between(dice, code, "\n> ")),
        );
        assert_eq!(again.ballots, *from_ref(&first));
        let twice = NotCounted::Twice(code[..8].to_owned());
        assert_eq!(again.not_counted, [twice.clone(), twice]);
    });
}

#[test]
fn a_damaged_ballot_is_named_once_and_counts_as_nothing() {
    rooms(|seed, dice, session, first, code| {
        let mut second = ballot(dice, session.practices.len());
        second.voter = (first.voter + 1) % Ballot::VOTERS;
        let other = encode(session, &second);
        let cut = &code[..9 + dice.below(code.len() as u64 - 9) as usize];
        let wrong = format!("{}{}", &code[..2], changed(dice, &code[2..], DIGITS));
        let typed = format!("{}0{}", &code[..9], &code[10..]);
        for bad in [cut, &wrong, &typed] {
            for (name, text) in [
                ("alone", bad.to_owned()),
                ("before another", format!("{bad}{other}")),
                ("behind another", format!("{other}{bad}")),
                (
                    "in a chat",
                    format!("Ann: {bad}\nPBI 4711 is next\nBo: {other} PBR"),
                ),
                (
                    "wrapped",
                    format!("Ann{}\n> {} {other}", &bad[..9], &bad[9..]),
                ),
            ] {
                // Of one that is broken at once and in two places, nobody can be sure.
                if name == "wrapped" && bad[..6] != code[..6] {
                    continue;
                }
                let found = find(session, &text);
                let named = [NotCounted::Damaged(bad[..8].to_owned())];
                assert_eq!(found.not_counted, named, "{seed}, {name}: {text}");
                let rest = if name == "alone" {
                    vec![]
                } else {
                    vec![second.clone()]
                };
                assert_eq!(found.ballots, rest, "{seed}, {name}: {text}");
            }
        }
    });
}

#[test]
fn a_ballot_of_another_session_is_named_and_not_counted() {
    rooms(|seed, dice, session, ballot, code| {
        // The same questions, another day.
        let mut later = session.clone();
        later.tag = (later.tag + 1) % Session::TAGS;
        // Another workshop that is known here.
        let (other, _, theirs) = room(dice);
        let named = |code: &str| vec![NotCounted::OtherSession(code[..8].to_owned())];
        for Mangling { name, apply } in HARMLESS {
            let text = apply(dice, code);
            let found = find(&later, &text);
            assert!(found.ballots.is_empty(), "{seed}, {name}: {text}");
            assert_eq!(found.not_counted, named(code), "{seed}, {name}: {text}");
            let text = apply(dice, &theirs);
            let beside = Beside {
                others: from_ref(&other),
                ..Beside::default()
            };
            let found = find_among(session, beside, &text);
            assert!(found.ballots.is_empty(), "{seed}, {name}: {text}");
            assert_eq!(found.not_counted, named(&theirs), "{seed}, {name}: {text}");
        }
        // One that nobody here knows of: whoever sees so long a code knows that it is one.
        let unknown = find(session, &theirs);
        assert!(unknown.ballots.is_empty());
        if theirs.len() >= 40 && theirs.bytes().skip(6).any(|b| b.is_ascii_digit()) {
            assert_eq!(unknown.not_counted, named(&theirs), "{seed}: {theirs}");
        }
        // Other questions under the same number.
        let mut moved = session.clone();
        moved.practices[0] = id("another");
        let found = find(&moved, code);
        assert_eq!(
            found.not_counted,
            [NotCounted::Damaged(code[..8].to_owned())]
        );
        assert_ne!(found.ballots, [ballot]);
    });
}

/// Words, numbers and codes of other things that begin as a ballot does.
const PROSE: &[&str] = &[
    "PBI 4711 is blocked by the database upgrade, can somebody look?",
    "PBR notes are in the wiki, thank you all",
    "PBIs: 12, 13 and 14 are done; PBI-4711/4712/4713 are not.",
    "PB&J later? A PB of 4:32 over 1,500 m today!",
    "We derive the key with PBKDF2WithHmacSHA256, 600000 rounds",
    "PBS_JOBID=17 PBX PBKDF2 PBEWithMD5AndDES PBJobServer2",
    "PBusinessObjectRepositoryFactoryBeanImplementation2",
    "UPBEAT PBS: the 3rd PB in 2 weeks, PB PB PB",
    "ＰＢＩ ４７１１ is blocked",
    "P\nB1234 is the gate, P B 2 the other",
    "PBI&nbsp;4711<br>PBI&shy;4712",
    "https://tracker.example/browse/PB-4711?focus=PB-4712#PB4713",
    "PB12345678 PB1234567890 PBABCDEFGHJK",
    "data:image/png;base64,PBORw0KGgoAAAANSUhEUgAAAAUA+PB/abc0l=",
    "pB1234abcdEFGH Pb1234abcdEFGH",
];

#[test]
fn a_word_that_begins_as_a_code_is_never_named() {
    rooms(|seed, dice, session, _, code| {
        for prose in PROSE {
            let found = find(session, prose);
            assert_eq!(found, Default::default(), "{seed}: {prose}");
        }
        // In any order, with words between them, and cut anywhere.
        let some: Vec<_> = (0..6)
            .map(|_| PROSE[dice.below(PROSE.len() as u64) as usize])
            .collect();
        let text = some.join([" ", "\n", ""][dice.below(3) as usize]);
        let cut: String = text.chars().take(dice.below(300) as usize).collect();
        assert_eq!(find(session, &cut).not_counted, [], "{seed}: {cut}");
        let found = find(session, &format!("{text}\n{code}\n{text}"));
        assert_eq!(
            (found.ballots.len(), found.not_counted),
            (1, vec![]),
            "{seed}: {text}"
        );
    });
}

#[test]
fn a_long_text_is_read_at_once() {
    let session = session(75, 4711);
    for text in [
        "P",
        "PB",
        "PB ",
        "P ",
        "<",
        "&",
        "PB1",
        "P\u{ad}",
        "PBabcdef1234567890AB ",
    ] {
        let long = text.repeat(20_000 / text.len());
        let began = std::time::Instant::now();
        assert!(find(&session, &long).ballots.is_empty());
        assert!(
            began.elapsed().as_secs() < 60,
            "{text}: {:?}",
            began.elapsed()
        );
    }
}

/// What chats write before a ballot of Ann Smith's, and before one without a name.
#[test]
fn a_name_is_the_one_that_came_with_the_ballot() {
    let session = session(5, 77);
    let code = encode(&session, &ballot(&mut Dice(8), 5));
    let of = |before: &str| {
        let found = find(&session, &format!("thanks all!\n{before}{code} 👍"));
        assert_eq!(found.ballots.len(), 1, "{before}");
        found.names[0].clone()
    };
    for before in [
        "Ann Smith: ",
        "[10:31, 25/11/2026] Bo Sample: Ann Smith: ",
        "25/11/2026, 10:31 - Bo Sample: Ann Smith: ",
        "10:33:02 From Bo Sample to Everyone: Ann Smith: ",
        "10:33:02\t From  Bo Sample  to  Everyone:\tAnn Smith: ",
        "[10:07 AM] Sample, Bo: Ann Smith: ",
        "Bo Sample (Guest) via phone: my code is: Ann Smith: ",
        "Bo Sample 10:34 AM Ann Smith: "
            .replace("AM ", "AM] ")
            .as_str(),
        "> > Ann Smith: ",
        "| 3 | Ann Smith | ",
        "\"Ann Smith\",\"",
        "<b>Ann Smith</b>: ",
        "10:31 AM Ann Smith: ",
        "10:31 Ann Smith\t",
        "10:33:02 From Ann Smith to Everyone: ",
    ] {
        assert_eq!(of(before), "Ann Smith", "{before}");
    }
    for before in [
        "",
        "10:31 ",
        "[10:31, 25/11/2026] ",
        "10:31 AM: ",
        "12. ",
        "- ",
        "> ",
    ] {
        assert_eq!(of(before), "", "{before}");
    }
    for name in [
        "Amira",
        "Pam",
        "Jo",
        "李雷",
        "Åsa-Li O’Neill",
        "from Berlin",
    ] {
        assert_eq!(of(&format!("10:31 Bo: {name}: ")), name);
    }
}
