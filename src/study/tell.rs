//! A study is told something, and answers.

use super::input::Input;
use super::state::Study;
use crate::formats::json::Json;

impl Study {
    /// Takes a message as JSON, with a file's bytes where it brings one, and answers as JSON. What is no
    /// message changes nothing.
    pub fn told(&mut self, message: &str, bytes: Vec<u8>) -> String {
        let input = Json::parse(message)
            .ok()
            .and_then(|json| Input::of(json, bytes));
        let answer = match input {
            Some(Input::More(metric)) => self.more(&metric),
            Some(Input::Rows {
                metric,
                which,
                from,
            }) => self.rows(&metric, &which, from),
            Some(Input::Csv(metric)) => Json::Text(self.csv(&metric)),
            Some(input) => {
                self.take(input);
                self.shown()
            }
            None => self.shown(),
        };
        answer.compact()
    }
}
