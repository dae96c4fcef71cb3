//! How objectives did, and lists of services: slo-generator
//! (<https://github.com/google/slo-generator/blob/master/slo_generator/report.py>), Datadog
//! (<https://docs.datadoghq.com/api/latest/service-level-objectives/>), Honeycomb
//! (<https://docs.honeycomb.io/api/reporting/>), Prometheus
//! (<https://prometheus.io/docs/prometheus/latest/querying/api/>), Grafana, Backstage
//! (<https://backstage.io/docs/features/software-catalog/descriptor-format>).

use super::entry::{Refusal, Source};
use crate::events::event::Outcome;
use crate::events::mapping::{Quirk, Reads};
use crate::events::role::{Kind, Role};

/// A window in seconds, and in days.
const SECONDS: Reads = Reads::Units(1000);
const DAYS: Reads = Reads::Units(86_400_000);

/// The exports about objectives and services.
pub static SOURCES: [Source; 8] = [
    // One report for each window: one of them is taken.
    Source {
        id: "slo-generator",
        name: "slo-generator reports",
        kind: Kind::Objectives,
        tells: &[
            "sli_measurement",
            "goal|slo_target",
            "window",
            "error_budget_target|error_budget_burn_rate|gap",
        ],
        columns: &[
            (Role::Id, "name|slo_name"),
            (Role::Service, "service_name|metadata.service_name"),
            (Role::Target, "goal|slo_target"),
            (Role::Reached, "sli_measurement"),
            (Role::Good, "good_events_count"),
            (Role::Bad, "bad_events_count"),
            (Role::Window, "window"),
            (Role::When, "timestamp"),
            (Role::Outcome, "valid"),
        ],
        reads: &[("window", SECONDS)],
        outcomes: &[("true", Outcome::Succeeded), ("false", Outcome::Failed)],
        quirks: &[Quirk::Fractions],
        ..Source::BARE
    },
    Source {
        id: "datadog-slo",
        name: "Datadog SLO history",
        kind: Kind::Objectives,
        tells: &[
            "sli_value|overall.sli_value|data.overall.sli_value",
            "name|overall.name|data.overall.name|slo_id|id",
        ],
        columns: &[
            (Role::Id, "slo_id|id|name|overall.name|data.overall.name"),
            (
                Role::Target,
                "target|thresholds.30d.target|thresholds.7d.target|data.thresholds.30d.target|data.thresholds.7d.target|data.slo.target_threshold|target_threshold",
            ),
            (
                Role::Reached,
                "sli_value|overall.sli_value|data.overall.sli_value",
            ),
            (
                Role::BudgetLeft,
                "error_budget_remaining|error_budget_remaining.30d|error_budget_remaining.7d|data.overall.error_budget_remaining.30d|overall.error_budget_remaining.30d|data.overall.error_budget_remaining.7d|overall.error_budget_remaining.7d",
            ),
            (Role::When, "to_ts|data.to_ts|overall.to_ts"),
        ],
        ..Source::BARE
    },
    Source {
        id: "honeycomb-slo",
        name: "Honeycomb SLO report",
        kind: Kind::Objectives,
        tells: &["slo_id", "budget_remaining", "compliance"],
        columns: &[
            (Role::Id, "slo_id|name"),
            (Role::Target, "target_percentage|target"),
            (Role::Reached, "compliance"),
            (Role::BudgetLeft, "budget_remaining"),
            (Role::Window, "time_period_days"),
            (Role::When, "report_end_time|end_time|time"),
        ],
        reads: &[("time_period_days", DAYS)],
        ..Source::BARE
    },
    // Values are texts, with `NaN` and `+Inf` among them; the target is not in it.
    Source {
        id: "prometheus",
        name: "Prometheus range query",
        kind: Kind::Objectives,
        tells: &[
            "time",
            "value",
            "metric.__name__|metric.job|metric.slo|metric.service|metric.sloth_slo|metric.sloth_id",
        ],
        columns: &[
            (
                Role::Id,
                "metric.slo|metric.sloth_id|metric.sloth_slo|metric.service|metric.job|metric.__name__",
            ),
            (Role::When, "time"),
            (Role::Reached, "value"),
        ],
        quirks: &[Quirk::Samples],
        ..Source::BARE
    },
    // Each row is a sample of one or more series.
    Source {
        id: "grafana-csv",
        name: "Grafana panel",
        kind: Kind::Objectives,
        tells: &[
            "Time",
            "good|Good|success|sli|SLI|availability|Availability|total|Total|#2",
        ],
        without: &[
            "#7",
            "environment",
            "status",
            "state",
            "service",
            "id",
            "result",
            "severity",
            "score",
            "version",
        ],
        columns: &[
            (Role::When, "Time"),
            (Role::Good, "good|good events|success|successes"),
            (Role::Bad, "bad|bad events|errors|failures"),
            (Role::All, "total|all|total events|requests|valid"),
            (Role::Reached, "sli|availability|success ratio|uptime|slo"),
        ],
        quirks: &[Quirk::Samples],
        ..Source::BARE
    },
    // Whether a service has adopted something needs a rule of the user: an annotation, a tag.
    Source {
        id: "backstage",
        name: "Backstage entities",
        kind: Kind::Services,
        tells: &[
            "kind",
            "metadata.name",
            "spec.owner|spec.lifecycle|spec.type",
        ],
        columns: &[
            (Role::Id, "metadata.name"),
            (Role::Sort, "kind"),
            (Role::Service, "spec.system"),
        ],
        drops: &[
            (Role::Sort, "api"),
            (Role::Sort, "group"),
            (Role::Sort, "user"),
            (Role::Sort, "system"),
            (Role::Sort, "domain"),
            (Role::Sort, "resource"),
            (Role::Sort, "location"),
            (Role::Sort, "template"),
        ],
        ..Source::BARE
    },
    Source {
        id: "openslo",
        name: "OpenSLO, Pyrra",
        kind: Kind::Objectives,
        tells: &[
            "kind",
            "metadata.name",
            "spec.objectives[].target|spec.objectives[].targetPercent|spec.target|spec.window|spec.timeWindow[].duration",
        ],
        refusal: Some(Refusal::TargetsOnly),
        ..Source::BARE
    },
    Source {
        id: "sloth",
        name: "Sloth",
        kind: Kind::Objectives,
        tells: &[
            "objective",
            "name",
            "sli.events.error_query|sli.plugin.id|sli.raw.error_ratio_query|alerting.name",
        ],
        refusal: Some(Refusal::TargetsOnly),
        ..Source::BARE
    },
];
