//! Workshops as an assessment keeps them: what is asked, the ballots until they are counted, and
//! what came of each practice.

use super::{Answer, Level, PracticeId, Step};
use std::fmt;

/// From where one sees the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Builds.
    Development,
    /// Runs.
    Operations,
    /// Builds and runs the platform.
    Platform,
    /// Decides what is built.
    Product,
    /// Leads.
    Management,
}

impl Role {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Development,
        Self::Operations,
        Self::Platform,
        Self::Product,
        Self::Management,
    ];

    /// Its name in files.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Development => "development",
            Self::Operations => "operations",
            Self::Platform => "platform",
            Self::Product => "product",
            Self::Management => "management",
        }
    }
}

/// How far a workshop is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// Everyone answers; nobody sees what others say.
    #[default]
    Collecting,
    /// The ballots are on the table, and the room decides.
    Discussing,
    /// The ballots are gone; what they said together is kept.
    Finished,
}

impl Phase {
    /// All of them, in their order.
    pub const ALL: [Self; 3] = [Self::Collecting, Self::Discussing, Self::Finished];

    /// Its name in files.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Collecting => "collecting",
            Self::Discussing => "discussing",
            Self::Finished => "finished",
        }
    }
}

/// A workshop: what is asked of whom, and how far it is.
#[derive(Debug, Clone, Default, PartialEq, PartialOrd)]
pub struct Workshop {
    /// When it began, RFC 3339.
    pub began: String,
    /// What people call it.
    pub title: String,
    /// Which session it is, a random number, so that ballots of others are told apart.
    pub tag: u32,
    /// The practices that everyone answers.
    pub practices: Vec<PracticeId>,
    /// Practices that the room talks about as well, which no ballot asks: chosen since it began.
    pub added: Vec<PracticeId>,
    /// Practices that the room leaves out since, whether ballots ask them or not.
    pub dropped: Vec<PracticeId>,
    /// How long the room talks, in minutes.
    pub minutes: u32,
    /// How long about one practice, in minutes.
    pub each: u32,
    /// Whether ballots say from where one sees the work.
    pub asks_role: bool,
    /// Whether ballots come with a name.
    pub asks_name: bool,
    /// Whether the facilitator, too, sees nothing before all is revealed.
    pub is_secret: bool,
    /// Its phase.
    pub phase: Phase,
    /// What the room talks about.
    pub at: Option<PracticeId>,
    /// When the time for this practice is over, in milliseconds since 1970.
    pub until: Option<u64>,
    /// When the time for all is over, in milliseconds since 1970.
    pub ends: Option<u64>,
    /// Since when the clocks stand, in milliseconds since 1970; `None` while they run.
    pub paused: Option<u64>,
    /// When all was revealed, in milliseconds since 1970, and with how many ballots.
    pub revealed: Option<(u64, u32)>,
    /// How many people are in the room; 0 where nobody said.
    pub expected: u32,
    /// From how many ballots on a role speaks; never from fewer than three.
    pub least: u32,
    /// How many people took part, by ballots or by hands; once it is finished.
    pub people: u32,
    /// Who took part, where names were asked for; once it is finished.
    pub names: Vec<String>,
    /// What its ballots are sealed to, until it is finished; `None` where they are open.
    pub keys: Option<Keys>,
}

/// A pair of keys of X25519. What is sealed to the public one, the secret one opens.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Keys {
    /// Stands in the invitation.
    pub public: [u8; 32],
    /// Stays with the workshop.
    pub secret: [u8; 32],
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // What is secret stands in no message.
        write!(f, "Keys({:02x?})", &self.public[..4])
    }
}

impl Workshop {
    /// Whether the room talks about a practice.
    #[must_use]
    pub fn talks_of(&self, practice: &PracticeId) -> bool {
        let is_there = self.practices.contains(practice) || self.added.contains(practice);
        is_there && !self.dropped.contains(practice)
    }

    /// Takes a practice up or leaves it out. The ballots ask what they asked: a link that is out stays
    /// as it is, and what comes of it, too.
    pub fn talk_of(&mut self, practice: &PracticeId, does: bool) {
        self.dropped.retain(|id| id != practice);
        self.added.retain(|id| id != practice);
        match (does, self.practices.contains(practice)) {
            (true, false) => self.added.push(practice.clone()),
            (false, true) => self.dropped.push(practice.clone()),
            _ => {}
        }
    }

    /// How long it is until a time, in milliseconds, while the clocks may stand.
    #[must_use]
    pub fn left(&self, until: Option<u64>, now: u64) -> Option<u64> {
        Some(until?.saturating_sub(self.paused.unwrap_or(now)))
    }

    /// Stops the clocks at a time, in milliseconds since 1970. They stand already where they stood.
    pub fn pause(&mut self, now: u64) {
        self.paused = self.paused.or(Some(now));
    }

    /// Lets the clocks run on from a time, with what was left.
    pub fn go_on(&mut self, now: u64) {
        let stood = self.paused.take().map_or(0, |at| now.saturating_sub(at));
        for time in [&mut self.until, &mut self.ends] {
            *time = time.map(|millis| millis.saturating_add(stood));
        }
    }
}

/// A ballot as it was handed in.
#[derive(Debug, Clone, Default, PartialEq, PartialOrd)]
pub struct Cast {
    /// The ballot code.
    pub code: String,
    /// Whose it is, where names were asked for.
    pub name: String,
    /// The sentences that say why.
    pub comments: Vec<(PracticeId, String)>,
}

/// Counts in a row: of each step, the lowest first, of those who do not know, and of those who say that
/// it does not apply.
pub type Votes = [u32; 11];

/// How many said what of one practice.
#[derive(Debug, Clone, Default, PartialEq, PartialOrd)]
pub struct Counts {
    /// How many chose each level, 1 to 5. In files from before 2026-12, *between* is among the
    /// lower ones.
    pub levels: [u32; 5],
    /// How many chose *between* a level, 1 to 4, and the next.
    pub between: [u32; 4],
    /// How many do not know.
    pub dont_know: u32,
    /// How many say that it does not apply.
    pub not_applicable: u32,
    /// The two roles whose middles lie furthest apart, the lower one first; of roles with enough
    /// ballots alone.
    pub gap: Option<[(Role, Step); 2]>,
}

impl Counts {
    /// How many say this.
    #[must_use]
    pub fn said(&self, answer: &Answer) -> u32 {
        match answer {
            Answer::DontKnow => self.dont_know,
            Answer::NotApplicable(_) => self.not_applicable,
            Answer::Level(_) | Answer::Between(_) => {
                Step::of(answer).map_or(0, |step| self.of(step))
            }
        }
    }

    /// Whether nobody said anything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.people() == 0
    }

    /// How many said something.
    #[must_use]
    pub fn people(&self) -> u32 {
        self.each().into_iter().fold(0, u32::saturating_add)
    }

    /// Every count.
    #[must_use]
    pub fn each(&self) -> Votes {
        let ([a, b, c, d, e], [f, g, h, i]) = (self.levels, self.between);
        [
            a,
            f,
            b,
            g,
            c,
            h,
            d,
            i,
            e,
            self.dont_know,
            self.not_applicable,
        ]
    }

    /// Counts in a row, without what roles said. `None` where nobody said anything.
    #[must_use]
    pub fn of_each([a, f, b, g, c, h, d, i, e, dont_know, not_applicable]: Votes) -> Option<Self> {
        let counts = Self {
            levels: [a, b, c, d, e],
            between: [f, g, h, i],
            dont_know,
            not_applicable,
            gap: None,
        };
        (!counts.is_empty()).then_some(counts)
    }

    /// How many chose each step, the lowest first.
    pub fn steps(&self) -> impl Iterator<Item = (Step, u32)> {
        Step::all().map(|step| (step, self.of(step)))
    }

    /// How many chose a step.
    #[must_use]
    pub fn of(&self, step: Step) -> u32 {
        let at = usize::from(step.halves() / 2);
        if step.is_half() {
            self.between[at]
        } else {
            self.levels[at]
        }
    }

    /// Counts one answer more.
    pub fn count(&mut self, answer: &Answer) {
        let at = |level: Level| usize::from(level.number() - 1);
        let part = match answer {
            Answer::Level(level) => &mut self.levels[at(*level)],
            Answer::Between(lower) => &mut self.between[at(lower.level())],
            Answer::DontKnow => &mut self.dont_know,
            Answer::NotApplicable(_) => &mut self.not_applicable,
        };
        *part = part.saturating_add(1);
    }
}

/// What the room did with a practice.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Settled {
    /// Nothing yet.
    #[default]
    Open,
    /// It agreed on an answer.
    Agreed,
    /// It left it for another time.
    Skipped,
}

impl Settled {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Open, Self::Agreed, Self::Skipped];

    /// Its name in files.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Agreed => "agreed",
            Self::Skipped => "skipped",
        }
    }
}

/// What came of a practice.
#[derive(Debug, Clone, Default, PartialEq, PartialOrd)]
pub struct Outcome {
    /// Until the workshop is finished, a show of hands; from then on, what was said last.
    pub counts: Counts,
    /// What was said at first, where the room voted once more, as [`Counts::each`] has it; all 0 where
    /// it did not.
    pub first: Votes,
    /// What those say who see it differently.
    pub dissent: String,
    /// The sentences of the ballots, in an order that tells nothing of who said them; once the workshop
    /// is finished.
    pub comments: Vec<String>,
    /// What the room did with it.
    pub settled: Settled,
}

/// Something of one workshop.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Within<K> {
    /// Which workshop.
    pub workshop: super::WorkshopId,
    /// What of it.
    pub of: K,
}

impl<K> Within<K> {
    /// Something of this workshop.
    pub fn new(workshop: &super::WorkshopId, of: K) -> Self {
        let workshop = workshop.clone();
        Self { workshop, of }
    }
}

impl<K: fmt::Display> fmt::Display for Within<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.workshop, self.of)
    }
}

impl<K: TryFrom<String, Error = super::InvalidId>> TryFrom<String> for Within<K> {
    type Error = super::InvalidId;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let (workshop, of) = text.split_once('/').unwrap_or((&text, ""));
        Ok(Self {
            workshop: super::WorkshopId::parse(workshop)?,
            of: K::try_from(of.to_owned())?,
        })
    }
}
