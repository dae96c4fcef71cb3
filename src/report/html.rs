//! The report as one page that needs nothing else: its style, its charts and the assessment itself
//! are inside, so that any browser shows it in five years and Plumbline opens it again.

use super::{Block, Report, Table, caption};
use crate::figure::Ink;
use crate::figure::sheet::Colour;
use crate::formats::brand::{Accent, Shade};
use crate::formats::embedded;
use crate::formats::logo::Logo;
pub(super) use crate::formats::xml::escaped;

/// No script runs and nothing is fetched, whatever a text in the page holds.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

const STYLE: &str = "\
:root{color-scheme:light;--ink:#1c2430;--paper:#fff;--muted:#566072;--line:#c9d0da;--edge:#6b7586;font:15px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper)}\
body{max-width:60rem;margin:0 auto;padding:1.5rem}\
h1{font-size:1.9rem;margin:0}h2{margin:2rem 0 .5rem;break-after:avoid}h3{margin:1.25rem 0 .25rem;break-after:avoid}\
table{border-collapse:collapse;table-layout:fixed;width:100%;margin:1rem 0;font-variant-numeric:tabular-nums}\
caption{text-align:left;font-weight:700;padding:.4rem 0;break-after:avoid}\
h1,td,th,li,p{overflow-wrap:anywhere}h1,td,th{unicode-bidi:plaintext}\
th,td{text-align:start;vertical-align:top;padding:.3rem .8rem .3rem 0;border-bottom:1px solid var(--line)}\
thead{display:table-header-group}thead th{border-bottom:2px solid var(--edge);color:var(--muted);font-size:.9rem}\
table:has(th:nth-child(11)) td{padding:.3rem .1rem;text-align:center;overflow-wrap:normal}\
thead:has(th:nth-child(11)) th+th{writing-mode:vertical-rl;transform:rotate(180deg);text-align:left;padding:.4rem 0}\
thead th:first-child{width:32%}thead:has(th:nth-child(11)) th:first-child{width:22%}tbody th{font-weight:500}[colspan]{font-weight:700;padding-top:.8rem}tr{break-inside:avoid}tr:has([colspan]){break-after:avoid}tbody:first-of-type tr:first-child{break-before:avoid}td{white-space:pre-line}\
figure{margin:1rem 0;break-inside:avoid}figure svg{max-width:100%;height:auto}li{margin:.4rem 0;break-inside:avoid}\
footer{margin-top:2rem;color:var(--muted);font-size:.9rem}\
.logo{float:right;width:auto;height:auto;max-width:min(14rem,40%);max-height:4rem;margin:0 0 .5rem 1.5rem}\
@page{margin:14mm}@media print{body{padding:0;max-width:none}}";

/// In the dark, for the screen alone: paper is light whatever the screen is.
const DARK: &str = "\
:root{color-scheme:dark;--ink:#e6ebf2;--paper:#10161c;--muted:#a9b3c2;--line:#303b47;--edge:#96a1b2}\
.logo{background:#fff;padding:.4rem;border-radius:4px}";

/// The style, in which what charts are drawn with has a colour for the dark, too. An accent is that of the
/// headings: it can be read on both grounds.
fn style(accent: Option<Accent>) -> String {
    let colours = |ink: Ink| [&[ink.text, ink.grid, ink.value], ink.hues.as_slice()].concat();
    let pairs = colours(Ink::LIGHT).into_iter().zip(colours(Ink::DARK));
    let name = |(r, g, b): Colour| format!("#{r:02X}{g:02X}{b:02X}");
    let pairs = pairs.map(|(light, dark)| {
        let (light, dark) = (name(light), name(dark));
        format!("svg [fill=\"{light}\"]{{fill:{dark}}}svg [stroke=\"{light}\"]{{stroke:{dark}}}")
    });
    let pairs: String = pairs.collect();
    let [light, dark] = accent.map_or_else(Default::default, |Accent { light, dark }| {
        [light, dark].map(|Shade { accent, .. }| format!("h1,h2,h3{{color:{accent}}}"))
    });
    format!("{STYLE}{light}@media screen and (prefers-color-scheme:dark){{{DARK}{pairs}{dark}}}")
}

/// The page. `file` is the assessment as a file, for Plumbline to open again; may be empty.
#[must_use]
pub fn encode(report: &Report, file: &str, footer: &str) -> String {
    let title = escaped(&report.title);
    let logo: String = report.logo.as_ref().map(picture).unwrap_or_default();
    let body: String = report.blocks.iter().map(block).collect();
    let file = if file.is_empty() {
        String::new()
    } else {
        embedded::encode(file)
    };
    let (footer, style) = (escaped(footer), style(report.accent));
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n{logo}<h1>{title}</h1>\n{body}</main>\n<footer>{footer}</footer>\n{file}\n</body>\n</html>\n"
    )
}

fn picture(logo: &Logo) -> String {
    format!(
        "<img class=\"logo\" alt=\"\" width=\"{}\" height=\"{}\" src=\"{}\">\n",
        logo.size.0,
        logo.size.1,
        escaped(&logo.address())
    )
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading(level, text) => format!("<h{level}>{}</h{level}>\n", escaped(text)),
        Block::Text(text) => format!("<p>{}</p>\n", escaped(text)),
        Block::List(items) => list("ul", items),
        Block::Steps(items) => list("ol", items),
        Block::Table(t) => table(t),
        // The chart is drawn by us from names of the questionnaire, and escaped by the library.
        Block::Figure(marks, finding, key) => format!(
            "<figure role=\"group\">{}<figcaption>{}</figcaption></figure>\n",
            marks
                .svg()
                .replacen("<svg ", "<svg role=\"img\" aria-hidden=\"true\" ", 1),
            escaped(&caption(finding, key))
        ),
    }
}

fn list(tag: &str, items: &[String]) -> String {
    let items = items
        .iter()
        .map(|item| format!("<li>{}</li>\n", escaped(item)));
    format!("<{tag}>\n{}</{tag}>\n", items.collect::<String>())
}

fn table(table: &Table) -> String {
    let head = table.head.iter();
    let head: String = head
        .map(|h| format!("<th scope=\"col\">{}</th>", escaped(h)))
        .collect();
    let columns = table.head.len();
    let rows = table.rows.iter().map(|row| {
        if let Some(group) = table.group(row) {
            let group = escaped(group);
            return format!(
                "</tbody><tbody>\n<tr><th scope=\"rowgroup\" colspan=\"{columns}\">{group}</th></tr>\n"
            );
        }
        let mut cells = row.iter().map(|cell| escaped(cell));
        let name = cells.next().unwrap_or_default();
        let cells: String = cells.map(|cell| format!("<td>{cell}</td>")).collect();
        format!("<tr><th scope=\"row\">{name}</th>{cells}</tr>\n")
    });
    let body = format!("<tbody>\n{}</tbody>", rows.collect::<String>());
    // Where the first row begins a group.
    let body = body.replacen("<tbody>\n</tbody>", "", 1);
    let widths = table.widths().unwrap_or_default().into_iter();
    let widths: String = widths
        .map(|width| format!("<col width=\"{width}%\">"))
        .collect();
    format!(
        "<table>\n<caption>{}</caption>\n{widths}<thead><tr>{head}</tr></thead>\n{body}\n</table>\n",
        escaped(&table.caption)
    )
}
