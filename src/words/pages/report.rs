//! The sentences of a page: the results as a document.

super::super::fixed::words! { ReportWords EN
    make: "Make a report",
    choose: "What goes into it",
    one_page: "One page only: profile, what stands out, next steps",
    notes: "Notes, evidence, and reasons why something does not apply",
    names: "Names: of the team, and of who took part in workshops",
    print: "Print, or save as PDF",
    html: "Page (HTML)",
    markdown: "Markdown",
    csv_answers: "Answers (CSV)",
    csv_scores: "Scores (CSV)",
    csv_metrics: "Measurements (CSV)",
    badge: "Badge (SVG)",
    footer: "Made with Plumbline. This page holds the assessment: Plumbline opens it again with “Open a file”.",
    detail: "In detail",
    answers: "Every answer",
    answer: "Answer",
    remarks: "Remarks",
}
