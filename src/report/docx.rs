//! The report as a Word document: Office Open XML (ECMA-376, transitional), in a stored zip.
//!
//! Headings, lists, captions and tables are Word's own, so that a table of contents, a house style and
//! a screen reader find them.

mod styles;

use super::{Block, Report, Table, caption, html};
use crate::formats::zip::stored;

/// Between the margins of A4, in twentieths of a point and in English metric units.
const WIDTH: usize = 9638;
const WIDE: u64 = 6_120_000;
/// The most that a logo takes, in English metric units.
const LOGO: (u64, u64) = (1_800_000, 540_000);

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006";
const TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// The document, with a line at its end. `pictures` are the report's figures as PNG, in their order,
/// each with its width and height in pixels; without one, its finding stands alone. `logo` is that of
/// the cover, without which there is none.
#[must_use]
pub fn encode(
    report: &Report,
    logo: Option<&Picture>,
    pictures: &[Picture],
    footer: &str,
) -> Vec<u8> {
    let mut made = Made {
        body: logo.map_or_else(String::new, |logo| {
            Drawn::logo(logo, pictures.len() + 1).paragraph()
        }),
        pictures,
        shown: 0,
        lists: 0,
    };
    made.body += &paragraph("Title", "", &report.title);
    for block in &report.blocks {
        made.add(block);
    }
    made.body += &paragraph("Small", "", footer);
    let files = [
        ("[Content_Types].xml", types()),
        ("_rels/.rels", package()),
        ("docProps/core.xml", core(&report.title)),
        ("word/document.xml", document(&made.body)),
        ("word/styles.xml", styles::styles((HEAD, W), report.accent)),
        ("word/numbering.xml", numbering(made.lists)),
        (
            "word/_rels/document.xml.rels",
            relations(logo.is_some(), pictures.len()),
        ),
    ];
    let texts = files.map(|(name, text)| (name.to_owned(), text.into_bytes()));
    let pictures = pictures.iter().enumerate();
    let pictures = pictures.map(|(n, picture)| (media(n), picture.png.clone()));
    let logo = logo.map(|logo| ("word/media/logo.png".to_owned(), logo.png.clone()));
    let files: Vec<_> = texts.into_iter().chain(logo).chain(pictures).collect();
    stored(&files)
}

/// A figure as pixels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// A PNG file.
    pub png: Vec<u8>,
    /// Width and height, in pixels.
    pub size: (u32, u32),
}

struct Made<'a> {
    body: String,
    pictures: &'a [Picture],
    /// How many figures there were so far.
    shown: usize,
    /// How many numbered lists there were so far; each counts from 1.
    lists: usize,
}

impl Made<'_> {
    fn add(&mut self, block: &Block) {
        match block {
            Block::Heading(2, text) => self.body += &paragraph("Heading1", "", text),
            Block::Heading(_, text) => self.body += &paragraph("Heading2", "", text),
            Block::Text(text) => self.body += &paragraph("Normal", "", text),
            Block::List(items) => self.list(items, 1),
            Block::Steps(items) => {
                self.lists += 1;
                self.list(items, self.lists + 1);
            }
            Block::Table(t) => self.body += &table(t),
            Block::Figure(_, finding, key) => self.figure(&caption(finding, key)),
        }
    }

    fn list(&mut self, items: &[String], number: usize) {
        let number =
            format!("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{number}\"/></w:numPr>");
        for item in items {
            self.body += &paragraph("ListParagraph", &number, item);
        }
    }

    fn figure(&mut self, finding: &str) {
        let at = self.shown;
        self.shown += 1;
        if let Some(picture) = self.pictures.get(at) {
            self.body += &Drawn::figure(at, picture, finding).paragraph();
        }
        self.body += &paragraph("Caption", "", finding);
    }
}

/// A paragraph in a style, with more properties of its own.
fn paragraph(style: &str, more: &str, text: &str) -> String {
    let (bidi, rtl) = match is_from_right(text) {
        true => ("<w:bidi/>", "<w:rPr><w:rtl/></w:rPr>"),
        false => ("", ""),
    };
    format!(
        "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{more}{bidi}</w:pPr><w:r>{rtl}{}</w:r></w:p>",
        text_of(text)
    )
}

/// A text as a run holds it: its lines, and nothing that XML does not allow.
fn text_of(text: &str) -> String {
    let lines = text
        .split('\n')
        .map(|line| format!("<w:t xml:space=\"preserve\">{}</w:t>", escaped(line)));
    lines.collect::<Vec<_>>().join("<w:br/>")
}

fn table(table: &Table) -> String {
    let columns = table.head.len().max(1);
    let first = WIDTH * 32 / 100;
    let other = (WIDTH - first) / (columns - 1).max(1);
    let widths = table.widths();
    let width = |column: usize| match (&widths, columns, column) {
        (Some(widths), ..) => WIDTH * widths[column] / 100,
        (None, 1, _) => WIDTH,
        (None, _, 0) => first,
        _ => other,
    };
    let grid: String = (0..columns)
        .map(|column| format!("<w:gridCol w:w=\"{}\"/>", width(column)))
        .collect();
    let cell = |(width, more): (usize, &str), paragraph: String| {
        format!(
            "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{more}</w:tcPr>{paragraph}</w:tc>"
        )
    };
    let row = |cells: &[String], is_head: bool| {
        let style = if is_head { "TableHead" } else { "TableText" };
        let cells = cells.iter().enumerate();
        let cells = cells.map(|(at, text)| cell((width(at), ""), paragraph(style, "", text)));
        // A row is not torn apart, and the head stands on every page.
        let head = if is_head { "<w:tblHeader/>" } else { "" };
        format!(
            "<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{}</w:tr>",
            cells.collect::<String>()
        )
    };
    let span = format!("<w:gridSpan w:val=\"{columns}\"/>");
    let rows = table.rows.iter().map(|cells| match table.group(cells) {
        // It stays with the row below it.
        Some(name) => {
            let name = paragraph("TableHead", "<w:keepNext/>", name);
            let cell = cell((WIDTH, &span), name);
            format!("<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell}</w:tr>")
        }
        None => row(cells, false),
    });
    let rows: String = rows.collect();
    format!(
        "{}<w:tbl><w:tblPr><w:tblStyle w:val=\"Ruled\"/><w:tblW w:w=\"{WIDTH}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0020\" w:firstRow=\"1\"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{}{rows}</w:tbl>",
        paragraph("TableTitle", "", &table.caption),
        row(&table.head, true)
    )
}

/// A picture in the text.
struct Drawn<'a> {
    /// Its number among all pictures.
    number: usize,
    /// Its relationship.
    relation: String,
    /// Its width and height, in English metric units.
    size: (u64, u64),
    /// What it says to who does not see it.
    said: &'a str,
}

impl<'a> Drawn<'a> {
    /// As wide as the text.
    fn figure(at: usize, picture: &Picture, said: &'a str) -> Self {
        let (wide, high) = picture.size;
        Self {
            number: at + 1,
            relation: format!("pic{}", at + 1),
            size: (WIDE, WIDE * u64::from(high) / u64::from(wide.max(1))),
            said,
        }
    }

    /// As large as fits into a corner.
    fn logo(picture: &Picture, number: usize) -> Self {
        let (wide, high) = (u64::from(picture.size.0), u64::from(picture.size.1));
        let size = match LOGO.0 * high <= LOGO.1 * wide {
            true => (LOGO.0, LOGO.0 * high / wide.max(1)),
            false => (LOGO.1 * wide / high.max(1), LOGO.1),
        };
        Self {
            number,
            relation: "logo".to_owned(),
            size,
            said: "",
        }
    }

    fn paragraph(&self) -> String {
        let (n, relation, said) = (self.number, &self.relation, escaped(self.said));
        let size = format!("cx=\"{}\" cy=\"{}\"", self.size.0, self.size.1);
        format!(
            "<w:p><w:pPr><w:keepNext/><w:spacing w:before=\"80\"/></w:pPr><w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\" xmlns:wp=\"{DRAWING}/wordprocessingDrawing\"><wp:extent {size}/><wp:docPr id=\"{n}\" name=\"Figure {n}\" descr=\"{said}\"/><a:graphic xmlns:a=\"{DRAWING}/main\"><a:graphicData uri=\"{DRAWING}/picture\"><pic:pic xmlns:pic=\"{DRAWING}/picture\"><pic:nvPicPr><pic:cNvPr id=\"{n}\" name=\"Figure {n}\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r=\"{R}\" r:embed=\"{relation}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext {size}/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
        )
    }
}

fn media(n: usize) -> String {
    format!("word/media/figure{}.png", n + 1)
}

fn document(body: &str) -> String {
    format!(
        "{HEAD}<w:document {W}><w:body>{body}<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"964\" w:right=\"1134\" w:bottom=\"964\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>"
    )
}

/// Dots, and so many lists that count from 1.
fn numbering(lists: usize) -> String {
    let level = |id: u8, format: &str, text: &str| {
        format!(
            "<w:abstractNum w:abstractNumId=\"{id}\"><w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"397\" w:hanging=\"397\"/></w:pPr></w:lvl></w:abstractNum>"
        )
    };
    let lists = (0..lists).map(|n| {
        format!(
            "<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>",
            n + 2
        )
    });
    format!(
        "{HEAD}<w:numbering {W}>{}{}<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>{}</w:numbering>",
        level(0, "bullet", "•"),
        level(1, "decimal", "%1."),
        lists.collect::<String>()
    )
}

fn types() -> String {
    let parts = [
        ("document", "document.main"),
        ("styles", "styles"),
        ("numbering", "numbering"),
    ];
    let parts = parts.map(|(name, kind)| {
        format!("<Override PartName=\"/word/{name}.xml\" ContentType=\"{TYPE}.{kind}+xml\"/>")
    });
    format!(
        "{HEAD}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/>{}<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>",
        parts.concat()
    )
}

fn package() -> String {
    format!(
        "{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"document\" Type=\"{R}/officeDocument\" Target=\"word/document.xml\"/><Relationship Id=\"core\" Type=\"{PACKAGE}/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>"
    )
}

fn core(title: &str) -> String {
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title></cp:coreProperties>",
        escaped(title)
    )
}

fn relations(has_logo: bool, pictures: usize) -> String {
    let pictures = (1..=pictures).map(|n| (format!("pic{n}"), format!("figure{n}")));
    let logo = has_logo.then(|| ("logo".to_owned(), "logo".to_owned()));
    let pictures = logo.into_iter().chain(pictures).map(|(id, name)| {
        format!("<Relationship Id=\"{id}\" Type=\"{R}/image\" Target=\"media/{name}.png\"/>")
    });
    format!(
        "{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"styles\" Type=\"{R}/styles\" Target=\"styles.xml\"/><Relationship Id=\"numbering\" Type=\"{R}/numbering\" Target=\"numbering.xml\"/>{}</Relationships>",
        pictures.collect::<String>()
    )
}

/// A text in which XML finds nothing of its own, and no character that it does not allow.
fn escaped(text: &str) -> String {
    let allowed = text.chars().filter_map(|c| match c {
        '\t' | '\n' => Some(' '),
        c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => None,
        _ => Some(c),
    });
    html::escaped(&allowed.collect::<String>())
}

/// Whether the first letter of a text belongs to a script that runs from right to left.
fn is_from_right(text: &str) -> bool {
    let first = text.chars().find(|c| c.is_alphabetic());
    first.is_some_and(
        |c| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'),
    )
}
