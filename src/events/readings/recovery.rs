//! Failed deployment recovery time.

use super::basis::Basis;
use super::cases::{Case, Median};
use super::choose::weeks;
use super::deployments::doubt_links;
use super::failures::{Clue, Failed};
use super::index::NONE;
use super::shipped::Shipped;
use super::statistics::{count, place};
use crate::events::event::{Events, Incident};
use crate::events::period::{HOUR, Span};
use crate::events::reading::{
    Beside, Doubt, NoReading, Options, Reading, Reason, RecoveryFrom, Rule, Why,
};
use crate::events::zone::Millis;

/// The metric.
pub const RECOVERY: Median = Median {
    metric: "failed-deployment-recovery-time",
    unit: HOUR,
    doubts_zero: true,
    usual: weeks(13),
    beside: Some(Beside::Longest),
};

// What a case's kind says: from where it counts, how it ends, and above that what marked it.
const FROM_HARM: u8 = 1;
const TO_OWN_ROW: u8 = 2;
const TO_INCIDENT: u8 = 4;
const TO_REPAIR: u8 = 8;
const CLUE: u32 = 4;
const BEGAN_BEFORE: u8 = 128;

/// The median over failed deployments, from the harm until it was over. What is still open counts with
/// its age so far: leaving it out would make the longest ones vanish.
/// <https://github.com/dora-metrics/pelorus/issues/272>
pub fn recovery(basis: &Basis) -> Result<Reading, NoReading> {
    let mut draft = basis.of_deployments()?;
    let (shipped, failed, options) = (&basis.shipped, basis.failed(), basis.options);
    let mut cases = cases(basis, options.recovery_from);
    cases.retain(|case| {
        if case.took < 0 {
            draft.left.add(Reason::Negative, case.at);
        }
        case.took >= 0
    });
    let nothing = if failed.is_told {
        Why::NoneFailed
    } else {
        Why::NothingMarks
    };
    if cases.is_empty() {
        let is_empty = draft.left.count(Reason::Negative) == 0;
        return draft.none(if is_empty { nothing } else { Why::NoneLeft }, None);
    }
    if let Some(period) = draft.covered(shipped.span, false) {
        doubt_links(&mut draft, failed, basis.events, period);
    }
    if !failed.is_told {
        draft.doubts.push(Doubt::OnlyGuessed);
    }
    let rule = |cases: &[Case]| {
        let of = |bit| count(cases.iter().filter(|case| case.kind & bit != 0).count());
        let clues = cases
            .iter()
            .filter_map(|case| Clue::of(case.kind >> CLUE & 7));
        Rule::Recovery {
            failures: Clue::counts(clues, options.blame),
            from_harm: of(FROM_HARM),
            to_own_row: of(TO_OWN_ROW),
            to_incident: of(TO_INCIDENT),
            to_repair: of(TO_REPAIR),
            began_before: of(BEGAN_BEFORE),
            open: count(cases.iter().filter(|case| case.is_open).count()),
        }
    };
    let reading = RECOVERY.reading(draft, shipped.span, &cases, &rule);
    let mut reading = reading.map_err(|mut none| {
        // There are failures, and none of them in these days.
        if none.why == Why::NoneLeft && none.period.is_some() {
            none.why = nothing;
        }
        none
    })?;
    if let Rule::Recovery {
        began_before: n @ 1..,
        ..
    } = reading.rule
    {
        reading.doubts.push(Doubt::BeganBefore { n });
    }
    Ok(reading)
}

/// A case for each failed deployment, on all data; some may end before they start.
pub fn cases(basis: &Basis, from: RecoveryFrom) -> Vec<Case> {
    let (shipped, failed) = (&basis.shipped, basis.failed());
    let ends = Ends::of(basis.events, shipped, failed, basis.options, from);
    let each = (0..shipped.len()).filter_map(|i| Some(ends.case(i, failed.clue(i)?)));
    each.collect()
}

/// How failures ended.
struct Ends<'e> {
    shipped: &'e Shipped<'e>,
    failed: &'e Failed,
    incidents: &'e [Incident],
    /// Whether incidents know when they ended.
    is_known: bool,
    /// The last moment of any file: what is open was open then.
    seen: Millis,
    from: RecoveryFrom,
}

impl<'e> Ends<'e> {
    fn of(
        events: &'e Events,
        shipped: &'e Shipped<'e>,
        failed: &'e Failed,
        options: &Options,
        from: RecoveryFrom,
    ) -> Self {
        let incidents = events.incidents.iter();
        let moments = incidents.flat_map(|i| [i.began, i.detected, i.acknowledged, over(i)]);
        let last = Span::of(moments.flatten()).map(|span| span.last);
        let exported = options.exported.or(shipped.span.map(|span| span.last));
        Self {
            shipped,
            failed,
            incidents: &events.incidents,
            is_known: events.incidents.iter().any(|i| over(i).is_some()),
            seen: exported.into_iter().chain(last).max().unwrap_or(0),
            from,
        }
    }

    /// The case of a failed deployment.
    fn case(&self, i: usize, clue: Clue) -> Case {
        let out = self.shipped.at(i);
        let links = self.failed.links_of(i);
        let (mut harm, mut end, mut is_open, mut n) = (None, None, false, 0);
        for incident in links.map(|number| &self.incidents[place(number)]) {
            n += 1;
            harm = harm.into_iter().chain(incident.began).min();
            end = end.max(over(incident));
            is_open |= over(incident).is_none();
        }
        let repair = match self.failed.repair(i) {
            // Nobody says which deployment repaired it: the next one.
            NONE if n == 0 || !self.is_known => self.failed.beside.after(i),
            repair => repair,
        };
        let repaired = (repair != NONE).then(|| self.shipped.at(place(repair)));
        let own = self.shipped.recovered(i);
        let (end, to) = match (own, end.filter(|_| !is_open), repaired) {
            (Some(own), ..) => (Some(own), TO_OWN_ROW),
            (_, Some(end), _) => (Some(end), TO_INCIDENT),
            (_, _, Some(repaired)) => (Some(repaired), TO_REPAIR),
            _ => (None, 0),
        };
        let before = if harm.is_some_and(|harm| harm < out) {
            BEGAN_BEFORE
        } else {
            0
        };
        let harm = harm.filter(|harm| self.from == RecoveryFrom::Harm && *harm >= out);
        let start = harm.unwrap_or(out);
        let from = if harm.is_some() { FROM_HARM } else { 0 };
        Case {
            at: self.shipped.told(i).at,
            when: out,
            took: end.unwrap_or_else(|| self.seen.max(start)) - start,
            is_open: end.is_none(),
            kind: from | to | before | ((clue as u8) << CLUE),
        }
    }
}

/// When the harm of an incident was over.
fn over(incident: &Incident) -> Option<Millis> {
    incident.mitigated.or(incident.ended)
}
