//! Questionnaires that are compared over what they have in common.

use crate::advice::Across;
use crate::app::markup::{El, details, el, p};
use crate::app::shell::Shell;
use crate::model::Questionnaire;
use crate::words::words;
use std::cell::RefCell;

/// What several questionnaires ask alike, and each of them over that. It lives as long as the page.
#[derive(Clone, Copy)]
pub struct Together {
    /// What is asked by all.
    pub questionnaire: &'static Questionnaire,
    /// What is compared, and each as it asks what is common.
    all: &'static [(&'static Questionnaire, &'static Questionnaire)],
    /// What only some ask, where there are several.
    across: Option<&'static Across<'static>>,
}

type Made = Vec<(Vec<&'static Questionnaire>, Together)>;

thread_local! {
    /// Each is made once: what is shown lives on.
    static MADE: RefCell<Made> = const { RefCell::new(Vec::new()) };
}

impl Together {
    /// What these ask alike.
    pub fn of(shell: Shell, all: &[&'static Questionnaire]) -> Self {
        let is_it = |made: &[&'static Questionnaire]| {
            made.len() == all.len() && made.iter().zip(all).all(|(a, b)| std::ptr::eq(*a, *b))
        };
        let known = MADE.with_borrow(|made| {
            let known = made.iter().find(|(of, _)| is_it(of));
            known.map(|(_, together)| *together)
        });
        known.unwrap_or_else(|| {
            let made = Self::made(shell, all);
            MADE.with_borrow_mut(|known| known.push((all.to_vec(), made)));
            made
        })
    }

    fn made(shell: Shell, all: &[&'static Questionnaire]) -> Self {
        let across = shell.look(|desk| desk.across(all));
        let across: Option<&'static Across> = across.map(|across| &*Box::leak(Box::new(across)));
        let each = all.iter().map(|own| {
            let asked = across.map(|across| &*Box::leak(Box::new(across.asked_by(own))));
            (*own, asked.unwrap_or(own))
        });
        let first = all.first().copied();
        Self {
            questionnaire: across.map_or_else(
                || first.unwrap_or_else(|| shell.questionnaire()),
                |across| &across.questionnaire,
            ),
            all: each.collect::<Vec<_>>().leak(),
            across,
        }
    }

    /// What one of them asks of what is common.
    pub fn asked_by(self, own: &'static Questionnaire) -> &'static Questionnaire {
        let mut all = self.all.iter();
        let found = all.find(|(q, _)| std::ptr::eq(*q, own));
        found.map_or(self.questionnaire, |(_, asked)| asked)
    }

    /// That only what is common counts, and what that leaves out.
    pub fn said(self) -> Option<El> {
        let across = self.across?;
        let w = words();
        let all: Vec<_> = self.all.iter().map(|(own, _)| *own).collect();
        let alone = all.iter().zip(&across.alone);
        let alone = alone.filter(|(_, alone)| !alone.practices.is_empty());
        let items: Vec<_> = alone
            .map(|(q, alone)| el("li").text(w.asked_alone(q, &alone.practices)))
            .collect();
        let list =
            (!items.is_empty()).then(|| details(w.asked_by_some()).child(el("ul").each(items)));
        let common = across.questionnaire.practices.len();
        Some(
            el("div")
                .class("notice")
                .child(p(w.compared_across(&all, common)))
                .each(list),
        )
    }
}
