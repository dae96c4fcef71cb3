//! What an organisation publishes beside the page: which files are asked for next, how far that is, and
//! what is left out and why.

use super::incoming::{NotTaken, Preview, Refused};
use crate::formats::plain_text::decode;
use crate::formats::portfolio_json::{INDEX, Index, read};
use crate::model::Assessment;

/// So many files are asked for at a time. A server that speaks HTTP/2 sends all of them at once; with
/// an older one, browsers wait with those above six.
const AT_ONCE: usize = 60;

/// How far it is read.
#[derive(Debug, Clone, Default)]
pub struct Published {
    /// The files that are still to be asked for, the next one last.
    waiting: Vec<String>,
    /// How many were asked for and have not come.
    under_way: usize,
    /// How many came, of how many.
    read: (usize, usize),
    /// Whether the list came.
    is_listed: bool,
    /// Whether somebody wants to see what is in the files, and not only whether there are any.
    is_wanted: bool,
    /// Below how many respondents the publisher kept teams back, and how many.
    withheld: Option<[u64; 2]>,
    found: Vec<Assessment>,
    left_out: Vec<Refused>,
}

impl Published {
    /// The list came. Without one, nothing is published.
    pub fn list(&mut self, index: Option<Vec<u8>>) {
        self.is_listed = true;
        let Some(index) = index else {
            return;
        };
        let listed = decode(index).map_err(NotTaken::NotText);
        match listed.and_then(|text| read(&text).ok_or(NotTaken::NoList)) {
            Ok(Index {
                files,
                odd,
                withheld,
            }) => {
                self.withheld = withheld;
                self.read = (0, files.len());
                self.waiting = files;
                self.waiting.reverse();
                for name in odd {
                    self.leave_out(&name, NotTaken::OddName);
                }
            }
            Err(why) => self.leave_out(INDEX, why),
        }
    }

    fn leave_out(&mut self, name: &str, why: NotTaken) {
        let file = Some(name.to_owned());
        self.left_out.push(Refused { file, why });
    }

    /// Somebody wants to see what is in the files.
    pub fn want(&mut self) {
        self.is_wanted = true;
    }

    /// Whether somebody does.
    #[must_use]
    pub fn is_wanted(&self) -> bool {
        self.is_wanted
    }

    /// Whether there is anything to see.
    #[must_use]
    pub fn is_any(&self) -> bool {
        self.read.1 > 0
    }

    /// Below how many respondents the publisher kept teams back, and how many teams these are.
    #[must_use]
    pub fn withheld(&self) -> Option<[u64; 2]> {
        self.withheld
    }

    /// The file to ask for next. `None` where enough were asked for, or all.
    pub fn ask(&mut self) -> Option<String> {
        if self.under_way == AT_ONCE || !self.is_wanted {
            return None;
        }
        let name = self.waiting.pop()?;
        self.under_way += 1;
        Some(name)
    }

    /// A file came, or did not; `look` looks into its text.
    pub fn came(&mut self, name: &str, bytes: Option<Vec<u8>>, look: impl FnOnce(&str) -> Preview) {
        self.under_way -= 1;
        self.read.0 += 1;
        let looked = match bytes.map(decode) {
            None => Preview::of_none(NotTaken::NotThere),
            Some(Err(why)) => Preview::of_none(NotTaken::NotText(why)),
            Some(Ok(text)) => look(&text),
        };
        let found = looked.candidates.into_iter().map(|new| new.assessment);
        self.found.extend(found);
        for refused in looked.others {
            self.leave_out(name, refused.why);
        }
    }

    /// How many files came, of how many; `None` once all did.
    #[must_use]
    pub fn progress(&self) -> Option<(usize, usize)> {
        (!self.is_done()).then_some(self.read)
    }

    /// Whether the list and all files came.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.is_listed && self.waiting.is_empty() && self.under_way == 0
    }

    /// What was found, once.
    pub fn take_found(&mut self) -> Vec<Assessment> {
        std::mem::take(&mut self.found)
    }

    /// What was left out, and why.
    #[must_use]
    pub fn left_out(&self) -> &[Refused] {
        &self.left_out
    }
}
