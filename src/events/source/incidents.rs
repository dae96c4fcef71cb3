//! Incidents: incident.io (<https://api-docs.incident.io/tag/Incidents-V2>), FireHydrant
//! (<https://docs.firehydrant.com/reference>), Rootly (<https://docs.rootly.com/api-reference>), Statuspage
//! (<https://developer.statuspage.io/#tag/incidents>), Datadog
//! (<https://docs.datadoghq.com/api/latest/incidents/>).

use super::entry::Source;
use crate::events::event::Outcome;
use crate::events::mapping::Reads;
use crate::events::role::{Kind, Role};

/// A second after a row's creation.
const SECONDS_AFTER: Reads = Reads::After(1000);

/// The exports of what incidents are led with.
pub static SOURCES: [Source; 6] = [
    Source {
        id: "incident-io",
        name: "incident.io incidents",
        kind: Kind::Incidents,
        tells: &[
            "reference",
            "incident_status.category|incident_status.name",
            "created_at",
        ],
        columns: &[
            (Role::Id, "id|reference"),
            (Role::Title, "name"),
            (
                Role::Outcome,
                "incident_status.category|incident_status.name",
            ),
            (Role::Sort, "mode|incident_type.name"),
            (Role::Began, "impact_started_at|impact_started|started_at"),
            (
                Role::Began,
                "incident_timestamp_values[].value.value@incident_timestamp_values[].incident_timestamp.name=Impact started at",
            ),
            (
                Role::Began,
                "incident_timestamp_values[].value.value@incident_timestamp_values[].incident_timestamp.name=Impact started",
            ),
            (Role::Created, "reported_at"),
            (
                Role::Created,
                "incident_timestamp_values[].value.value@incident_timestamp_values[].incident_timestamp.name=Reported at",
            ),
            (Role::Created, "created_at"),
            (Role::Detected, "detected_at|identified_at"),
            (
                Role::Detected,
                "incident_timestamp_values[].value.value@incident_timestamp_values[].incident_timestamp.name=Detected at",
            ),
            (
                Role::Detected,
                "incident_timestamp_values[].value.value@incident_timestamp_values[].incident_timestamp.name=Identified at",
            ),
            (Role::Detected, "reported_at"),
            (
                Role::Detected,
                "incident_timestamp_values[].value.value@incident_timestamp_values[].incident_timestamp.name=Reported at",
            ),
            (Role::Acknowledged, "accepted_at|acknowledged_at"),
            (
                Role::Acknowledged,
                "incident_timestamp_values[].value.value@incident_timestamp_values[].incident_timestamp.name=Accepted at",
            ),
            (Role::Mitigated, "fixed_at|mitigated_at|impact_ended_at"),
            (
                Role::Mitigated,
                "incident_timestamp_values[].value.value@incident_timestamp_values[].incident_timestamp.name=Fixed at",
            ),
            (
                Role::Mitigated,
                "incident_timestamp_values[].value.value@incident_timestamp_values[].incident_timestamp.name=Mitigated at",
            ),
            (Role::Resolved, "resolved_at"),
            (
                Role::Resolved,
                "incident_timestamp_values[].value.value@incident_timestamp_values[].incident_timestamp.name=Resolved at",
            ),
            (Role::Resolved, "closed_at"),
            (
                Role::Resolved,
                "incident_timestamp_values[].value.value@incident_timestamp_values[].incident_timestamp.name=Closed at",
            ),
        ],
        outcomes: &[("live", Outcome::Running), ("learning", Outcome::Succeeded)],
        drops: &[
            (Role::Sort, "test"),
            (Role::Sort, "tutorial"),
            (Role::Sort, "stream"),
        ],
        ..Source::BARE
    },
    // A follow-up has no date by which it is due.
    Source {
        id: "incident-io-follow-ups",
        name: "incident.io follow-ups",
        kind: Kind::Actions,
        tells: &[
            "incident_id",
            "title",
            "status",
            "completed_at",
            "created_at",
        ],
        columns: &[
            (Role::Id, "id"),
            (Role::Title, "title"),
            (Role::Outcome, "status"),
            (Role::Created, "created_at"),
            (Role::Done, "completed_at"),
            (Role::Due, "due_date|due_at|due_on"),
        ],
        ..Source::BARE
    },
    Source {
        id: "firehydrant",
        name: "FireHydrant incidents",
        kind: Kind::Incidents,
        tells: &[
            "started_at",
            "acknowledged_at",
            "resolved_at",
            "retrospective_completed_at|current_milestone|milestones[].type",
        ],
        columns: &[
            (Role::Id, "id|number"),
            (Role::Title, "name|title"),
            (Role::Began, "started_at"),
            (Role::Created, "created_at"),
            (Role::Detected, "detected_at"),
            (
                Role::Detected,
                "milestones[].occurred_at@milestones[].type=detected",
            ),
            (Role::Acknowledged, "acknowledged_at"),
            (Role::Mitigated, "mitigated_at"),
            (
                Role::Mitigated,
                "milestones[].occurred_at@milestones[].type=mitigated",
            ),
            (Role::Resolved, "resolved_at"),
            (Role::Outcome, "current_milestone"),
            (Role::Service, "services[].name|services"),
        ],
        outcomes: &[
            ("started", Outcome::Running),
            ("retrospective_started", Outcome::Succeeded),
            ("retrospective_completed", Outcome::Succeeded),
            ("postmortem_started", Outcome::Succeeded),
            ("postmortem_completed", Outcome::Succeeded),
        ],
        ..Source::BARE
    },
    Source {
        id: "rootly",
        name: "Rootly incidents",
        kind: Kind::Incidents,
        tells: &[
            "attributes.started_at|started_at",
            "attributes.mitigated_at|mitigated_at",
            "attributes.in_triage_at|in_triage_at|attributes.cancelled_at|cancelled_at",
            "attributes.kind|kind",
        ],
        columns: &[
            (Role::Id, "id|attributes.sequential_id"),
            (Role::Title, "attributes.title|title"),
            (Role::Sort, "attributes.kind|kind"),
            (Role::Outcome, "attributes.status|status"),
            (Role::Began, "attributes.started_at|started_at"),
            (Role::Created, "attributes.created_at|created_at"),
            (Role::Detected, "attributes.detected_at|detected_at"),
            (
                Role::Acknowledged,
                "attributes.acknowledged_at|acknowledged_at",
            ),
            (Role::Mitigated, "attributes.mitigated_at|mitigated_at"),
            (Role::Resolved, "attributes.resolved_at|resolved_at"),
            (Role::Resolved, "attributes.closed_at|closed_at"),
        ],
        outcomes: &[
            ("mitigated", Outcome::Running),
            ("completed", Outcome::Succeeded),
        ],
        drops: &[
            (Role::Sort, "test"),
            (Role::Sort, "test_sub"),
            (Role::Sort, "example"),
            (Role::Sort, "example_sub"),
            (Role::Sort, "scheduled"),
            (Role::Sort, "scheduled_sub"),
        ],
        ..Source::BARE
    },
    // Planned maintenance is among them.
    Source {
        id: "statuspage",
        name: "Statuspage incidents",
        kind: Kind::Incidents,
        tells: &[
            "impact",
            "started_at|monitoring_at",
            "shortlink|incident_updates[].status|page_id|monitoring_at",
        ],
        columns: &[
            (Role::Id, "id"),
            (Role::Title, "name"),
            (Role::Sort, "impact"),
            (Role::Outcome, "status"),
            (Role::Began, "started_at"),
            (Role::Created, "created_at"),
            (Role::Mitigated, "monitoring_at"),
            (Role::Resolved, "resolved_at"),
            (Role::Service, "components[].name"),
        ],
        outcomes: &[
            ("scheduled", Outcome::Cancelled),
            ("in_progress", Outcome::Cancelled),
            ("verifying", Outcome::Cancelled),
            ("completed", Outcome::Cancelled),
            ("postmortem", Outcome::Succeeded),
        ],
        drops: &[(Role::Sort, "maintenance")],
        ..Source::BARE
    },
    Source {
        id: "datadog-incidents",
        name: "Datadog incidents",
        kind: Kind::Incidents,
        tells: &[
            "attributes.customer_impact_start|customer_impact_start",
            "attributes.customer_impact_end|customer_impact_end",
            "attributes.time_to_detect|time_to_detect|attributes.time_to_repair|time_to_repair",
        ],
        columns: &[
            (Role::Id, "id|attributes.public_id|public_id"),
            (Role::Title, "attributes.title|title"),
            (
                Role::Outcome,
                "attributes.state|state|attributes.fields.state.value",
            ),
            (Role::Sort, "attributes.is_test|is_test"),
            (
                Role::Began,
                "attributes.customer_impact_start|customer_impact_start",
            ),
            (Role::Created, "attributes.created|created|created_at"),
            (Role::Detected, "attributes.detected|detected"),
            (Role::Detected, "attributes.time_to_detect|time_to_detect"),
            (
                Role::Mitigated,
                "attributes.customer_impact_end|customer_impact_end",
            ),
            (Role::Resolved, "attributes.resolved|resolved|resolved_at"),
            (Role::Resolved, "attributes.time_to_resolve|time_to_resolve"),
        ],
        reads: &[
            ("attributes.time_to_detect|time_to_detect", SECONDS_AFTER),
            ("attributes.time_to_resolve|time_to_resolve", SECONDS_AFTER),
        ],
        outcomes: &[("stable", Outcome::Running)],
        drops: &[(Role::Sort, "true")],
        ..Source::BARE
    },
];
