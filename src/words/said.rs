//! Sentences on what was done, or was not, and on files that were refused.

use super::Words;
use crate::desk::{Imported, NotTaken, Refused, Said, TakenAs, Title};
use crate::model::Fact;
use crate::storage::StoreError;

/// Of so many, it is said of each what became of it.
const FEW: usize = 3;

impl Words {
    /// What is said of something. `None` where it shows by itself.
    pub fn said(&self, said: &Said) -> Option<String> {
        match said {
            Said::Done(title, _) => self.done_so(title),
            Said::Undone(undone) => Some(match undone.left {
                0 => return None,
                1 => "That was undone, except for one field that has changed elsewhere since."
                    .to_owned(),
                n => format!(
                    "That was undone, except for {n} fields that have changed elsewhere since."
                ),
            }),
            Said::OnlyToLookAt(_) => Some(self.read_only.to_owned()),
            Said::Deleted => Some(self.deleted.to_owned()),
            Said::NotDeleted(why) => Some(self.not_deleted(*why)),
            Said::QuestionnaireNotKept(why) => Some(self.questionnaire_not_kept(*why)),
            Said::Full(limit) => Some(self.full(*limit).to_owned()),
        }
    }

    fn not_deleted(&self, why: StoreError) -> String {
        format!(
            "Not all of it is deleted: {}. What is left is there again at the next start. To be rid of it now, clear this site’s data in the browser’s settings.",
            self.store_error(why)
        )
    }

    /// That something was done.
    fn done_so(&self, title: &Title) -> Option<String> {
        Some(match title {
            Title::Clear(_) => "The answer was cleared.".to_owned(),
            Title::TargetOfAll => "The target of all practices here was changed.".to_owned(),
            Title::TakeUp(_) => "It is in your plan.".to_owned(),
            Title::RemoveAction(_) => "The action was removed.".to_owned(),
            Title::MoveAction(_, horizon) => self.moved_to(*horizon),
            Title::Snapshot { name } => self.kept_snapshot(name),
            Title::Round { name, carried } => self.began_round(name, *carried),
            Title::RemoveSnapshot { name } => self.removed_snapshot(name),
            Title::Say(Fact::Logo) => "The logo was changed.".to_owned(),
            Title::Confirm { count } => self.confirmed(*count),
            Title::GoBack { at } => self.gone_back(at),
            Title::Move => "The assessment moved to the newer version of the questions.".to_owned(),
            Title::RemoveBallot => "The ballot was taken out.".to_owned(),
            Title::Computed { count: 1 } => "The number was taken.".to_owned(),
            Title::Computed { count } => format!("{count} numbers were taken."),
            Title::Agree { count } => self.took_agreed(*count),
            Title::Finish { agreed, people } => self.finished(*agreed, *people),
            Title::GiveUp => self.workshop_given_up.to_owned(),
            Title::Remove { team } => self.removed(team),
            Title::RemoveSample => "The sample was removed.".to_owned(),
            Title::Import(taken) => self.taken_in(taken),
            _ => return None,
        })
    }

    fn confirmed(&self, count: usize) -> String {
        match count {
            1 => "1 answer was confirmed.".to_owned(),
            n => format!("{n} answers were confirmed."),
        }
    }

    /// What became of what was taken in.
    fn taken_in(&self, all: &[Imported]) -> String {
        let edited = all.iter().filter(|one| one.edited_outside).count();
        if all.len() > FEW {
            let is_left = |one: &&Imported| one.how == TakenAs::TooMuch;
            let left = all.iter().filter(is_left);
            let mut said = vec![self.many_taken(all.len() - left.clone().count(), edited)];
            said.extend(left.map(|one| self.too_much(&one.team)));
            return said.join(" ");
        }
        let mut said = Vec::new();
        for Imported {
            team,
            how,
            edited_outside,
            halves,
        } in all
        {
            said.push(match how {
                TakenAs::New => self.imported(team),
                TakenAs::Joined => self.merged(team),
                TakenAs::Replaced => self.replaced(team),
                TakenAs::Beside => self.opened_beside(team),
                TakenAs::TooMuch => self.too_much(team),
            });
            if *edited_outside && *how != TakenAs::TooMuch {
                said.push(self.edited_outside.to_owned());
            }
            said.extend((!halves.is_empty()).then(|| self.halves(halves)));
        }
        said.join(" ")
    }

    /// Why something in a file cannot be taken in.
    pub fn not_taken(&self, refused: &Refused) -> String {
        let why = match &refused.why {
            NotTaken::Unreadable => self.import_unreadable.to_owned(),
            NotTaken::NotText(why) => self.not_text(*why),
            NotTaken::File(why) => self.refusal(why),
            NotTaken::Part(at, why) => self.part_refused(*at, &self.refusal(why)),
            NotTaken::LeftOut(left) => self.left_out(left),
            NotTaken::Nothing => self.import_none.to_owned(),
            NotTaken::NotThere => self.portfolio_page().not_there.to_owned(),
            NotTaken::OddName => self.portfolio_page().odd_name.to_owned(),
            NotTaken::NoList => self.portfolio_page().no_list.to_owned(),
        };
        match &refused.file {
            Some(file) => self.in_file(file, &why),
            None => why,
        }
    }

    /// Why files were refused, a line each.
    pub fn files_refused(&self, others: &[Refused]) -> String {
        let each = others.iter().map(|refused| self.not_taken(refused));
        each.collect::<Vec<_>>().join("\n")
    }
}
