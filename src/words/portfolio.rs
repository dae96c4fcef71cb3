//! Sentences on many teams at once, and on many files at once.

use super::insight::listed;
use super::rounds::difference;
use super::{Words, grouped, whole};
use crate::advice::Gap;
use crate::advice::portfolio::Apart;
use crate::model::Questionnaire;
use crate::model::text::isolated;

/// Of dimensions that are as far apart, so many are named.
const MOST_NAMED: usize = 3;

fn points(points: f64) -> String {
    match whole(points).as_str() {
        "1" => "1 point".to_owned(),
        many => format!("{many} points"),
    }
}

fn teams_are(count: usize) -> String {
    match count {
        1 => "1 team".to_owned(),
        n => [&so_many(n), " teams"].concat(),
    }
}

/// A count with its thousands apart.
fn so_many(count: usize) -> String {
    grouped(u64::try_from(count).unwrap_or(u64::MAX))
}

impl Words {
    /// How many teams there are, and what most have in common.
    pub fn portfolio_finding(&self, teams: usize, shown: usize, gaps: &[Gap]) -> String {
        let teams_are = teams_are(teams) + ".";
        let withheld = match teams - shown {
            0 => String::new(),
            n => format!(
                " {} of them withheld: too few respondents, or nobody said how many.",
                so_many(n)
            ),
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
                    so_many(g.below),
                    so_many(g.of),
                    g.practice.title
                )
            }
        };
        teams_are + &withheld + &gap
    }

    /// What a table of many rows shows, and how many of them stand there.
    pub fn caption_of_rows(&self, caption: &str, (standing, all): (usize, usize)) -> String {
        match all - standing {
            0 => caption.to_owned(),
            _ => format!("{caption}: {} of {}", so_many(standing), so_many(all)),
        }
    }

    /// How many rows of a table stand there.
    pub fn rows_standing(&self, standing: usize, all: usize, is_of_groups: bool) -> String {
        let of = match is_of_groups {
            true => so_many(all) + " groups",
            false => teams_are(all),
        };
        [&so_many(standing), " of ", &of].concat()
    }

    pub fn show_all(&self, all: usize) -> String {
        ["Show all ", &so_many(all)].concat()
    }

    pub fn of(&self, some: usize, all: usize) -> String {
        format!("{some} of {all}")
    }

    /// Names, one after the other.
    pub fn names(&self, names: &[&str]) -> String {
        let mut text = String::new();
        for (at, name) in names.iter().enumerate() {
            if at > 0 {
                text.push_str(", ");
            }
            text.push_str(&isolated(name));
        }
        text
    }

    /// Two lists of names, of which the first comes first.
    pub fn names_first(&self, first: &[&str], others: &[&str]) -> String {
        match others {
            [] => self.names(first),
            others => format!("{}; also {}", self.names(first), self.names(others)),
        }
    }

    /// A team among others of its name.
    pub fn one_of_the_name(&self, team: &str, of: &str) -> String {
        format!("{} ({})", isolated(team), isolated(of))
    }

    /// A group, and how many teams its numbers are of.
    pub fn group_row(&self, name: &str, teams: usize, withheld: usize) -> String {
        let name = match name {
            "" => self.portfolio_page().no_group.to_owned(),
            name => isolated(name),
        };
        let teams = teams_are(teams);
        match withheld {
            0 => format!("{name}: {teams}"),
            n => format!("{name}: {teams}, {n} withheld"),
        }
    }

    /// That groups are not shown.
    pub fn groups_withheld(&self, count: usize) -> Option<String> {
        let groups = match count {
            0 => return None,
            1 => "1 group is not shown".to_owned(),
            n => format!("{n} groups are not shown"),
        };
        Some(format!(
            "{groups}: too few people answered for each of its teams, or nobody said how many."
        ))
    }

    /// What sets two groups apart, by the numbers as they are printed.
    pub fn groups_finding(&self, [one, other]: [&str; 2], apart: &Apart, names: &[&str]) -> String {
        let by = |(_, [a, b]): &(usize, [f64; 2])| b.round() - a.round();
        let ahead = |sign: f64| apart.differ.iter().filter(move |d| by(d) * sign > 0.0);
        let dimensions = |n: usize| match n {
            1 => "1 dimension".to_owned(),
            n => format!("{n} dimensions"),
        };
        let (one, other) = (isolated(one), isolated(other));
        let alike = match (apart.differ.len(), apart.alike) {
            (0, 0) => return self.portfolio_page().no_common.to_owned(),
            (0, n) => return format!("{one} and {other} are alike in {}.", dimensions(n)),
            (_, 0) => String::new(),
            (_, n) => format!(" They are alike in {}.", dimensions(n)),
        };
        let said = [(&other, 1.0), (&one, -1.0)].map(|(name, sign)| {
            let count = ahead(sign).count();
            let most = ahead(sign).map(|d| by(d) * sign).fold(0.0, f64::max);
            let whose = ahead(sign).filter(|d| by(d) * sign > most - 0.5);
            let whose: Vec<_> = whose.map(|(at, _)| names[*at].to_owned()).collect();
            let most = match whose.len() {
                0 => return String::new(),
                n if n > MOST_NAMED => format!("{n} of them by {} each", points(most)),
                1 if count == 1 => {
                    return format!("{name} stands higher in {}, by {}.", whose[0], points(most));
                }
                1 => format!("most in {}, by {}", whose[0], points(most)),
                _ if whose.len() == count => {
                    format!("{}, by {} each", listed(&whose), points(most))
                }
                _ => format!("most in {}, by {} each", listed(&whose), points(most)),
            };
            format!("{name} stands higher in {}: {most}.", dimensions(count))
        });
        let said = said.into_iter().filter(|text| !text.is_empty());
        said.collect::<Vec<_>>().join(" ") + &alike
    }

    /// By how much the second is above the first, with a sign.
    pub fn apart_by(&self, [one, other]: [f64; 2]) -> String {
        difference(one, other)
    }

    pub fn help_head(&self) -> [&'static str; 3] {
        let p = self.portfolio_page();
        [self.practice, p.strong, p.asking]
    }

    /// How the two ends are read.
    pub fn groups_key(&self, [one, other]: [&str; 2]) -> String {
        let (one, other) = (isolated(one), isolated(other));
        format!(
            "Small dot: {one}. Large dot: {other}. Where {other} stands highest above it comes first."
        )
    }

    /// Of how many teams the lines over the quarters are.
    pub fn quarters_of(&self, teams: usize, of: usize) -> String {
        match teams {
            1 => format!("1 of {of} teams has several rounds."),
            n => format!("{n} of {of} teams have several rounds."),
        }
    }

    /// What the publisher keeps back.
    pub fn publisher_withholds(&self, [fewest, teams]: [u64; 2]) -> String {
        let more = match teams {
            1 => "1 more team".to_owned(),
            n => format!("{n} more teams"),
        };
        format!(
            "Whoever publishes these keeps {more} back: fewer than {fewest} people answered, or nobody said how many."
        )
    }

    /// Where the middle of the teams in this browser stands, beside one of them.
    pub fn middles(&self, q: &Questionnaire, teams: usize, values: &[Option<f64>]) -> String {
        let said = q.disciplines.iter().zip(values);
        let said = said.filter_map(|(d, value)| Some(format!("{} {}", d.title, whole((*value)?))));
        let said = said.collect::<Vec<_>>().join(", ");
        format!("In the middle of the {teams} teams here: {said}.")
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
        format!("Reading {} assessments …", so_many(all))
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
