//! The results as a document: looked at, printed, and handed out in several forms.

use crate::VERSION;
use crate::app::browser::{clock, files, page};
use crate::app::components::{assessment_nav, block, download_name};
use crate::app::markup::{El, all, button, el, heading, live, nothing};
use crate::app::shell::Open;
use crate::app::title::set_title_of;
use crate::formats::assessment_json::encode;
use crate::model::{Assessment, Questionnaire};
use crate::report::{Contents, Days, Report, badge, csv, html, markdown};
use crate::words::words;
use leptos::prelude::*;

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
    fn(&'static Questionnaire, &Assessment) -> String,
);

/// The report, with what to do with it on top. On paper, only the report is left.
pub fn report(open: Open) -> AnyView {
    let w = words();
    set_title_of(open, w.report);
    let choice = RwSignal::new(Choice {
        one_page: false,
        contents: Contents {
            notes: true,
            names: true,
        },
    });
    let boxes = [
        field(w.report_page().one_page, choice, |c| &mut c.one_page),
        field(w.report_page().notes, choice, |c| &mut c.contents.notes),
        field(w.report_page().names, choice, |c| &mut c.contents.names),
    ];
    let shown = move || {
        open.track_any();
        let choice = choice.get();
        let made = open.with(|a| made(open.questionnaire(), a, choice));
        made.map_or_else(nothing, |report| document(&report, choice.one_page))
    };
    let controls = el("section")
        .class("card controls")
        .child(el("h2").text(w.report_page().make))
        .child(
            el("fieldset")
                .child(el("legend").text(w.report_page().choose))
                .each(boxes),
        )
        .child(forms(open, choice));
    all(vec![
        assessment_nav(open),
        heading(w.report).done(),
        controls.done(),
        live(shown),
    ])
}

fn made(q: &'static Questionnaire, a: &Assessment, choice: Choice) -> Report {
    let a = choice.contents.of(a);
    if choice.one_page {
        Report::one_page(q, &a, &clock::today())
    } else {
        Report::of(q, &a, &days(&clock::today()))
    }
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

fn forms(open: Open, choice: RwSignal<Choice>) -> El {
    let w = words();
    let forms: [Form; 6] = [
        (w.report_page().html, "html", |q, a| page_of(q, a, false)),
        (w.report_page().markdown, "md", |q, a| {
            markdown::encode(&Report::of(q, a, &days(&clock::today())))
        }),
        (w.report_page().csv_answers, "answers.csv", csv::answers),
        (w.report_page().csv_scores, "scores.csv", csv::scores),
        (w.report_page().csv_metrics, "metrics.csv", csv::metrics),
        (w.report_page().badge, "svg", |q, a| badge::svg(q, a)),
    ];
    let print = button("primary", w.report_page().print, |_| page::print());
    let buttons = forms
        .into_iter()
        .enumerate()
        .map(|(at, (label, ending, make))| {
            button("", label, move |_| {
                let (q, choice) = (open.questionnaire(), choice.get_untracked());
                let file = open.with(|a| {
                    let a = choice.contents.of(a);
                    let text = if at == 0 {
                        page_of(q, &a, choice.one_page)
                    } else {
                        make(q, &a)
                    };
                    (download_name(a.team(), ending), text)
                });
                if let Some((name, text)) = file {
                    files::download(&name, &text);
                }
            })
        });
    el("p").class("steps").child(print).each(buttons)
}

fn page_of(q: &'static Questionnaire, a: &Assessment, one_page: bool) -> String {
    let contents = Contents {
        notes: true,
        names: true,
    };
    let report = made(q, a, Choice { one_page, contents });
    let file = encode(a, VERSION, &clock::rfc3339());
    html::encode(&report, &file, words().report_page().footer)
}

fn document(report: &Report, one_page: bool) -> AnyView {
    let title = el("h2")
        .class("title")
        .child(el("bdi").text(report.title.clone()));
    el("article")
        .class(if one_page { "report brief" } else { "report" })
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
