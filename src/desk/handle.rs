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
            Input::Do(_) | Input::More(_) | Input::Undo(_) | Input::Redo(_) => {
                self.change(input, &mut reply);
            }
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

    /// Does what somebody wants.
    fn change(&mut self, input: Input, reply: &mut Reply) {
        let Some(changing) = self.changing else {
            return;
        };
        match input {
            Input::Do(transaction) => (changing.carry_out)(self, transaction, false, reply),
            Input::More(transaction) => (changing.carry_out)(self, transaction, true, reply),
            Input::Undo(here) => (changing.undo)(self, here.as_ref(), reply),
            Input::Redo(here) => (changing.redo)(self, here.as_ref(), reply),
            _ => {}
        }
    }
}
