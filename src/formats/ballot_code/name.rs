//! Whose a ballot is, of all that a chat writes before it on its line.

/// What chats and tables put between a sender, a time and a message.
const MARKS: [char; 9] = [':', ']', ')', '>', '|', '\t', ';', '"', '='];
/// Of a time that was cut at its colon.
const TIMES: [&str; 4] = ["AM", "PM", "am", "pm"];

/// The name that stands right before a code: it comes as `Name: code`, with the sender, the time and
/// other things of the chat before it.
pub fn own_name(before: &str) -> &str {
    let last = before.rsplit(MARKS).next().unwrap_or_default();
    let name = last.trim_start_matches(is_no_letter);
    let name = TIMES
        .iter()
        .find_map(|time| {
            let rest = name.strip_prefix(time)?;
            // Pam is a name.
            (rest.is_empty() || rest.starts_with(is_no_letter)).then_some(rest)
        })
        .unwrap_or(name);
    let name = name.trim_start_matches(is_no_letter);
    // As one meeting has it, where the ballot itself has no name.
    let sender = name.strip_prefix("From ");
    let sender = sender.and_then(|rest| rest.rsplit_once(" to "));
    sender.map_or(name, |(sender, _)| sender).trim()
}

/// What no name begins with.
fn is_no_letter(c: char) -> bool {
    c.is_whitespace() || c.is_numeric() || ",./-–—•*_~`'‘’“”[(<".contains(c)
}
