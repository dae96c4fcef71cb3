//! Teams by group: what those of a group come to, and two groups beside each other.

use super::middle::median;
use super::{Member, spellings};
use crate::model::collation::Collation;
use crate::scoring::{Reading, Score};

/// The teams of one group.
#[derive(Debug, Clone, PartialEq)]
pub struct Group<'m> {
    /// Its name, in one spelling; empty for the teams that have none.
    pub name: &'m str,
    /// The teams that count.
    pub members: Vec<&'m Member>,
    /// How many teams too few people answered for, so that they count nowhere.
    pub withheld: usize,
}

/// What the teams of a group come to in one dimension.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Middle {
    /// None of them is asked, or it applies to none.
    NotAsked,
    /// Too little is known of every one.
    TooEarly,
    /// The middle value, 0 to 100 points, of so many teams.
    Known(f64, usize),
}

impl Middle {
    /// The middle of some scores.
    #[must_use]
    pub fn of<'s>(scores: impl Iterator<Item = &'s Option<Score>>) -> Self {
        let applies = scores.flatten();
        let applies: Vec<_> = applies
            .filter(|s| s.reading != Reading::NotApplicable)
            .collect();
        let values: Vec<_> = applies.iter().filter_map(|s| s.value()).collect();
        let known = values.len();
        match median(values) {
            Some(value) => Self::Known(value, known),
            None if applies.is_empty() => Self::NotAsked,
            None => Self::TooEarly,
        }
    }

    /// The value, where there is one.
    #[must_use]
    pub fn value(self) -> Option<f64> {
        match self {
            Self::Known(value, _) => Some(value),
            Self::NotAsked | Self::TooEarly => None,
        }
    }
}

impl Group<'_> {
    /// What its teams come to in the dimension at this place of the questionnaire.
    #[must_use]
    pub fn middle(&self, dimension: usize) -> Middle {
        Middle::of(self.members.iter().map(|m| &m.dimensions[dimension]))
    }

    /// Whether nothing may be said of it: too few people answered for each of its teams.
    #[must_use]
    pub fn is_withheld(&self) -> bool {
        self.members.is_empty()
    }
}

/// Every group by its name, whatever its spelling; at the end the teams without one, if there are any.
#[must_use]
pub fn groups<'m>(members: &[&'m Member], fewest: u32, collation: Collation) -> Vec<Group<'m>> {
    let names = spellings(
        members.iter().map(|m| m.group.as_str()).collect(),
        collation,
    );
    let all = names.into_iter().chain([""]).map(|name| {
        let is_own = |m: &&Member| match name {
            "" => m.group.is_empty(),
            name => !m.group.is_empty() && collation.alike(name, &m.group),
        };
        let own = members.iter().copied().filter(is_own);
        let (withheld, members): (Vec<_>, Vec<_>) = own.partition(|m| m.is_withheld(fewest));
        let withheld = withheld.len();
        Group {
            name,
            members,
            withheld,
        }
    });
    all.filter(|group| !group.members.is_empty() || group.withheld > 0)
        .collect()
}

/// Two groups beside each other, over the dimensions of which both have a value.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Apart {
    /// The dimensions in which they differ as they are printed, by their place, with both values.
    pub differ: Vec<(usize, [f64; 2])>,
    /// In how many they are alike.
    pub alike: usize,
}

/// Sets two groups beside each other. What the second is ahead in most comes first.
#[must_use]
pub fn apart(groups: [&Group; 2], dimensions: &[usize]) -> Apart {
    let mut apart = Apart::default();
    for &at in dimensions {
        let [Some(one), Some(other)] = groups.map(|group| group.middle(at).value()) else {
            continue;
        };
        if (other.round() - one.round()).abs() < 0.5 {
            apart.alike += 1;
        } else {
            apart.differ.push((at, [one, other]));
        }
    }
    crate::advice::highest_first(&mut apart.differ, |(_, [one, other])| {
        other.round() - one.round()
    });
    apart
}
