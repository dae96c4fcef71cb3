//! What is said about a link is true, helps whom it concerns, and is said before it is needed.

use plumbline::formats::link::{Age, BadLink};
use plumbline::route::Reach;
use plumbline::words::words;
use std::fs;

const REASONS: [BadLink; 8] = [
    BadLink::NotOurs,
    BadLink::Changed,
    BadLink::Cut,
    BadLink::NewerFormat,
    BadLink::OtherVersion(Age::Older),
    BadLink::OtherVersion(Age::Newer),
    BadLink::OtherVersion(Age::Unknown),
    BadLink::OtherQuestionnaire,
];

/// A voter has no assessment and nobody to ask but the facilitator.
#[test]
fn a_voter_is_never_told_to_ask_for_a_file() {
    for why in REASONS {
        let said = words().bad_invitation(why);
        assert!(!said.contains("file") && !said.contains("report"), "{said}");
        let is_up_to_them = matches!(
            why,
            BadLink::NewerFormat | BadLink::OtherVersion(Age::Newer | Age::Unknown)
        );
        assert_eq!(said.contains("Reload this page"), is_up_to_them, "{said}");
        assert!(said.contains("facilitator"), "{said}");
        // Nothing that they could do makes an older page newer.
        let is_up_to_others = matches!(why, BadLink::OtherVersion(Age::Older | Age::Unknown));
        assert_eq!(
            said.contains("facilitator to reload"),
            is_up_to_others,
            "{said}"
        );
    }
}

#[test]
fn each_reason_is_told_in_words_of_its_own() {
    for of in [
        |why| words().bad_share(why),
        |why| words().bad_invitation(why),
    ] {
        let mut all: Vec<String> = REASONS.into_iter().map(of).collect();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), REASONS.len());
    }
}

#[test]
fn who_can_open_an_address() {
    use Reach::{Computer, Everyone, File, Network};
    for (address, reach) in [
        ("https://example.org/", Everyone),
        ("https://someone.github.io/plumbline/#/vote/x", Everyone),
        ("http://8.8.8.8:8080/", Everyone),
        ("http://172.32.0.1/", Everyone),
        ("http://192.169.0.1/", Everyone),
        ("https://[2001:db8::1]/", Everyone),
        ("https://localhost.example.org/", Everyone),
        ("https://home.example.org/", Everyone),
        ("https://10.example.org/", Everyone),
        ("https://plumbline.internal.example.org/", Everyone),
        ("http://localhost:8080/#/", Computer),
        ("http://LOCALHOST/", Computer),
        ("http://app.localhost:8080/", Computer),
        ("http://localhost./", Computer),
        ("http://127.0.0.1:8080/some/path/#/vote/x", Computer),
        ("http://127.9.9.9/", Computer),
        ("http://0.0.0.0:8000/", Computer),
        ("http://[::1]:8080/", Computer),
        ("http://user:secret@localhost:8080/", Computer),
        ("http://10.0.0.7/", Network),
        ("http://172.16.3.4/", Network),
        ("http://172.31.3.4/", Network),
        ("http://192.168.1.20:8080/", Network),
        ("http://169.254.1.1/", Network),
        ("http://100.64.0.9/", Network),
        ("http://[fe80::1]/", Network),
        ("http://[fd12:3456::1]/", Network),
        ("http://intranet/plumbline/", Network),
        ("https://laptop.local/", Network),
        ("https://wiki.corp/", Network),
        ("https://tools.internal/", Network),
        ("https://nas.home.arpa/", Network),
        ("file:///home/me/dist/index.html", File),
        ("blob:https://example.org/17", File),
        ("about:blank", File),
        ("", File),
    ] {
        assert_eq!(Reach::of(address), reach, "{address}");
        assert_eq!(words().for_others(reach).is_none(), reach == Everyone);
    }
}

/// A host shows it under any address, so no file that it named would be found from there; and it is
/// as strict as the page.
#[test]
fn the_page_for_unknown_addresses_needs_nothing_beside_it() {
    let page = fs::read_to_string("404.html").unwrap();
    let policy = page.split("content=\"").nth(1).unwrap();
    let policy = policy.split('"').next().unwrap();
    let parts: Vec<_> = policy.split("; ").collect();
    for part in [
        "default-src 'none'",
        "script-src 'sha256-of-script'",
        "style-src 'sha256-of-style'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
    ] {
        assert!(parts.contains(&part), "{part}");
    }
    assert!(!policy.contains("unsafe"));
    assert!(!page.contains("src=\""));
    let addresses = page.split("href=\"").skip(1);
    let addresses: Vec<_> = addresses
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    assert_eq!(addresses, ["data:,", "./"]);
    // It sends nobody to another host, whatever stands in the address.
    assert_eq!(
        page.matches("location.replace(`${origin}").count(),
        page.matches("location.replace(").count()
    );
    assert!(page.contains("href = origin + folder"));
}
