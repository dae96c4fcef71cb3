//! A study is told something, and answers.

use super::input::Input;
use super::state::Study;
use crate::formats::json::Json;
use crate::formats::table::Arrived;

impl Study {
    /// Takes a message as JSON, with a file's bytes where it brings one, and answers as JSON. What is no
    /// message changes nothing.
    pub fn told(&mut self, message: &str, bytes: Vec<u8>) -> String {
        self.told_watched(message, bytes.into(), &mut |_| ())
    }

    /// The same, and says now and then how much of it is done, from 0 to 1, where that takes a while.
    pub fn told_watched(
        &mut self,
        message: &str,
        file: Arrived,
        watch: &mut dyn FnMut(f64),
    ) -> String {
        let input = Json::parse(message)
            .ok()
            .and_then(|json| Input::of(json, file));
        let asked = match input {
            Some(input @ (Input::More(_) | Input::Rows { .. } | Input::Csv { .. })) => Some(input),
            Some(input) => {
                self.take_watched(input, watch);
                None
            }
            None => None,
        };
        let mut answer = self.answer(asked.as_ref());
        if self.fill() {
            answer = self.answer(asked.as_ref());
        }
        answer.compact()
    }

    /// What is asked for, or all that there is to show.
    fn answer(&self, asked: Option<&Input>) -> Json {
        match asked {
            Some(Input::More(metric)) => self.more(metric),
            Some(Input::Rows {
                metric,
                which,
                from,
            }) => self.rows(metric, which, *from),
            Some(Input::Csv { metric, from }) => self.csv(metric, *from),
            _ => self.shown(),
        }
    }
}
