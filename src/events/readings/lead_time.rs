//! Change lead time, at the depth that the files allow.

use super::basis::{Basis, Changes};
use super::cases::{Case, Median, of_kind};
use super::choose::weeks;
use super::index::{Index, NONE, mix};
use super::left::Left;
use super::links::{Link, Links};
use super::names::Names;
use super::shipped::{Shipped, is_possible};
use super::statistics::{count, place};
use crate::events::event::{Change, Events};
use crate::events::period::{HOUR, Span};
use crate::events::reading::{
    Beside, Doubt, LeadFrom, NoReading, Options, Reading, Reason, Rule, Why,
};
use crate::events::zone::Millis;

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
            .and_then(|end| took(change, end, from, options));
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

/// Deployments whose own row knows the first commit.
fn own_rows(basis: &Basis) -> Result<Changes, NoReading> {
    let (shipped, options) = (&basis.shipped, basis.options);
    let mut draft = basis.of_deployments()?;
    if !shipped.outs.iter().any(|out| out.has_commit()) {
        return draft.none(Why::NoChanges, None);
    }
    let mut cases = Vec::with_capacity(shipped.len());
    for i in 0..shipped.len() {
        let at = shipped.row(i).at;
        let start = shipped.committed(i).ok_or(Reason::NoCommitTime);
        match start.and_then(|start| span(at, start, shipped.at(i), OWN_ROW, options)) {
            Ok(case) => cases.push(case),
            Err(why) => draft.left.add(why, at),
        }
    }
    Ok(Changes {
        cases,
        from: LeadFrom::Commit,
        span: shipped.span,
        left: draft.left,
    })
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
fn took(
    change: &Change,
    (end, kind): (Millis, u8),
    from: LeadFrom,
    options: &Options,
) -> Result<Case, Reason> {
    let start = match from {
        LeadFrom::Commit => change.committed.ok_or(Reason::NoCommitTime),
        LeadFrom::Merge => change.merged.ok_or(Reason::NoTime),
    };
    span(change.at, start?, end, kind, options)
}

fn span(
    at: crate::events::event::At,
    start: Millis,
    end: Millis,
    kind: u8,
    options: &Options,
) -> Result<Case, Reason> {
    if !is_possible(start, options) || !is_possible(end, options) {
        return Err(Reason::ImpossibleTime);
    }
    match end - start {
        ..0 => Err(Reason::Negative),
        0 => Err(Reason::Zero),
        took => Ok(Case {
            at,
            when: end,
            took,
            is_open: false,
            kind,
        }),
    }
}
