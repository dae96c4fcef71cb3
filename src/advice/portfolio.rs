//! Many teams at once: where they need the same help, and who could give it. Teams are never ranked.

pub mod groups;
pub mod middle;
pub mod rounds;

pub use groups::{Apart, Group, Middle, apart, groups};
pub use rounds::{Quarter, Round, over_quarters};

use super::{FIRM, highest_first};
use crate::metrics::read_whole;
use crate::model::collation::{Collation, sorted};
use crate::model::text::cut;
use crate::model::validate::MAX_HANDS;
use crate::model::{
    Answer, Assessment, AssessmentId, Fact, Level, Practice, Questionnaire, Sorted,
};
use crate::scoring::{Reading, Score, score};

/// One team, scored once, so that filters have nothing to work out.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// Which assessment.
    pub id: AssessmentId,
    /// The team.
    pub team: String,
    /// Which part of the organisation it belongs to; may be empty.
    pub group: String,
    /// Its tags.
    pub tags: Vec<String>,
    /// How many people answered, where that was said.
    pub respondents: Option<u32>,
    /// One a dimension of the questionnaire. `None` where nothing of it is asked.
    pub dimensions: Vec<Option<Score>>,
    /// One a discipline of the questionnaire. `None` where it is not chosen.
    pub disciplines: Vec<Option<Score>>,
    /// One a practice of the questionnaire: where it stands, *between* at the lower level. `None`
    /// where it has no level.
    pub standing: Vec<Option<Level>>,
    /// One a practice: whether the team wants to be higher, by its own target.
    pub wants: Vec<bool>,
    /// Where it stood in earlier quarters and stands now, where it was asked for.
    pub rounds: Vec<Round>,
}

impl Member {
    /// What an assessment says.
    #[must_use]
    pub fn of(q: &Questionnaire, a: &Assessment) -> Self {
        let card = score(q, a);
        let among = |scores: &[Score], id: &str| scores.iter().find(|s| s.id == id).cloned();
        let standing = q.practices.iter().map(|p| {
            let asked = a.asks(q, p).then(|| a.answer(&p.id)).flatten();
            asked.and_then(Answer::level)
        });
        let standing: Vec<_> = standing.collect();
        let target = |p: &Practice| a.targets.get(&p.id).and_then(|f| f.value);
        let both = q.practices.iter().zip(&standing);
        Self {
            id: a.id.clone(),
            team: a.team().to_owned(),
            group: a.fact(Fact::Group).to_owned(),
            tags: a.tags().map(str::to_owned).collect(),
            respondents: read_whole("people", [0, MAX_HANDS], a.fact(Fact::Respondents)).ok(),
            dimensions: q
                .dimensions
                .iter()
                .map(|d| among(&card.dimensions, d.id.as_str()))
                .collect(),
            disciplines: q
                .disciplines
                .iter()
                .map(|d| among(&card.disciplines, d.id.as_str()))
                .collect(),
            wants: both
                .map(|(p, at)| at.is_some() && target(p) > *at)
                .collect(),
            standing,
            rounds: Vec::new(),
        }
    }

    /// Whether so few people answered that what they said could be traced to them. Where nobody
    /// said how many there were, it may be so.
    #[must_use]
    pub fn is_withheld(&self, fewest: u32) -> bool {
        fewest > 0 && self.respondents.is_none_or(|n| n < fewest)
    }
}

/// Teams of a group and with a tag, in whatever spelling; an empty one chooses all.
#[must_use]
pub fn belonging<'m>(
    members: &'m [Member],
    group: &str,
    tag: &str,
    collation: Collation,
) -> Vec<&'m Member> {
    let is_one = |chosen: &str, own: &str| chosen.is_empty() || collation.alike(chosen, own);
    let is_tagged = |m: &Member| tag.is_empty() || m.tags.iter().any(|own| is_one(tag, own));
    let chosen = members.iter();
    chosen
        .filter(|m| is_one(group, &m.group) && is_tagged(m))
        .collect()
}

/// The same teams, those of one group together, in whatever spelling. Within it they stay as they
/// came.
#[must_use]
pub fn by_group(members: Vec<&Member>, collation: Collation) -> Vec<&Member> {
    sorted(members, |a, b| (collation.compare)(&a.group, &b.group))
}

/// Groups or tags in their order, each in one spelling.
#[must_use]
pub fn spellings(texts: Vec<&str>, collation: Collation) -> Vec<&str> {
    let texts = texts.into_iter().filter(|text| !text.is_empty());
    let mut texts = sorted(texts, |a, b| collation.order(a, b));
    texts.dedup_by(|a, b| collation.alike(a, b));
    texts
}

/// A practice at which several teams stand low.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gap<'q> {
    /// Which practice.
    pub practice: &'q Practice,
    /// How many teams stand below [`FIRM`].
    pub below: usize,
    /// How many teams have a level there.
    pub of: usize,
}

/// Practices at which two teams or more, and at least half of those with a level, stand below
/// [`FIRM`]; those with the most such teams first.
#[must_use]
pub fn common_gaps<'q>(q: &'q Questionnaire, members: &[&Member]) -> Vec<Gap<'q>> {
    let gaps = q.practices.iter().enumerate().map(|(at, practice)| {
        let levels = members.iter().filter_map(|m| m.standing[at]);
        let (mut below, mut of) = (0, 0);
        for level in levels {
            of += 1;
            below += usize::from(level < FIRM);
        }
        Gap {
            practice,
            below,
            of,
        }
    });
    let mut gaps: Vec<_> = gaps
        .filter(|g| g.below >= 2 && g.below * 2 >= g.of)
        .collect();
    highest_first(&mut gaps, |g| g.below as f64 + g.below as f64 / g.of as f64);
    gaps
}

/// A practice at which some teams are strong and others want help.
#[derive(Debug, Clone, PartialEq)]
pub struct Pairing<'q, 'm> {
    /// Which practice.
    pub practice: &'q Practice,
    /// Teams that stand at level 4 or 5; those that were named least for other practices first.
    pub strong: Vec<&'m Member>,
    /// Teams that stand below [`FIRM`], or want to be higher by their own target.
    pub asking: Vec<&'m Member>,
}

/// So many of those who could help with a practice are named before the others.
pub const NAMED: usize = 2;

/// Who could help whom; where most teams ask first.
#[must_use]
pub fn pairings<'q, 'm>(q: &'q Questionnaire, members: &[&'m Member]) -> Vec<Pairing<'q, 'm>> {
    let all = q.practices.iter().enumerate().filter_map(|(at, practice)| {
        let (mut strong, mut asking) = (Vec::new(), Vec::new());
        for (i, m) in members.iter().enumerate() {
            match m.standing[at] {
                Some(level) if level < FIRM || m.wants[at] => asking.push(*m),
                Some(level) if level >= Level::Measured => strong.push(i),
                _ => {}
            }
        }
        let is_one = !strong.is_empty() && !asking.is_empty();
        is_one.then_some((practice, strong, asking))
    });
    let mut all: Vec<_> = all.collect();
    highest_first(&mut all, |(_, _, asking)| asking.len() as f64);
    spread_out(&mut all, members.len());
    let all = all.into_iter().map(|(practice, strong, asking)| Pairing {
        practice,
        strong: strong.into_iter().map(|i| members[i]).collect(),
        asking,
    });
    all.collect()
}

/// Puts first, for each practice, those who are named first for the fewest others, so that nobody is
/// asked for everything while others could help as well. Practices with few who could help choose
/// before those with many. Of those who were named as often, the first is.
fn spread_out<P, A>(all: &mut [(P, Vec<usize>, A)], members: usize) {
    let mut named = vec![0; members];
    for few in 1..=members {
        for (_, strong, _) in all.iter_mut().filter(|(_, strong, _)| strong.len() == few) {
            for at in 0..NAMED.min(few) {
                let left = &mut strong[at..];
                let least = (0..left.len()).min_by_key(|i| named[left[*i]]).unwrap_or(0);
                left[..=least].rotate_right(1);
                named[left[0]] += 1;
            }
        }
    }
}

/// Gives teams of the same name another one each: with the group where that tells them apart, and
/// otherwise with the beginning of what the assessment is known by.
pub fn tell_apart(members: &mut [Member], named: impl Fn(&str, &str) -> String) {
    let mut same: Sorted<(String, AssessmentId), usize> = Sorted::default();
    for (at, member) in members.iter().enumerate() {
        same.put((member.team.clone(), member.id.clone()), at);
    }
    let own: Vec<_> = same.into_iter().map(|((_, id), at)| (id, at)).collect();
    let mut apart = Vec::new();
    for alike in own.chunk_by(|a, b| members[a.1].team == members[b.1].team) {
        if let [_] = alike {
            continue;
        }
        let groups: Vec<_> = alike.iter().map(|x| members[x.1].group.clone()).collect();
        let is_apart = |group: &String| {
            !group.is_empty() && groups.iter().filter(|other| *other == group).count() == 1
        };
        let texts: Vec<_> = if groups.iter().all(is_apart) {
            groups
        } else {
            let ids: Vec<_> = alike.iter().map(|(id, _)| id.as_str()).collect();
            ids.iter()
                .map(|id| beginning(id, &ids).to_owned())
                .collect()
        };
        let names = alike.iter().zip(texts);
        apart.extend(names.map(|((_, at), text)| (*at, named(&members[*at].team, &text))));
    }
    for (at, name) in apart {
        members[at].team = name;
    }
}

/// As much of an id as tells it from the others; a few letters at least.
fn beginning<'i>(id: &'i str, all: &[&str]) -> &'i str {
    let own = |most: usize| cut(id, most);
    let is_one = |most: &usize| {
        let of_it = all.iter().filter(|other| cut(other, *most) == own(*most));
        of_it.count() == 1
    };
    (4..id.len()).find(is_one).map_or(id, own)
}

/// For each dimension, the number of teams at each level: index 0 for those of which too little is
/// known, 1 to 5 for the level reached. Teams that are not asked count nowhere.
#[must_use]
pub fn distribution(q: &Questionnaire, members: &[&Member]) -> Vec<[usize; 6]> {
    let rows = (0..q.dimensions.len()).map(|at| {
        let mut counts = [0; 6];
        for score in members.iter().filter_map(|m| m.dimensions[at].as_ref()) {
            // With few answers, a level would say more of what is open than of the team.
            if score.reading != Reading::NotApplicable {
                counts[score.level().map_or(0, |l| usize::from(l.number()))] += 1;
            }
        }
        counts
    });
    rows.collect()
}
