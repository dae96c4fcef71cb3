//! Who is called: PagerDuty (<https://developer.pagerduty.com/api-reference/9d0b4b12e36f9-list-incidents>,
//! <https://developer.pagerduty.com/api-reference/6fed3e4d1b4b8-get-raw-data-multiple-incidents>), Opsgenie
//! (<https://docs.opsgenie.com/docs/alert-api>).

use super::entry::Source;
use crate::events::event::Outcome;
use crate::events::mapping::{Quirk, Reads};
use crate::events::role::{Kind, Role};

/// A second and a millisecond after a row's creation.
const SECONDS_AFTER: Reads = Reads::After(1000);
const MILLIS_AFTER: Reads = Reads::After(1);

/// The exports of what calls people.
pub static SOURCES: [Source; 4] = [
    // Older dumps have no `resolved_at`: the last change of a resolved one is its end.
    Source {
        id: "pagerduty-incidents",
        name: "PagerDuty incidents",
        kind: Kind::Incidents,
        also: &[Kind::Pages],
        tells: &[
            "incident_number",
            "status",
            "created_at",
            "urgency",
            "service.summary|last_status_change_at",
        ],
        columns: &[
            (Role::Id, "id|incident_number"),
            (Role::Title, "title|summary"),
            (Role::Service, "service.summary|service.id"),
            (Role::Outcome, "status"),
            (Role::Created, "created_at"),
            (Role::Acknowledged, "acknowledgements[].at|acknowledged_at"),
            (Role::Resolved, "resolved_at"),
            (Role::Changed, "last_status_change_at"),
        ],
        quirks: &[Quirk::ChangedIsEnd],
        calls: true,
        ..Source::BARE
    },
    // An interruption is a push, a call or a text message; those within a minute are one, mail is none.
    Source {
        id: "pagerduty-analytics",
        name: "PagerDuty Analytics incidents",
        kind: Kind::Incidents,
        also: &[Kind::Pages],
        tells: &[
            "created_at|created_on",
            "seconds_to_resolve",
            "seconds_to_first_ack",
            "service_name|service_id",
        ],
        columns: &[
            (Role::Id, "id|incident_number"),
            (Role::Title, "description"),
            (Role::Service, "service_name|service_id"),
            (Role::Created, "created_at|created_on"),
            (Role::Acknowledged, "seconds_to_first_ack"),
            (Role::Resolved, "resolved_at|resolved_on"),
            (Role::Resolved, "seconds_to_resolve"),
            (Role::Pages, "total_interruptions"),
        ],
        reads: &[
            ("seconds_to_first_ack", SECONDS_AFTER),
            ("seconds_to_resolve", SECONDS_AFTER),
        ],
        calls: true,
        ..Source::BARE
    },
    // `ackTime` and `closeTime` are no moments but milliseconds since the alert was made.
    Source {
        id: "opsgenie-alerts",
        name: "Opsgenie alerts",
        kind: Kind::Pages,
        also: &[Kind::Incidents],
        tells: &[
            "tinyId",
            "createdAt",
            "acknowledged|report.ackTime",
            "status",
        ],
        without: &["impactStartDate"],
        columns: &[
            (Role::Id, "id|tinyId"),
            (Role::Title, "message"),
            (Role::Outcome, "status"),
            (Role::Created, "createdAt"),
            (Role::Acknowledged, "report.ackTime"),
            (Role::Resolved, "report.closeTime"),
            (Role::ActedOn, "acknowledged"),
            (Role::Service, "integration.name|source"),
        ],
        reads: &[
            ("report.ackTime", MILLIS_AFTER),
            ("report.closeTime", MILLIS_AFTER),
        ],
        calls: true,
        ..Source::BARE
    },
    Source {
        id: "opsgenie-incidents",
        name: "Opsgenie incidents",
        kind: Kind::Incidents,
        tells: &["tinyId|id", "impactStartDate", "createdAt", "status"],
        columns: &[
            (Role::Id, "id|tinyId"),
            (Role::Title, "message"),
            (Role::Outcome, "status"),
            (Role::Began, "impactStartDate"),
            (Role::Created, "createdAt"),
            (Role::Detected, "impactDetectDate"),
            (Role::Mitigated, "impactEndDate"),
            (Role::Resolved, "closedAt|resolvedAt|impactEndDate"),
            (Role::Service, "impactedServices[]|impactedServices"),
        ],
        outcomes: &[("closed", Outcome::Succeeded)],
        calls: true,
        ..Source::BARE
    },
];
