//! What many teams have in common: gaps, who could help whom, how levels are spread, and how all of it
//! moved over the quarters.

use crate::advice::portfolio::{NAMED, Round, over_quarters};
use crate::advice::{Member, common_gaps, distribution, pairings};
use crate::figure::hits::Leads;
use crate::figure::trend::{Series, Trend};
use crate::model::Questionnaire;
use crate::report::blocks::{Table, texts};
use crate::words::words;

/// A practice at which some could help others.
#[derive(Debug, Clone, PartialEq)]
pub struct Helped<'m> {
    /// The practice.
    pub practice: String,
    /// Who is asked first, and who else could help.
    pub strong: [Vec<&'m Member>; 2],
    /// Who wants help: the first of them, and the others.
    pub asking: [Vec<&'m Member>; 2],
}

/// What teams have in common. Those that are withheld count nowhere.
#[derive(Debug, Clone, PartialEq)]
pub struct Common<'m> {
    /// The common gaps, the largest first.
    pub gaps: Table,
    /// Who could help whom; where most ask first.
    pub help: Vec<Helped<'m>>,
    /// How levels are spread over the dimensions of which any team has one.
    pub spread: Table,
    /// The middle of those that have several rounds, from quarter to quarter; of how many that is, the
    /// lines, and the numbers.
    pub quarters: Option<(String, Trend, Table)>,
}

/// So many of those who ask are named before the others.
const ASKING: usize = 6;

/// How many teams there are, and where most of those that count stand low.
#[must_use]
pub fn finding(q: &Questionnaire, members: &[&Member], fewest: u32) -> String {
    let shown = counted(members, fewest);
    words().portfolio_finding(members.len(), shown.len(), &common_gaps(q, &shown))
}

/// Those that count: all but the withheld ones.
#[must_use]
pub fn counted<'m>(members: &[&'m Member], fewest: u32) -> Vec<&'m Member> {
    let all = members.iter().copied();
    all.filter(|m| !m.is_withheld(fewest)).collect()
}

impl<'m> Common<'m> {
    /// What these have in common.
    #[must_use]
    pub fn of(q: &'static Questionnaire, members: &[&'m Member], fewest: u32) -> Self {
        let shown = counted(members, fewest);
        Self {
            gaps: gaps(q, &shown),
            help: help(q, &shown),
            spread: spread(q, &shown),
            quarters: quarters(q, &shown),
        }
    }

    /// The same as tables, with every name.
    #[must_use]
    pub fn tables(&self) -> Vec<Table> {
        let w = words();
        let rows = self.help.iter().map(|helped| {
            let [first, others] = [&helped.strong[0], &helped.strong[1]].map(|own| named(own));
            vec![
                helped.practice.clone(),
                w.names_first(&first, &others),
                w.names(&named(&helped.asking.concat())),
            ]
        });
        let help = Table {
            caption: w.portfolio_page().help.to_owned(),
            head: texts(w.help_head()),
            rows: rows.collect(),
        };
        let over = self.quarters.as_ref().map(|(_, _, table)| table.clone());
        let own = [self.gaps.clone(), help, self.spread.clone()].into_iter();
        own.chain(over).filter(|t| !t.rows.is_empty()).collect()
    }
}

/// The common gaps of those that count, the largest first.
#[must_use]
pub fn gaps(q: &'static Questionnaire, counted: &[&Member]) -> Table {
    let w = words();
    let rows = common_gaps(q, counted).into_iter().map(|gap| {
        let dimension = w.part_name(q, gap.practice.dimension.as_str());
        let share = w.of(gap.below, gap.of);
        vec![gap.practice.title.clone(), dimension.to_owned(), share]
    });
    Table {
        caption: w.portfolio_page().gaps.to_owned(),
        head: texts([w.practice, w.dimension, w.portfolio_page().below]),
        rows: rows.collect(),
    }
}

/// Who of those that count could help whom; where most ask first.
#[must_use]
pub fn help<'m>(q: &Questionnaire, counted: &[&'m Member]) -> Vec<Helped<'m>> {
    let all = pairings(q, counted).into_iter().map(|pairing| Helped {
        practice: pairing.practice.title.clone(),
        strong: parted(&pairing.strong, NAMED),
        asking: parted(&pairing.asking, ASKING),
    });
    all.collect()
}

/// The first of them, and the others.
fn parted<'m>(members: &[&'m Member], first: usize) -> [Vec<&'m Member>; 2] {
    let (first, others) = members.split_at(first.min(members.len()));
    [first.to_vec(), others.to_vec()]
}

/// Their names.
#[must_use]
pub fn named<'m>(members: &[&'m Member]) -> Vec<&'m str> {
    members.iter().map(|m| m.team.as_str()).collect()
}

/// How the levels of those that count are spread over the dimensions of which any has one.
#[must_use]
pub fn spread(q: &Questionnaire, counted: &[&Member]) -> Table {
    let w = words();
    let levels = distribution(q, counted).into_iter().zip(&q.dimensions);
    let rows = levels.filter(|(counts, _)| counts[1..] != [0; 5]);
    let rows = rows.map(|(counts, dimension)| {
        let cells = counts.map(|count| count.to_string());
        [dimension.title.clone()].into_iter().chain(cells).collect()
    });
    Table {
        caption: w.portfolio_page().spread.to_owned(),
        head: texts([w.dimension, w.no_level, "1", "2", "3", "4", "5"]),
        rows: rows.collect(),
    }
}

/// The middle of those that count and have several rounds, from quarter to quarter: of how many that is, the
/// lines, and the numbers. Nothing where there are no two quarters.
#[must_use]
pub fn quarters(q: &Questionnaire, counted: &[&Member]) -> Option<(String, Trend, Table)> {
    let w = words();
    let own = counted.iter().map(|m| -> &[Round] { &m.rounds });
    let (teams, quarters) = over_quarters(own);
    if quarters.len() < 2 {
        return None;
    }
    let lines = q.disciplines.iter().enumerate().map(|(at, d)| Series {
        number: 0,
        leads: Leads::Nothing(d.id.to_string()),
        label: d.title.clone(),
        values: quarters.iter().map(|x| x.disciplines[at]).collect(),
    });
    let names = quarters.iter().map(|x| x.name.clone());
    let trend = Trend::of(names.collect(), lines);
    let rows = quarters.iter().enumerate().map(|(at, quarter)| {
        let value = |line: &Series| {
            let value = line.values[at];
            value.map_or_else(|| w.none.to_owned(), |value| w.points_of(value))
        };
        let own = [quarter.name.clone(), quarter.teams.to_string()].into_iter();
        own.chain(trend.series.iter().map(value)).collect()
    });
    let p = w.portfolio_page();
    let names = trend
        .series
        .iter()
        .map(|line| format!("{} {}", line.number, line.label));
    let table = Table {
        caption: p.quarters.to_owned(),
        head: texts([p.quarter, p.teams])
            .into_iter()
            .chain(names)
            .collect(),
        rows: rows.collect(),
    };
    let said = w.quarters_of(teams, counted.len());
    let said = [said, w.trend_finding(&trend)].join(" ");
    Some((said, trend, table))
}
