//! The sentences of a page: what to do now, next and later.

super::super::fixed::words! { RoadmapWords EN
    lead: "What you decided to do, and what you could do. The values say what it would come to if answers rise as planned.",
    suggested: "What you could take up",
    horizon_now: "Now",
    horizon_next: "Next",
    horizon_later: "Later",
    action_add: "Add an action",
    action_take: "Add to plan",
    action_what: "What",
    action_owner: "Who sees to it",
    action_due: "By",
    action_how_far: "How far",
    action_when: "When",
    action_open: "Open",
    action_doing: "In progress",
    action_done: "Done",
    action_dropped: "Dropped",
    firm: "Firm: it is among the first with other weights too",
    not_firm: "Depends on the weights",
}
