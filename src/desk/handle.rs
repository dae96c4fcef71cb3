//! The one door.

use super::effect::{Effect, Input, Now, Touched};
use super::reply::Reply;
use super::state::Desk;

impl Desk {
    /// Takes in what happened. Returns what to show anew, and what to do outside, in this order.
    pub fn handle(&mut self, now: Now, input: Input) -> (Touched, Vec<Effect>) {
        let mut reply = Reply {
            now,
            line: self.line(),
            touched: Touched::default(),
            effects: Vec::new(),
        };
        match input {
            Input::Start(id, team, scope) => self.start(id, &team, scope, &mut reply),
            Input::Do(transaction) => self.carry_out(transaction, false, &mut reply),
            Input::More(transaction) => self.carry_out(transaction, true, &mut reply),
            Input::Undo(here) => self.undo(here.as_ref(), &mut reply),
            Input::Redo(here) => self.redo(here.as_ref(), &mut reply),
            Input::Quick(id, version, result) => {
                self.quick_answered(&id, version, result, &mut reply)
            }
            Input::Database(id, version, result) => {
                self.database_answered(&id, version, result, &mut reply);
            }
            Input::Discard(ids) => self.discard(&ids, &mut reply),
            Input::Forgotten(id, result) => self.forgotten(&id, result, &mut reply),
            Input::Opened(result) => self.database_opened(result, &mut reply),
            Input::Read(result) => self.read(result, &mut reply),
            Input::FromTab(key, text) => self.heard(&key, text.as_deref(), &mut reply),
            Input::Shown(opening) => self.shown(opening, &mut reply),
            Input::Fired(timer) => self.fired(&timer, &mut reply),
            Input::Guests(guests) => self.show_guests(guests, &mut reply),
            Input::KeepGuest(id) => self.keep_guest(&id, &mut reply),
            Input::DismissGuest(id) => self.dismiss_guest(&id, &mut reply),
        }
        reply.touched.saving |= self.line() != reply.line;
        (reply.touched, reply.effects)
    }
}
