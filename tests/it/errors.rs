//! Errors are data: each can be handed on as an error, names what caused it, and is said by the words.

use plumbline::desk::NotTaken;
use plumbline::formats::assessment_json::{Refusal, decode};
use plumbline::formats::plain_text;
use plumbline::metrics::{CannotWorkOut, work_out_typed};
use plumbline::model::{Fault, Limit, Problem, Shape};
use plumbline::storage::StoreError;
use plumbline::words::words;
use std::error::Error;

fn chain(error: &dyn Error) -> Vec<String> {
    let mut all = vec![error.to_string()];
    all.extend(error.source().into_iter().flat_map(chain));
    all
}

#[test]
fn an_error_leads_to_what_caused_it() {
    let problem = Problem::new("team", Fault::Not(Shape::Text));
    let refused = Refusal::Problems(vec![problem.clone()]);
    let not_taken = NotTaken::Part(2, refused.clone());
    let expected = [
        not_taken.to_string(),
        refused.to_string(),
        problem.to_string(),
    ];
    assert_eq!(chain(&not_taken), expected);
    let no_text = plain_text::decode(b"\xff".to_vec()).unwrap_err();
    let not_taken = NotTaken::NotText(no_text);
    assert_eq!(chain(&not_taken)[1], no_text.to_string());
    let metric = plumbline::catalog::built_in().metrics;
    let counted = metric.iter().find_map(|m| work_out_typed(m, "two", "many"));
    let Some(Err(why @ CannotWorkOut::NotACount(inner))) = counted else {
        panic!("{counted:?}");
    };
    assert_eq!(chain(&why)[1], inner.to_string());
    assert!(StoreError::Full.source().is_none());
    assert!(Limit::Size.source().is_none());
}

/// Somebody who reports that it could not be saved can say what the browser said.
#[test]
fn what_a_browser_calls_its_error_is_shown_to_people() {
    let why = StoreError::Other("UnknownError: Internal error opening backing store");
    let said = words().not_saved(why);
    assert!(
        said.contains("(UnknownError: Internal error opening backing store)"),
        "{said}"
    );
    let said = words().no_store(why);
    assert!(said[0].contains("UnknownError"), "{said:?}");
    let said = words().store_error(StoreError::Other(""));
    assert_eq!(said, "the browser reported an error");
}

/// The place and the sentence are the words'; what a file says is data until then.
#[test]
fn problems_are_said_with_their_places_and_at_most_twenty_of_them() {
    let text = r#"{"format": "plumbline/assessment", "version": 1, "body": {"id": "A B"}}"#;
    let Err(why @ Refusal::Problems(_)) = decode(text) else {
        panic!("it is read");
    };
    let Refusal::Problems(problems) = &why else {
        return;
    };
    assert_eq!(problems[0].fault, Fault::Not(Shape::Id));
    let said = words().refusal(&why);
    let expected =
        "The file cannot be used as it is:\nid: should be small letters, digits and single hyphens";
    assert_eq!(said, expected);
    let many = Refusal::Problems(vec![problems[0].clone(); 23]);
    let said = words().refusal(&many);
    assert_eq!(said.lines().count(), 22);
    assert!(said.ends_with("\nand 3 more"), "{said}");
    let nowhere = Problem::new("", Fault::Unknown);
    let said = words().problem(&nowhere);
    assert!(said.starts_with("the parts that"), "{said}");
}
