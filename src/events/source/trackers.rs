//! Where work is asked for and tracked: Jira, whose exports have the user's language
//! (<https://support.atlassian.com/jira-software-cloud/docs/export-work-items/>,
//! <https://developer.atlassian.com/cloud/jira/platform/rest/v3/>,
//! <https://confluence.atlassian.com/enterprise/data-pipeline-export-schema-1003685687.html>), and ServiceNow
//! (<https://www.servicenow.com/docs/bundle/latest/page/integrate/inbound-rest/concept/c_TableAPI.html>).

use super::entry::Source;
use crate::events::event::Outcome;
use crate::events::mapping::{Quirk, Reads};
use crate::events::role::{Kind, Role};

/// What Jira calls its columns in English, French, Spanish, German, Portuguese, Italian and Dutch.
const SUMMARY: &str = "Summary|Résumé|Resumen|Zusammenfassung|Resumo|Riepilogo|Samenvatting";
const KEY: &str = "Issue key|Work item key|Key|Clé de ticket|Clé|Clave de incidencia|Clave|Vorgangsschlüssel|Schlüssel|\
                   Chave do item|Chave da item|Chave do ticket|Chave da issue|Chave da pendência|Chave|Chiave ticket|Chiave del ticket|\
                   Chiave segnalazione|Chiave|Issuesleutel|Sleutel";
const CREATED: &str = "Created|Création|Créé|Creada|Creado|Erstellt|Criado|Criada|Creato|Creata|Data di creazione|\
                       Data creazione|Gemaakt|Aangemaakt";
const STATUS: &str = "Status Category|Catégorie d'état|Categoría de estado|Statuskategorie|Categoria do status|Categoria di stato|\
                      Categoria stato|Statuscategorie";
const STATE: &str = "Status|État|Estado|Stato";
const TYPE: &str = "Issue Type|Work type|Work item type|Type de ticket|Tipo de Incidencia|Vorgangstyp|Vorgangsart|Tipo de item|\
                    Tipo de ticket|Tipo de pendência|Tipo di ticket|Tipo ticket|Tipo segnalazione|Issuetype";
const RESOLVED: &str = "Resolved|Résolu|Résolue|Resuelta|Resuelto|Erledigt|Gelöst|Resolvido|Resolvida|Risolto|Risolta|Opgelost";
const DUE: &str = "Due date|Due|Date d'échéance|Échéance|Fecha de vencimiento|Fälligkeitsdatum|Fällig|Fälligkeit|Data limite|\
                   Data de vencimento|Data di scadenza|Scadenza|Einddatum|Vervaldatum";
const LABELS: &str = "Labels|Étiquettes|Etiquetas|Stichwörter|Stichworte|Rótulos|Etichette";
const PROJECT: &str = "Project key|Clé de projet|Clave del proyecto|Clave de proyecto|Projektschlüssel|Chave do projeto|\
                       Chiave progetto|Chiave del progetto|Projectsleutel";

/// States of ServiceNow's incidents: <https://www.servicenow.com/docs/bundle/latest/page/product/incident-management/reference/r_IncidentManagementStateModel.html>
const NUMBERED: &[(&str, Outcome)] = &[
    ("1", Outcome::Running),
    ("2", Outcome::Running),
    ("3", Outcome::Running),
    ("4", Outcome::Running),
    ("5", Outcome::Running),
    ("6", Outcome::Succeeded),
    ("7", Outcome::Succeeded),
    ("8", Outcome::Cancelled),
    ("closed complete", Outcome::Succeeded),
    ("closed incomplete", Outcome::Cancelled),
    ("closed skipped", Outcome::Cancelled),
    ("work in progress", Outcome::Running),
];

/// The exports of trackers.
pub static SOURCES: [Source; 5] = [
    Source {
        id: "jira-csv",
        name: "Jira",
        kind: Kind::Tickets,
        also: &[Kind::Incidents, Kind::Actions, Kind::Spans],
        tells: &[SUMMARY, KEY, CREATED, STATE],
        columns: &[
            (Role::Id, KEY),
            (Role::Title, SUMMARY),
            (Role::Sort, TYPE),
            (Role::Outcome, STATUS),
            (Role::Outcome, STATE),
            (Role::Created, CREATED),
            (Role::Resolved, RESOLVED),
            (Role::Due, DUE),
            (Role::Labels, LABELS),
            (Role::Service, PROJECT),
        ],
        ..Source::BARE
    },
    Source {
        id: "jira-rest",
        name: "Jira (REST)",
        kind: Kind::Tickets,
        also: &[Kind::Incidents, Kind::Actions, Kind::Spans],
        tells: &[
            "key",
            "fields.created",
            "fields.status.statusCategory.key|fields.status.name|fields.resolutiondate",
        ],
        columns: &[
            (Role::Id, "key"),
            (Role::Title, "fields.summary"),
            (Role::Sort, "fields.issuetype.name"),
            (
                Role::Outcome,
                "fields.status.statusCategory.key|fields.status.name",
            ),
            (Role::Created, "fields.created"),
            (Role::Resolved, "fields.resolutiondate"),
            (Role::Due, "fields.duedate"),
            (Role::Labels, "fields.labels|fields.labels[]"),
            (Role::Service, "fields.project.key"),
        ],
        outcomes: &[
            ("done", Outcome::Succeeded),
            ("indeterminate", Outcome::Running),
        ],
        ..Source::BARE
    },
    Source {
        id: "jira-pipeline",
        name: "Jira data pipeline",
        kind: Kind::Tickets,
        also: &[Kind::Incidents, Kind::Actions, Kind::Spans],
        tells: &[
            "issue_key|id|key",
            "created_date",
            "resolution_date",
            "due_date",
            "updated_date",
        ],
        columns: &[
            (Role::Id, "issue_key|key|id"),
            (Role::Title, "summary"),
            (Role::Sort, "issue_type"),
            (Role::Outcome, "status_category|status_category_key|status"),
            (Role::Created, "created_date"),
            (Role::Resolved, "resolution_date"),
            (Role::Due, "due_date"),
            (Role::Labels, "labels"),
            (Role::Service, "project_key"),
        ],
        quirks: &[Quirk::Utc],
        ..Source::BARE
    },
    // Durations are written as dates since 1970 here; those in seconds are taken first.
    Source {
        id: "servicenow-api",
        name: "ServiceNow (Table API)",
        kind: Kind::Incidents,
        also: &[Kind::Tickets, Kind::Spans],
        tells: &[
            "number",
            "sys_created_on|sys_id",
            "opened_at|resolved_at|closed_at",
            "state|incident_state",
        ],
        columns: &[
            (Role::Id, "number"),
            (Role::Title, "short_description"),
            (Role::Outcome, "state|incident_state"),
            (Role::Created, "opened_at"),
            (Role::Created, "sys_created_on"),
            (Role::Resolved, "resolved_at"),
            (Role::Resolved, "closed_at"),
            (Role::Took, "calendar_stc"),
            (Role::Took, "calendar_duration"),
            (
                Role::Service,
                "business_service.display_value|cmdb_ci.display_value|business_service|cmdb_ci|cmdb_ci.value",
            ),
            (Role::Channel, "contact_type"),
        ],
        reads: &[("calendar_stc", Reads::Units(1000))],
        outcomes: NUMBERED,
        quirks: &[Quirk::Utc],
        ..Source::BARE
    },
    Source {
        id: "servicenow",
        name: "ServiceNow",
        kind: Kind::Incidents,
        also: &[Kind::Tickets, Kind::Spans],
        tells: &[
            "number",
            "state|incident state",
            "opened|opened_at|created",
            "priority|assignment group|short description",
        ],
        without: &["Summary", "urgency.name", "title", "merged_at"],
        columns: &[
            (Role::Id, "number"),
            (Role::Title, "short description"),
            (Role::Outcome, "state|incident state"),
            (Role::Created, "opened|opened_at"),
            (Role::Created, "created|sys_created_on"),
            (Role::Resolved, "resolved|resolved_at"),
            (Role::Resolved, "closed|closed_at"),
            (
                Role::Service,
                "business service|configuration item|cmdb_ci|service",
            ),
            (Role::Channel, "contact type|channel|contact_type"),
        ],
        outcomes: NUMBERED,
        ..Source::BARE
    },
];
