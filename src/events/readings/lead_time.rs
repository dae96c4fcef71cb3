//! Change lead time, at the depth that the files allow.

use super::basis::{Basis, Changes};
use super::cases::{Case, Median, of_kind};
use super::choose::{Draft, weeks};
use super::index::{Index, NONE, mix};
use super::left::Left;
use super::links::{Link, Links};
use super::names::Names;
use super::shipped::{Shipped, took};
use super::statistics::{count, place};
use crate::events::event::{Change, Events};
use crate::events::period::{HOUR, Span};
use crate::events::reading::{
    Beside, Doubt, LeadFrom, NoReading, Options, Reading, Reason, Rule, Why,
};
use crate::events::zone::Millis;
use std::ops::Range;

/// The metric.
pub const LEAD_TIME: Median = Median {
    metric: "change-lead-time",
    unit: HOUR,
    doubts_zero: true,
    usual: weeks(4),
    beside: Some(Beside::Percentile90),
};

const OWN_ROW: u8 = 0;
const BY_REVISION: u8 = 1;
const BY_TIME: u8 = 2;

/// The median over changes, from the first commit or the merge until the deployment that has it.
pub fn lead_time(basis: &Basis) -> Result<Reading, NoReading> {
    if basis.events.changes.is_empty() {
        return of_own_rows(basis);
    }
    let found = changes(basis)?;
    let (from, mut draft) = (found.from, basis.draft());
    draft.left = found.left.clone();
    if from == LeadFrom::Merge {
        draft.doubts.push(Doubt::FromMerge);
    }
    let rule = |cases: &[Case]| Rule::LeadTime {
        from,
        own_row: of_kind(cases, OWN_ROW),
        by_revision: of_kind(cases, BY_REVISION),
        by_time: of_kind(cases, BY_TIME),
    };
    let mut reading = LEAD_TIME.reading(draft, found.span, &found.cases, &rule)?;
    reading.at_least |= from == LeadFrom::Merge;
    if let Rule::LeadTime {
        by_time: n @ 1.., ..
    } = reading.rule
    {
        reading.doubts.push(Doubt::ByTime { n });
    }
    Ok(reading)
}

/// Each change with the time that it took until it was in production, on all data.
pub fn changes<'b>(basis: &'b Basis) -> Result<&'b Changes, NoReading> {
    let found = basis.changes.get_or_init(|| {
        if basis.events.changes.is_empty() {
            own_rows(basis)
        } else {
            find(basis)
        }
    });
    found.as_ref().map_err(Clone::clone)
}

fn find(basis: &Basis) -> Result<Changes, NoReading> {
    let (events, options, shipped) = (basis.events, basis.options, &basis.shipped);
    let own = events.changes.iter().filter_map(|change| change.deployed);
    let own = Span::of(own);
    if own.is_none() {
        basis.of_deployments().map_err(|mut none| {
            if none.why == Why::NoRows {
                none.why = Why::NoDeployments;
            }
            none
        })?;
    }
    let links = Links::of(&events.changes, shipped);
    let from = options.lead_from.unwrap_or_else(|| usual_from(events));
    let mut seen = Seen::of(&events.changes);
    let mut left = Left::default();
    let mut cases = Vec::with_capacity(events.changes.len());
    for (number, change) in events.changes.iter().enumerate() {
        let found = seen
            .is_change(number, change)
            .and_then(|()| deployed(change, links.link(number), shipped))
            .and_then(|end| case(change, end, from, options));
        match found {
            Ok(case) => cases.push(case),
            Err(why) => left.add(why, change.at),
        }
    }
    let spans = [shipped.span, own].into_iter().flatten();
    Ok(Changes {
        cases,
        from,
        span: Span::of(spans.flat_map(|span| [span.first, span.last])),
        left,
    })
}

/// The commit, where at least half of the changes know it.
fn usual_from(events: &Events) -> LeadFrom {
    let known = events.changes.iter().filter(|c| c.committed.is_some());
    if known.count() * 2 >= events.changes.len() {
        LeadFrom::Commit
    } else {
        LeadFrom::Merge
    }
}

/// Deployments whose own rows know the first commit. An error, if there are none.
fn with_own_rows<'b>(basis: &'b Basis) -> Result<Draft<'b>, NoReading> {
    let draft = basis.of_deployments()?;
    if basis.shipped.outs.have_commits() {
        Ok(draft)
    } else {
        draft.none(Why::NoChanges, None)
    }
}

/// All of them that took time.
fn own_rows(basis: &Basis) -> Result<Changes, NoReading> {
    with_own_rows(basis)?;
    let shipped = &basis.shipped;
    Ok(Changes {
        cases: own_cases(basis, 0..shipped.len()),
        from: LeadFrom::Commit,
        span: shipped.span,
        left: Left::default(),
    })
}

/// Those at some places.
fn own_cases(basis: &Basis, places: Range<usize>) -> Vec<Case> {
    let shipped = &basis.shipped;
    let each = places.filter_map(|i| {
        let when = shipped.at(i);
        Some(Case {
            at: shipped.told(i).at,
            when,
            took: took(shipped.committed(i), when, basis.options).ok()?,
            is_open: false,
            kind: OWN_ROW,
        })
    });
    each.collect()
}

/// The median over them. They are in order, and may be a million: those of other days never become cases.
fn of_own_rows(basis: &Basis) -> Result<Reading, NoReading> {
    let mut draft = with_own_rows(basis)?;
    let shipped = &basis.shipped;
    let mut lacking = Vec::new();
    // Most files lack none, and there may be a million.
    let looked_at = if shipped.outs.lack_times() {
        shipped.len()
    } else {
        0
    };
    for (i, out) in shipped.outs.some(0..looked_at).enumerate() {
        if let Some(why) = out.lacks_time() {
            draft.left.add(why, shipped.told(i).at);
            lacking.push(i);
        }
    }
    if lacking.len() == shipped.len() {
        return draft.none(Why::NoneLeft, None);
    }
    let usual = LEAD_TIME.usual;
    let cases_of = |days| {
        let places = shipped.places_in(days);
        let before = |end| lacking.partition_point(|i| *i < end);
        places.len() - (before(places.end) - before(places.start))
    };
    let period = match draft.period_by(shipped.span, false, usual, &cases_of) {
        Ok(period) => period,
        Err(why) => return draft.none(why, None),
    };
    let places = shipped.places_in(period);
    let ends = [(0, places.start), (places.end, shipped.len())];
    for (first, until) in ends {
        let mut from = first;
        for i in lacking.iter().filter(|i| (first..until).contains(*i)) {
            draft.left.extend(Reason::OtherDays, &shipped.ats, from..*i);
            from = i + 1;
        }
        draft
            .left
            .extend(Reason::OtherDays, &shipped.ats, from..until);
    }
    let cases = own_cases(basis, places);
    if cases.is_empty() {
        return draft.none(Why::NoneLeft, Some(period));
    }
    let rule = Rule::LeadTime {
        from: LeadFrom::Commit,
        own_row: count(cases.len()),
        by_revision: 0,
        by_time: 0,
    };
    let mut reading = LEAD_TIME.of(draft, &cases, rule);
    reading.period = Some(period);
    Ok(reading)
}

/// Changes that have been seen.
struct Seen {
    known: Index,
    /// Revisions of pull requests, by which their commits are found again.
    in_pulls: Names,
}

impl Seen {
    fn of(changes: &[Change]) -> Self {
        let pulls = || changes.iter().filter(|change| is_pull(change));
        let mut in_pulls = Names::with_room(pulls().map(|pull| pull.revisions.len()).sum());
        for revision in pulls().flat_map(|pull| &pull.revisions) {
            in_pulls.add(*revision, 0);
        }
        Self {
            known: Index::with_room(changes.len()),
            in_pulls,
        }
    }

    /// Whether a row is a change of its own that has not been seen yet.
    fn is_change(&mut self, number: usize, change: &Change) -> Result<(), Reason> {
        if change.is_merge {
            return Err(Reason::MergeCommit);
        }
        let first = change.revisions.first();
        if !is_pull(change) && first.is_some_and(|first| self.in_pulls.has(*first)) {
            return Err(Reason::InPullRequest);
        }
        let same = match (change.key, first) {
            (Some(key), _) => mix(key.0.get(), 1),
            (None, Some(revision)) => mix(revision.0.get(), 2),
            (None, None) => mix(number as u64, 3),
        };
        match std::mem::replace(self.known.entry(same), count(number)) {
            NONE => Ok(()),
            _ => Err(Reason::Doubled),
        }
    }
}

/// A pull request has several revisions: that of its merge and those of its commits.
fn is_pull(change: &Change) -> bool {
    change.merged.is_some() && change.revisions.len() > 1
}

/// When a change was in production, and how that is known.
fn deployed(change: &Change, link: Link, shipped: &Shipped) -> Result<(Millis, u8), Reason> {
    if let Some(at) = change.deployed {
        return Ok((at, OWN_ROW));
    }
    match link {
        Link::Revision(i) => Ok((shipped.at(place(i)), BY_REVISION)),
        Link::Time(i) => Ok((shipped.at(place(i)), BY_TIME)),
        Link::Before => Err(Reason::BeforeFirstDeployment),
        Link::None if change.committed.or(change.merged).is_none() => Err(Reason::NoTime),
        Link::None => Err(Reason::NotDeployed),
    }
}

/// How long a change took.
fn case(
    change: &Change,
    (end, kind): (Millis, u8),
    from: LeadFrom,
    options: &Options,
) -> Result<Case, Reason> {
    let start = match from {
        LeadFrom::Commit => change.committed,
        LeadFrom::Merge => Some(change.merged.ok_or(Reason::NoTime)?),
    };
    Ok(Case {
        at: change.at,
        when: end,
        took: took(start, end, options)?,
        is_open: false,
        kind,
    })
}
