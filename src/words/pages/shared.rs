//! The sentences of a page: answers that came in a link.

super::super::fixed::words! { SharedWords EN
    title: "Shared answers",
    lead: "shared these results with you. They are only shown: nothing is kept in this browser, and nothing can be changed here.",
    here: "shared these results with you. You have the same answers in this browser already.",
    namesake: "shared these results with you. They are only shown. You have a team of this name in this browser, with other answers.",
    keep: "Save a copy",
    second: "Save as a second copy",
    open_own: "Open yours",
    answers: "See the answers",
    gone: "The answers were in the link that you opened. To see them again, open that link again.",
}
