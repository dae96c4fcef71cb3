//! The sentences of a page: what is asked, and why.

super::super::fixed::words! { AboutWords EN
    title: "About the questionnaire",
    lead: "What is asked, how the levels are meant, where it comes from, and what is our judgement.",
    download: "Download the whole questionnaire",
    download_hint: "One readable text with every question, level, first step, metric, rule and source.",
    levels: "How the levels are meant",
    levels_text: "Each practice is described at five levels by what you would see on a visit. A level includes those below it: 4 asks for all of 3, and 5 for both. Choose the highest level at which that holds for most of your work today. The highest level is not a goal in itself: some practices are good enough for you at 3.",
    covers: "What is covered",
    covers_text: "DevOps is the foundation, the platform scales it, and SRE builds reliability on both. The questions cover each cell of the table in “SRE vs DevOps vs Platform Engineering” (Spike, 2025) and the seven SRE principles.",
    covers_all: "All of it",
    judgement: "What is our judgement",
    judgement_text: "The level texts, weights, prerequisites, the four fifths for a level reached, the thresholds of contradictions, and the levels at which metrics are cut are ours, drawn from the sources. Where somebody published a figure, the metric says so:",
    benchmarks: "Published figures",
    benchmarks_text: "Figures that we read in the source, or where a sponsor of a report told them, which is then said. They show how others answered, and are no targets.",
    glossary: "Glossary",
    sources: "Sources",
}
