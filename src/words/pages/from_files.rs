//! The sentences of a part of a page: measurements from files.

use super::super::Words;
use crate::model::text::isolated;

super::super::fixed::words! { FileWords EN
    title: "From your tools’ files",
    lead: "Drop exports here: deployments, pull requests, a git log, incidents, pages, tickets, SLO reports, a survey. The numbers are computed in this browser, with their rows. Nothing is sent, and rows are gone when you leave the page.",
    choose: "Choose files",
    example: "Try a made-up example",
    how: "How to get such a file",
    how_lead: "One line for each tool. OWNER, REPO and NAME are yours.",
    remove: "Remove",
    again: "Read as last time.",
    looked: "What the columns mean",
    rows_are: "Each row is",
    about: "They are about",
    no_column: "none",
    other_columns: "Other columns",
    list: "Rows are taken from",
    delimiter: "Separator",
    letters: "Text encoding",
    header: "Column names are in",
    quotes: "Quotation marks",
    zone: "Time zone",
    service: "Service",
    all_services: "all together",
    period: "Which weeks",
    usual: "As each metric says",
    weeks_4: "Last 4",
    weeks_13: "Last 13",
    weeks_26: "Last 26",
    everything: "All there is",
    strip: "Deployments a week. Choose the first and the last week.",
    partly: "only partly in the file",
    numbers: "Numbers from these files",
    use_it: "Use it",
    used: "Used",
    update: "Update",
    days_first: "Say above which day is meant, and then use it: days in its file can be read in two ways.",
    rows: "The rows",
    rows_of: "Counted",
    rows_all: "All cases",
    rows_save: "Save these rows as CSV",
    rows_more: "More rows",
    left_out: "Left out:",
    over: "Over other times, by other tools’ rules",
    missing: "Numbers that are still missing something",
    nothing: "Nothing follows from these files yet. Look at what the columns mean, or drop another file.",
    reading: "Reading the file",
    cancel: "Stop",
    given_up: "Stopped. All is as it was before.",
    failed: "The part of Plumbline that reads files has stopped or could not be loaded. Your assessment is as it was. Try once more; if a file was too large for this device, export a shorter time.",
    too_many: "At most 20 files are looked at together. Remove one first.",
    options: "Rules to choose",
    rotations: "People on call at a time",
    shift: "Hours of a shift",
    from_deployment: "Count recovery from the deployment, not from the first harm",
    covers: "The files cover, if you know it better than their rows",
    covers_from: "From",
    covers_to: "Until",
    works: "Working hours, for waits and due days",
    weekdays: "Mon Tue Wed Thu Fri Sat Sun",
    works_from: "From",
    works_until: "Until",
    holidays: "Holidays (2026-12-25 2026-12-26 …)",
    without_rollbacks: "Leave rollbacks out of all deployments",
    by_words: "Take hotfix and rollback in titles as signs of a failure",
    after_target: "A rollback blames the first deployment after the one gone back to",
    from_merge: "Count lead time from the merge",
    window: "An incident blames the deployment before it, if it began within so many hours (0: never)",
}

/// A line that makes the right export.
pub struct Export {
    /// The tool.
    pub tool: &'static str,
    /// What to run, or where to click.
    pub line: &'static str,
}

/// How to get files, by tool.
pub const EXPORTS: [Export; 19] = [
    Export {
        tool: "GitHub Actions: runs",
        line: "gh run list --workflow deploy.yml --limit 1000 --json databaseId,workflowName,displayTitle,headBranch,headSha,event,status,conclusion,createdAt,startedAt,updatedAt > runs.json",
    },
    Export {
        tool: "GitHub: pull requests",
        // Without the commits: with them GitHub refuses more than a few dozen at once.
        line: "gh pr list --state merged --limit 1000 --json number,title,state,createdAt,mergedAt,mergeCommit,labels > changes.json",
    },
    Export {
        tool: "GitHub: deployments",
        line: "gh api --paginate \"repos/OWNER/REPO/deployments?environment=production&per_page=100\" > deployments.json",
    },
    Export {
        tool: "GitHub: releases",
        line: "gh api --paginate \"repos/OWNER/REPO/releases?per_page=100\" > releases.json",
    },
    Export {
        tool: "GitLab: deployments",
        line: "glab api --paginate \"projects/:id/deployments?environment=production&per_page=100\" > deployments.json",
    },
    Export {
        tool: "GitLab: merge requests",
        line: "glab api --paginate \"projects/:id/merge_requests?state=merged&per_page=100\" > changes.json",
    },
    Export {
        tool: "GitLab: issues",
        line: "glab api --paginate \"projects/:id/issues?scope=all&per_page=100\" > issues.json",
    },
    Export {
        tool: "Git",
        line: "git log --first-parent --since=\"6 months ago\" --pretty=format:'%H%x09%P%x09%aI%x09%cI%x09%D%x09%s' > log.txt",
    },
    Export {
        tool: "Jenkins",
        line: "curl -s -g \"$JENKINS/job/NAME/api/json?tree=allBuilds[number,result,timestamp,duration,actions[lastBuiltRevision[SHA1]]]\" > builds.json",
    },
    Export {
        tool: "Argo CD",
        line: "kubectl get applications -n argocd -o json > argocd.json",
    },
    Export {
        tool: "Jira",
        line: "Filter › Export › CSV (all fields)",
    },
    Export {
        tool: "ServiceNow",
        line: "List › right click on a column’s name › Export › CSV",
    },
    Export {
        tool: "PagerDuty",
        line: "Analytics › Incidents › Export CSV",
    },
    Export {
        tool: "Opsgenie",
        line: "curl -s -H \"Authorization: GenieKey $KEY\" \"https://api.opsgenie.com/v2/alerts?limit=100\" > alerts.json",
    },
    Export {
        tool: "incident.io",
        line: "curl -s -H \"Authorization: Bearer $KEY\" \"https://api.incident.io/v2/incidents?page_size=250\" > incidents.json",
    },
    Export {
        tool: "Statuspage",
        line: "curl -s \"https://STATUSPAGE/api/v2/incidents.json\" > incidents.json",
    },
    Export {
        tool: "DevLake",
        line: "SELECT * FROM cicd_deployments, saved as CSV",
    },
    Export {
        tool: "Prometheus",
        line: "curl -s -g \"$PROMETHEUS/api/v1/query_range?query=…&start=…&end=…&step=1h\" > slo.json",
    },
    Export {
        tool: "Backstage",
        line: "curl -s -H \"Authorization: Bearer $TOKEN\" \"$BACKSTAGE/api/catalog/entities\" > entities.json",
    },
];

/// A made-up file to try it with.
pub const EXAMPLE: (&str, &str) = (
    "example-deployments.csv",
    include_str!("example-deployments.csv"),
);

impl Words {
    /// How much of a file is read, from 0 to 1.
    pub fn reading_file(&self, done: f64) -> String {
        let percent = (done * 100.0).round();
        format!("{}: {percent} %", self.files_page().reading)
    }

    /// What a file is.
    pub fn what_file(&self, what: &str, rows: u64, span: &str, again: Option<&str>) -> String {
        let rows = if rows == 1 {
            "1 row".to_owned()
        } else {
            format!("{} rows", super::super::grouped(rows))
        };
        let parts = [what, &rows, span, again.unwrap_or_default()];
        let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(" · ")
    }

    pub fn remove_file(&self, name: &str) -> String {
        format!("{} {name}", self.files_page().remove)
    }

    /// A fold, with how many more doubts are in it.
    pub fn looked_at(&self, title: &str, doubts: usize) -> String {
        match doubts {
            0 => title.to_owned(),
            1 => format!("{title}, and one more remark"),
            n => format!("{title}, and {n} more remarks"),
        }
    }

    /// Which row has the names of the columns, from 0.
    pub fn header_row(&self, row: Option<usize>) -> String {
        row.map_or_else(
            || "no row: the first one is data".to_owned(),
            |row| format!("row {}", row + 1),
        )
    }

    /// What quotation marks in a file do.
    pub const fn quotes(&self, do_enclose: bool) -> &'static str {
        if do_enclose {
            "enclose cells"
        } else {
            "are ordinary characters"
        }
    }

    /// Makes columns of the JSON in one.
    pub fn unfold_column(&self, name: &str) -> String {
        format!("Make columns of the JSON in {}", isolated(name))
    }

    /// What has come of files that were read.
    pub fn files_done(&self, files: usize, numbers: usize) -> String {
        let files = match files {
            1 => "1 file read".to_owned(),
            n => format!("{n} files read"),
        };
        match numbers {
            0 => format!("{files}. No number comes from it yet."),
            1 => format!("{files}: 1 number."),
            n => format!("{files}: {n} numbers."),
        }
    }

    /// What a number that is kept would be replaced by another one.
    pub fn replaces(&self, kept: &str) -> String {
        format!("In use now: {kept}. An update replaces it.")
    }

    /// A value, and how often it is there.
    pub fn value_rows(&self, text: &str, rows: u64) -> String {
        let text = if text.is_empty() {
            "(empty)".to_owned()
        } else {
            isolated(text)
        };
        format!("{text} ({rows})")
    }

    /// Days that were chosen one by one.
    pub fn days_chosen(&self, days: &str) -> String {
        days.split_once(' ')
            .map_or_else(|| days.to_owned(), |(from, to)| format!("{from} to {to}"))
    }

    /// A week of the strip.
    pub fn week(&self, days: &str, count: u64, partly: Option<&str>) -> String {
        let partly = partly.map_or_else(String::new, |text| format!(" ({text})"));
        format!("{days}: {count}{partly}")
    }

    pub fn use_all(&self, count: usize) -> String {
        format!("Use all {count}")
    }

    /// What the button of a number does, for whoever hears the page.
    pub fn use_number(&self, does: &str, metric: &str) -> String {
        format!("{does}: {metric}")
    }

    pub fn rows_of(&self, title: &str, count: Option<u64>) -> String {
        format!("{title}: {}", count.unwrap_or_default())
    }

    pub fn left_rows(&self, count: Option<u64>, why: &str) -> String {
        format!("{}: {why}", count.unwrap_or_default())
    }

    /// A metric over some weeks.
    pub fn over_weeks(&self, weeks: Option<u64>, amount: &str, cases: &str) -> String {
        let weeks = weeks.unwrap_or_default();
        if cases.is_empty() {
            return format!("{weeks} weeks: {amount}");
        }
        format!("{weeks} weeks: {amount} ({cases})")
    }
}
