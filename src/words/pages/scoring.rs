//! The sentences of a page: how scoring works.

super::super::fixed::words! { ScoringWords EN
    title: "How scoring works",
    lead: "Every number can be worked out by hand. These are the rules and the constants, straight from the code that applies them.",
    points: "What a level is worth",
    points_text: "“Between” two levels is worth the middle and leaves both open.",
    value: "Value, range and coverage",
    value_text: "The value of a dimension is the weighted mean of its practices that have a level. A discipline is the mean of its dimensions, the whole that of its disciplines. All weights are 1 unless the questionnaire says otherwise. What is open or unknown leaves the value alone and widens the range: it could still be level 1 or level 5. What does not apply leaves everything.",
    level: "Level reached",
    metrics: "Measurements",
    metrics_text: "A metric’s level comes from its bands. A number on a cut has reached the better level. Measurements stand beside the practices and are never mixed into one number.",
    steps: "Next steps",
    insight: "What stands out",
    judgement: "The constants on this page are our judgement; the sources describe practices and give no such numbers.",
}
