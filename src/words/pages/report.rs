//! The sentences of a page: the results as a document.

use crate::formats::logo::{BadLogo, MAX_BYTES};
use crate::words::Words;

super::super::fixed::words! { ReportWords EN
    title: "Share",
    make: "Make a report",
    document: "Hand out a document",
    which: "How much of it",
    one_page: "One page",
    one_page_lead: "For somebody with two minutes: how it stands, what stands out, what is next.",
    full: "Full report",
    full_lead: "Every answer and number, and how each number came about.",
    choose: "What goes into it",
    notes: "Notes, evidence, and reasons why something does not apply",
    names: "Names: of the team, and of who took part in workshops",
    print: "Print, or save as PDF",
    word: "Word (DOCX)",
    others: "Other formats",
    cover: "Cover",
    cover_lead: "For a document that you hand to somebody: it goes with this assessment, into every form of the report.",
    client: "For whom",
    client_hint: "A client, a department.",
    consultant: "By whom",
    consultant_hint: "Your name, or that of your company.",
    summary: "Summary",
    summary_hint: "What somebody should know who reads nothing else. A page has room for its first sentences; the full report has all of it.",
    logo: "Logo",
    logo_hint: "SVG or PNG, at most 64 kB. Of an SVG, only what draws is kept.",
    logo_remove: "Remove the logo",
    preview: "Preview",
    link: "Send a link",
    copy: "Give the client a copy",
    copy_lead: "The assessment as a file that Plumbline opens: answers, measurements, targets, plan and cover. Left out are notes, evidence, reasons, names of people, group and tags, earlier rounds and which answers come from them, and what was said in workshops. The link has less: the team’s name and the answers.",
    copy_file: "Client copy (JSON)",
    html: "Page (HTML)",
    markdown: "Markdown",
    csv_answers: "Answers (CSV)",
    csv_scores: "Scores (CSV)",
    csv_metrics: "Measurements (CSV)",
    badge: "Badge (SVG)",
    footer: "Made with Plumbline. This page holds the assessment: Plumbline opens it again with “Open a file”.",
    made_with: "Made with Plumbline.",
    detail: "In detail",
    answers: "Every answer",
    answer: "Answer",
    remarks: "Remarks",
}

impl Words {
    /// That there are more actions than those that are shown.
    pub fn more_actions(&self, more: usize) -> String {
        match more {
            1 => "1 more action is in the full report.".to_owned(),
            n => format!("{n} more actions are in the full report."),
        }
    }

    /// Why a file is not taken for the cover, and what to do.
    pub fn bad_logo(&self, why: BadLogo) -> String {
        match why {
            BadLogo::TooLarge(size) => return self.large_logo(size),
            BadLogo::OtherKind => "This is neither SVG nor PNG. Save the logo as one of them, and choose that file.",
            BadLogo::Damaged => "Something in the file is missing or was changed. Save the logo anew, and choose that file.",
            BadLogo::Size => "The logo says no size, or is larger than 4,000 pixels to a side or 4 million in all. Save it smaller.",
            BadLogo::Nothing => "Nothing in the file draws: pictures within an SVG, links and scripts are left out. Save the logo as PNG.",
        }
        .to_owned()
    }

    /// That a file is too large for the cover.
    pub fn large_logo(&self, size: usize) -> String {
        format!(
            "The file has {size} bytes, and a logo at most {MAX_BYTES}. Save it smaller, or as SVG."
        )
    }
}
