//! Other tabs: what they wrote is in their messages, and is joined.

use super::effect::{Effect, Said, Timer};
use super::held::Held;
use super::reply::Reply;
use super::state::Desk;
use crate::formats::assessment_json::{Refusal, decode};
use crate::model::AssessmentId;
use crate::storage;

/// How long a tab waits before it writes what another tab's writing lacked, in milliseconds: tabs that
/// answered each other at once would never stop.
const QUIET: u32 = 250;

/// What a tab tells of an assessment that somebody has deleted for good. A record that is only missing
/// says less: trash is emptied by itself, and a tab that still needs it brings it back.
pub const GONE: &str = "";

impl Desk {
    /// What another tab wrote. The message carries it all: nothing is read that may not be there yet.
    pub(super) fn heard(&mut self, key: &str, text: Option<&str>, reply: &mut Reply) {
        if text == Some(GONE) {
            return self.heard_gone(key, reply);
        }
        match text.map(decode) {
            Some(Ok(decoded)) if key == storage::key(&decoded.assessment.id) => {
                let joined = self.join(&decoded.assessment, reply);
                let id = decoded.assessment.id;
                if joined.was_here && joined.knows_more && self.saving.wait_for_quiet(&id) {
                    reply.act(Effect::After(QUIET, Timer::Quiet(id)));
                }
            }
            Some(Err(Refusal::Newer(_))) => {
                if let Some(id) = self.held_under(key) {
                    self.make_read_only(&id, reply);
                }
            }
            // Only the trash is ever emptied, and each tab empties its own.
            None | Some(_) => {}
        }
    }

    /// Somebody wants it gone: this tab lets go as well, and is behind its own last writing to both stores.
    fn heard_gone(&mut self, key: &str, reply: &mut Reply) {
        let Some(id) = self.held_under(key) else {
            return;
        };
        if matches!(self.held.get(&id), Some(Held::Guest(_))) {
            return;
        }
        self.forget(&id, reply);
        reply.touched.access = true;
        reply.act(Effect::Say(Said::Deleted));
    }

    fn held_under(&self, key: &str) -> Option<AssessmentId> {
        let mut ids = self.held.keys();
        ids.find(|id| storage::key(id) == key).cloned()
    }

    /// Things are quiet: writes what the other tab's writing lacked, whoever else has done so since.
    pub(super) fn quiet(&mut self, id: &AssessmentId, reply: &mut Reply) {
        self.saving.is_quiet(id);
        if self.held.get(id).and_then(Held::own).is_some() {
            self.write(id, reply);
        }
    }
}
