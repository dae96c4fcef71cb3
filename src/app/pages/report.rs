//! The results as a document: looked at, printed, and handed out in several forms.

mod cover;

use crate::app::browser::{canvas, clock, files, page};
use crate::app::components::{assessment_nav, block, download_name, file_of, share_link};
use crate::app::markup::{El, all, button, details, el, heading, live, nothing, p};
use crate::app::shell::{Open, brand_of};
use crate::app::title::set_title_of;
use crate::model::{Assessment, Extent, Questionnaire, client_copy};
use crate::report::docx::{self, Picture};
use crate::report::{Block, Contents, Days, Report, badge, csv, html, markdown};
use crate::words::words;
use leptos::prelude::*;

/// The id of the logo in the preview.
const LOGO: &str = "logo-shown";

/// What is chosen on the page.
#[derive(Clone, Copy)]
struct Choice {
    one_page: bool,
    contents: Contents,
}

/// One kind of file: its button, its name's ending, its text.
type Form = (
    &'static str,
    &'static str,
    fn(Open, &Assessment, Choice) -> String,
);

/// A document, as it will look; the link; what else there is. On paper, only the document is left.
pub fn report(open: Open) -> AnyView {
    let (w, r) = (words(), words().report_page());
    set_title_of(open, r.title);
    let choice = RwSignal::new(Choice {
        one_page: true,
        contents: Contents {
            notes: false,
            names: true,
        },
    });
    let shown = move || {
        open.track_any();
        let choice = choice.get();
        let made = open.with(|a| made(open.questionnaire(), a, choice));
        made.map_or_else(nothing, |report| document(&report, choice.one_page))
    };
    let link = el("section").class("card").each([
        el("h2").text(r.link),
        p(w.share_lead).class("muted"),
        share_link(open),
    ]);
    let controls = |cards: Vec<El>| el("div").class("controls").each(cards);
    let preview = el("section")
        .class("preview")
        .attr("tabindex", "0")
        .attr("aria-label", r.preview)
        .view(live(shown));
    all(vec![
        assessment_nav(open),
        heading(r.title).done(),
        // On a phone the document comes right after what it is made of.
        el("div")
            .class("sharing")
            .each([
                controls(vec![maker(open, choice)]),
                preview,
                controls(vec![link, copy(open)]),
            ])
            .done(),
    ])
}

/// What the document is made of, and what to do with it.
fn maker(open: Open, choice: RwSignal<Choice>) -> El {
    let r = words().report_page();
    let boxes = [
        field(r.notes, choice, |c| &mut c.contents.notes),
        field(r.names, choice, |c| &mut c.contents.names),
    ];
    let group = |legend: &'static str| el("fieldset").child(el("legend").text(legend));
    let which = group(r.which).class("intents").each([
        intent(choice, true, [r.one_page, r.one_page_lead]),
        intent(choice, false, [r.full, r.full_lead]),
    ]);
    el("section").class("card").each([
        el("h2").text(r.document),
        which,
        group(r.choose).each(boxes),
        cover::cover(open),
        documents(open, choice),
        details(r.others).child(forms(open, choice)),
    ])
}

/// One of both documents.
fn intent(choice: RwSignal<Choice>, one_page: bool, [name, lead]: [&'static str; 2]) -> El {
    let input = el("input")
        .attr("type", "radio")
        .attr("name", "document")
        .live_flag("checked", move || choice.get().one_page == one_page)
        .on("change", move |_| choice.update(|c| c.one_page = one_page));
    let lead = el("span").class("muted").text(lead);
    let text = el("span").each([el("strong").text(name), lead]);
    el("label").class("line").each([input, text])
}

fn made(q: &'static Questionnaire, a: &Assessment, choice: Choice) -> Report {
    let a = choice.contents.of(a);
    let mut report = if choice.one_page {
        Report::one_page(q, &a, &clock::today())
    } else {
        Report::of(q, &a, &days(&clock::today()))
    };
    // What somebody has chosen for the cover comes first.
    let brand = brand_of(q);
    report.logo = report.logo.or_else(|| brand?.mark.clone());
    report.accent = brand.and_then(|brand| brand.accent);
    report
}

fn field(label: &'static str, choice: RwSignal<Choice>, part: fn(&mut Choice) -> &mut bool) -> El {
    let is_on = move || *part(&mut choice.get());
    let input = el("input")
        .attr("type", "checkbox")
        .live_flag("checked", is_on)
        .on("change", move |event| {
            let on = page::is_checked(&event);
            choice.update(|c| *part(c) = on);
        });
    el("label")
        .class("line")
        .child(input)
        .child(el("span").text(label))
}

/// The file for whoever is told the results.
fn copy(open: Open) -> El {
    let r = words().report_page();
    let give = button("", r.copy_file, move |_| {
        let file = open.with(|a| {
            let extent = Extent {
                cover: true,
                plan: true,
            };
            let copy = client_copy(a, extent);
            (download_name(a.team(), "client.json"), copy)
        });
        if let Some((name, copy)) = file {
            files::download(&name, &file_of(open.shell, &copy));
        }
    });
    el("section").class("card").each([
        el("h2").text(r.copy),
        p(r.copy_lead).class("muted"),
        el("p").class("steps").child(give),
    ])
}

/// On paper, and for a word processor.
fn documents(open: Open, choice: RwSignal<Choice>) -> El {
    let r = words().report_page();
    let print = button("primary", r.print, |_| page::print());
    let word = button("", r.word, move |_| {
        let (q, choice) = (open.questionnaire(), choice.get_untracked());
        let file = open.with(|a| {
            let name = download_name(choice.contents.of(a).team(), "docx");
            (name, word(&made(q, a, choice)))
        });
        if let Some((name, bytes)) = file {
            files::download_bytes(&name, &bytes);
        }
    });
    el("p").class("steps").each([print, word])
}

/// Sharp on paper: so many pixels for one of CSS.
const SHARP: u32 = 3;

fn word(report: &Report) -> Vec<u8> {
    let figures = report.blocks.iter().filter_map(|block| match block {
        Block::Figure(marks, ..) => Some(marks.clone().grown(SHARP)),
        _ => None,
    });
    let pictures = figures.map_while(|marks| {
        let png = canvas::png(&marks)?;
        let size = marks.size;
        Some(Picture { png, size })
    });
    let pictures: Vec<_> = pictures.collect();
    // As the preview shows it, so that it is there as pixels whatever it was drawn as.
    let logo = report.logo.as_ref().and_then(|logo| {
        let (png, size) = canvas::shown(LOGO, logo.size)?;
        Some(Picture { png, size })
    });
    docx::encode(
        report,
        logo.as_ref(),
        &pictures,
        words().report_page().made_with,
    )
}

fn forms(open: Open, choice: RwSignal<Choice>) -> El {
    let r = words().report_page();
    let forms: [Form; 6] = [
        (r.html, "html", page_of),
        (r.markdown, "md", |open, a, choice| {
            markdown::encode(&made(open.questionnaire(), a, choice))
        }),
        (r.csv_answers, "answers.csv", |o, a, _| {
            csv::answers(o.questionnaire(), a)
        }),
        (r.csv_scores, "scores.csv", |o, a, _| {
            csv::scores(o.questionnaire(), a)
        }),
        (r.csv_metrics, "metrics.csv", |o, a, _| {
            csv::metrics(o.questionnaire(), a)
        }),
        (r.badge, "svg", |o, a, _| badge::svg(o.questionnaire(), a)),
    ];
    let buttons = forms.into_iter().map(|(label, ending, make)| {
        button("", label, move |_| {
            let choice = choice.get_untracked();
            let file = open.with(|a| {
                let a = choice.contents.of(a);
                (download_name(a.team(), ending), make(open, &a, choice))
            });
            if let Some((name, text)) = file {
                files::download(&name, &text);
            }
        })
    });
    el("p").class("steps").each(buttons)
}

fn page_of(open: Open, a: &Assessment, choice: Choice) -> String {
    let report = made(open.questionnaire(), a, choice);
    let file = file_of(open.shell, a);
    html::encode(&report, &file, words().report_page().footer)
}

fn document(report: &Report, one_page: bool) -> AnyView {
    let title = el("h2")
        .class("title")
        .child(el("bdi").text(report.title.clone()));
    let logo = report.logo.as_ref().map(|logo| {
        el("img")
            .id(LOGO)
            .class("logo")
            .attr("alt", "")
            .attr("src", logo.address())
    });
    el("article")
        .class(if one_page { "report brief" } else { "report" })
        .each(logo)
        .child(title)
        .each(report.blocks.iter().map(block))
        .done()
}

/// The days where the reader is.
fn days(today: &str) -> Days<'_> {
    Days {
        today,
        of: &clock::day_of,
    }
}
