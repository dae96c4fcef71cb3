//! Word documents by the rules of ECMA-376 that Word itself insists on and that no reader of XML knows:
//! elements in the order of their schema, names that are there, tables that add up. Word calls a file
//! that breaks one of them corrupt.

use crate::docx::unzip;
use crate::random::{Dice, cases};
use crate::withheld::case::Maker;
use crate::world::{DAYS, built_in_sample};
use plumbline::formats::brand::{Accent, Colour, Shade};
use plumbline::report::docx::{Picture, encode};
use plumbline::report::{Block, Report};
use roxmltree::{Document, Node};
use std::collections::{BTreeMap, BTreeSet};

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// What may stand in an element of this name, in this order (17.3 to 17.9 and 20.4 of part 1).
const ORDER: [(&str, &str); 24] = [
    ("document", "background body"),
    ("p", "pPr r"),
    (
        "pPr",
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr \
         shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN \
         bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc \
         textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    ),
    (
        "rPr",
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof \
         snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd \
         fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
    ),
    ("numPr", "ilvl numId"),
    ("tbl", "tblPr tblGrid tr"),
    (
        "tblPr",
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc \
         tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    ),
    (
        "tblBorders",
        "top left start bottom right end insideH insideV",
    ),
    ("tblCellMar", "top left start bottom right end"),
    ("tblGrid", "gridCol"),
    ("tr", "tblPrEx trPr tc"),
    ("tc", "tcPr p"),
    (
        "tcPr",
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign",
    ),
    (
        "sectPr",
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders \
         lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
    ),
    ("styles", "docDefaults latentStyles style"),
    ("docDefaults", "rPrDefault pPrDefault"),
    (
        "style",
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat \
         locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    ),
    (
        "numbering",
        "numPicBullet abstractNum num numIdMacAtCleanup",
    ),
    (
        "abstractNum",
        "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    ),
    (
        "lvl",
        "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    ),
    ("num", "abstractNumId lvlOverride"),
    ("lvlOverride", "startOverride lvl"),
    ("r", "rPr t br drawing"),
    ("drawing", "inline"),
];
/// In DrawingML.
const DRAWN: [(&str, &str); 7] = [
    (
        "inline",
        "extent effectExtent docPr cNvGraphicFramePr graphic",
    ),
    ("pic", "nvPicPr blipFill spPr"),
    ("nvPicPr", "cNvPr cNvPicPr"),
    ("blipFill", "blip srcRect tile stretch"),
    ("spPr", "xfrm custGeom prstGeom"),
    ("xfrm", "off ext"),
    ("graphic", "graphicData"),
];

struct Parts(BTreeMap<String, Vec<u8>>);

impl Parts {
    fn text(&self, name: &str) -> &str {
        let part = self.0.get(name).unwrap_or_else(|| panic!("no {name}"));
        std::str::from_utf8(part).unwrap()
    }
}

fn attr<'a>(node: Node<'a, '_>, name: &str) -> &'a str {
    let found = node.attribute((W, name)).or_else(|| node.attribute(name));
    found.unwrap_or_else(|| panic!("{:?} has no {name}", node.tag_name()))
}

fn below<'a, 'd>(node: Node<'a, 'd>, name: &'static str) -> impl Iterator<Item = Node<'a, 'd>> {
    node.descendants()
        .filter(move |n| n.tag_name().name() == name)
}

fn children<'a, 'd>(node: Node<'a, 'd>) -> impl Iterator<Item = Node<'a, 'd>> {
    node.children().filter(Node::is_element)
}

/// That children come in their order; runs and breaks of one kind may take turns.
fn ordered(root: Node) {
    for node in root.descendants().filter(Node::is_element) {
        let name = node.tag_name().name();
        let all = ORDER.iter().chain(&DRAWN);
        let Some((_, order)) = all.clone().find(|(of, _)| *of == name) else {
            continue;
        };
        let order: Vec<_> = order.split_whitespace().collect();
        let mut last = 0;
        for child in children(node) {
            let child = child.tag_name().name();
            let at = order.iter().position(|known| *known == child);
            let at = at.unwrap_or_else(|| panic!("{child} within {name}"));
            // Text and line breaks follow one another within a run.
            let is_free = name == "r" && at > 0;
            assert!(at >= last || is_free, "{child} too late within {name}");
            last = if is_free { 1 } else { at };
        }
    }
}

fn unique<'a>(all: impl Iterator<Item = &'a str>, what: &str) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    for one in all {
        assert!(seen.insert(one.to_owned()), "{what} {one} is there twice");
    }
    seen
}

/// Everything that a document refers to is there, once.
fn related(parts: &Parts, document: Node) {
    let relations = Document::parse(parts.text("word/_rels/document.xml.rels")).unwrap();
    let relations: Vec<_> = below(relations.root(), "Relationship").collect();
    let ids = unique(relations.iter().map(|n| attr(*n, "Id")), "relationship");
    for relation in &relations {
        let target = format!("word/{}", attr(*relation, "Target"));
        assert!(parts.0.contains_key(&target), "{target}");
    }
    for blip in below(document, "blip") {
        let id = blip.attribute((R, "embed")).unwrap();
        assert!(ids.contains(id), "{id}");
    }
    unique(below(document, "docPr").map(|n| attr(n, "id")), "drawing");
    for extent in below(document, "extent") {
        for side in ["cx", "cy"] {
            let size: u64 = attr(extent, side).parse().unwrap();
            assert!(size > 0 && size < 10_000_000, "{size}");
        }
    }
    let styles = Document::parse(parts.text("word/styles.xml")).unwrap();
    ordered(styles.root());
    let styles: Vec<_> = below(styles.root(), "style").collect();
    let names = unique(styles.iter().map(|n| attr(*n, "styleId")), "style");
    let used = ["pStyle", "tblStyle", "rStyle"];
    for style in used.into_iter().flat_map(|name| below(document, name)) {
        assert!(names.contains(attr(style, "val")), "{}", attr(style, "val"));
    }
    for based in styles.iter().flat_map(|style| below(*style, "basedOn")) {
        assert!(names.contains(attr(based, "val")));
    }
    let lists = Document::parse(parts.text("word/numbering.xml")).unwrap();
    ordered(lists.root());
    let own = |name, id| unique(below(lists.root(), name).map(|n| attr(n, id)), name);
    let (kinds, numbers) = (own("abstractNum", "abstractNumId"), own("num", "numId"));
    for num in below(lists.root(), "num").flat_map(|num| below(num, "abstractNumId")) {
        assert!(kinds.contains(attr(num, "val")));
    }
    for number in below(document, "numId") {
        assert!(numbers.contains(attr(number, "val")));
    }
}

/// Each row has as many cells as the grid has columns, each of its column's width, and each cell ends
/// with a paragraph. No table touches another, or Word makes one of both.
fn tables(body: Node) {
    for table in below(body, "tbl") {
        let widths: Vec<_> = below(table, "gridCol").map(|n| attr(n, "w")).collect();
        assert!(!widths.is_empty());
        let total: usize = widths.iter().map(|w| w.parse::<usize>().unwrap()).sum();
        assert!(total <= 9_638, "a table is {total} wide");
        let rows: Vec<_> = below(table, "tr").collect();
        assert!(!rows.is_empty());
        for row in rows {
            let cells: Vec<_> = children(row)
                .filter(|n| n.tag_name().name() == "tc")
                .collect();
            let own: Vec<_> = cells
                .iter()
                .flat_map(|cell| below(*cell, "tcW"))
                .map(|n| attr(n, "w"))
                .collect();
            match below(row, "gridSpan").next() {
                // The name of the rows below it, over all columns.
                Some(span) => {
                    assert_eq!(attr(span, "val"), widths.len().to_string());
                    assert_eq!(own, ["9638"]);
                }
                None => assert_eq!(own, widths),
            }
            for cell in cells {
                let last = children(cell).last().unwrap();
                assert_eq!(last.tag_name().name(), "p", "a cell ends with a paragraph");
            }
        }
        let next = table.next_sibling_element().unwrap();
        assert_eq!(next.tag_name().name(), "p", "behind a table");
    }
    let last = children(body).last().unwrap();
    assert_eq!(last.tag_name().name(), "sectPr");
}

/// Every part has a type and is related to; every part that the package needs is there.
fn packed(parts: &Parts) {
    let types = Document::parse(parts.text("[Content_Types].xml")).unwrap();
    let defaults = unique(
        below(types.root(), "Default").map(|n| attr(n, "Extension")),
        "type",
    );
    let own = unique(
        below(types.root(), "Override").map(|n| attr(n, "PartName")),
        "type",
    );
    for name in parts.0.keys().filter(|name| *name != "[Content_Types].xml") {
        let ending = name.rsplit('.').next().unwrap();
        assert!(
            own.contains(&format!("/{name}")) || defaults.contains(ending),
            "{name}"
        );
    }
    for name in &own {
        assert!(parts.0.contains_key(&name[1..]), "{name}");
    }
    let package = Document::parse(parts.text("_rels/.rels")).unwrap();
    unique(
        below(package.root(), "Relationship").map(|n| attr(n, "Id")),
        "relationship",
    );
    for part in below(package.root(), "Relationship") {
        assert!(parts.0.contains_key(attr(part, "Target")));
    }
}

#[track_caller]
fn is_sound(report: &Report, has_logo: bool) {
    let figures = report
        .blocks
        .iter()
        .filter(|block| matches!(block, Block::Figure(..)));
    let picture = || Picture {
        png: b"\x89PNG".to_vec(),
        size: (2_208, 900),
    };
    let pictures: Vec<_> = figures.map(|_| picture()).collect();
    let logo = has_logo.then(picture);
    let file = encode(report, logo.as_ref(), &pictures, "The end");
    let files = unzip(&file);
    let names = files.iter().map(|(name, ..)| name.as_str());
    unique(names, "part");
    // What says the types comes first.
    assert_eq!(files[0].0, "[Content_Types].xml");
    let parts = files.into_iter().map(|(name, _, content)| (name, content));
    let parts = Parts(parts.collect());
    packed(&parts);
    let document = Document::parse(parts.text("word/document.xml")).unwrap();
    ordered(document.root());
    for part in ["word/styles.xml", "word/numbering.xml"] {
        ordered(Document::parse(parts.text(part)).unwrap().root());
    }
    related(&parts, document.root());
    tables(below(document.root(), "body").next().unwrap());
}

#[test]
fn whatever_is_in_a_report_word_opens_it() {
    let q = crate::report::questionnaire();
    for at_length in [true, false] {
        for has_logo in [true, false] {
            let a = built_in_sample(q);
            is_sound(&made(q, &a, at_length), has_logo);
        }
    }
    for seed in 0..cases(60) {
        let dice = &mut Dice(seed);
        let a = Maker::new(q, dice).assessment();
        is_sound(&made(q, &a, seed % 3 > 0), seed % 2 > 0);
    }
}

fn made(
    q: &'static plumbline::model::Questionnaire,
    a: &plumbline::model::Assessment,
    at_length: bool,
) -> Report {
    let mut report = if at_length {
        Report::of(q, a, &DAYS)
    } else {
        Report::one_page(q, a, DAYS.today)
    };
    let shade = Shade {
        accent: Colour(0x8a, 0x15, 0x38),
        tint: Colour(0xf0, 0xe0, 0xe4),
    };
    let (light, dark) = (shade, shade);
    report.accent = at_length.then_some(Accent { light, dark });
    report
}

/// The rules are rules: what breaks one is found.
#[test]
fn a_document_that_breaks_a_rule_is_found() {
    let breaks = |xml: &str| {
        let xml = format!("<w:body xmlns:w=\"{W}\">{xml}<w:sectPr/></w:body>");
        std::panic::catch_unwind(|| {
            let document = Document::parse(&xml).unwrap();
            ordered(document.root());
            tables(document.root_element());
        })
        .is_err()
    };
    let cell = |paragraph: &str| {
        format!(
            "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"9\"/></w:tblGrid><w:tr><w:tc><w:tcPr>\
             <w:tcW w:w=\"9\"/></w:tcPr>{paragraph}</w:tc></w:tr></w:tbl>"
        )
    };
    let fine = cell("<w:p/>");
    assert!(!breaks(&format!("{fine}<w:p/>")));
    assert!(breaks(&fine));
    assert!(breaks(&format!("{fine}{fine}<w:p/>")));
    assert!(breaks(&format!("{}<w:p/>", cell(""))));
    assert!(breaks(&format!(
        "{}<w:p/>",
        fine.replacen("w:w=\"9\"", "w:w=\"8\"", 1)
    )));
    assert!(breaks(
        "<w:p><w:pPr><w:bidi/><w:pStyle w:val=\"a\"/></w:pPr></w:p>"
    ));
    assert!(breaks("<w:p><w:r><w:t/><w:rPr/></w:r></w:p>"));
    assert!(breaks(
        "<w:p><w:r><w:rPr><w:rtl/><w:b/></w:rPr></w:r></w:p>"
    ));
}
