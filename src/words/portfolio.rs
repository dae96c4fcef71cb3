//! Sentences on many teams at once, and on many files at once.

use super::Words;
use crate::advice::Gap;
use crate::model::text::isolated;

/// So many names are listed, and then how many more there are.
const NAMES: usize = 6;

impl Words {
    /// How many teams there are, and what most have in common.
    pub fn portfolio_finding(&self, teams: usize, shown: usize, gaps: &[Gap]) -> String {
        let teams_are = match teams {
            1 => "1 team.".to_owned(),
            n => format!("{n} teams."),
        };
        let withheld = match teams - shown {
            0 => String::new(),
            n => format!(" {n} of them withheld: too few respondents, or nobody said how many."),
        };
        let gap = match gaps {
            [] => format!(" {}", self.portfolio_page().no_gap),
            [g, others @ ..] => {
                let alike = others.iter().filter(|o| (o.below, o.of) == (g.below, g.of));
                let others = match alike.count() {
                    0 => String::new(),
                    1 => ", and as many at 1 other practice".to_owned(),
                    n => format!(", and as many at {n} other practices"),
                };
                format!(
                    " {} of {} stand below level 3 at “{}”{others}.",
                    g.below, g.of, g.practice.title
                )
            }
        };
        teams_are + &withheld + &gap
    }

    pub fn of(&self, some: usize, all: usize) -> String {
        format!("{some} of {all}")
    }

    /// Some names, and how many more.
    pub fn names(&self, names: &[&str]) -> String {
        let shown = names.iter().take(NAMES).map(|name| isolated(name));
        let mut shown = shown.collect::<Vec<_>>().join(", ");
        if names.len() > NAMES {
            shown += &format!(" and {} more", names.len() - NAMES);
        }
        shown
    }

    /// Which of many are on the screen.
    pub fn teams_on_page(&self, first: usize, last: usize, all: usize) -> String {
        format!("Teams {first} to {last} of {all}")
    }

    /// How far what is published beside the page is read.
    pub fn reading_published(&self, (read, of): (usize, usize)) -> String {
        match of {
            0 => "Looking for the teams that are published here …".to_owned(),
            of => format!("Reading the teams that are published here: {read} of {of}"),
        }
    }

    /// That files were left out, before each is named.
    pub fn published_left_out(&self, count: usize) -> String {
        match count {
            1 => "1 file that is published here was left out:".to_owned(),
            n => format!("{n} files that are published here were left out:"),
        }
    }

    pub fn reading_teams(&self, all: usize) -> String {
        format!("Reading {all} assessments …")
    }

    pub fn portfolio_footer(&self, day: &str, version: &str) -> String {
        format!(
            "Made with Plumbline {version}, {day}. Teams are listed by name or group; this is no ranking."
        )
    }

    pub fn withhold_below(&self, fewest: u32) -> String {
        match fewest {
            0 => "Show all".to_owned(),
            n => format!("Fewer than {n} respondents"),
        }
    }

    /// Counts of what many files hold.
    pub fn many_files(&self, new: usize, here: usize) -> String {
        format!("{new} new, {here} here already")
    }

    pub fn more_of_them(&self, count: usize) -> String {
        format!("and {count} more")
    }

    pub fn in_file(&self, file: &str, why: &str) -> String {
        format!("{}: {why}", isolated(file))
    }

    pub fn many_taken(&self, count: usize, edited: usize) -> String {
        let opened = format!("{count} assessments were opened.");
        match edited {
            0 => opened,
            1 => opened + " The file of one was edited outside Plumbline. It was opened as it is.",
            _ => format!(
                "{opened} The files of {edited} were edited outside Plumbline. They were opened as they are."
            ),
        }
    }

    /// What storage can hold and what is to be put into it, in megabytes.
    pub fn no_room(&self, needed: f64, free: f64) -> String {
        format!(
            "These need about {} MB, and this browser says that it has {} MB left for this page. They can be looked at without being kept; keep the files.",
            super::tenths(needed),
            super::tenths(free)
        )
    }
}
