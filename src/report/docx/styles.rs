//! The styles of a Word document.

use crate::formats::brand::{Accent, Colour};

/// The styles: name on the screen, what they follow, properties of the paragraph and of its text. Headings have
/// the accent.
pub fn styles((head, namespace): (&str, &str), accent: Option<Accent>) -> String {
    let all = [
        (
            "Title",
            "Title",
            "<w:spacing w:after=\"120\"/>",
            "<w:b/><w:bCs/><w:sz w:val=\"44\"/><w:szCs w:val=\"44\"/>",
        ),
        (
            "Heading1",
            "heading 1",
            "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"60\"/><w:outlineLvl w:val=\"0\"/>",
            "<w:b/><w:bCs/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>",
        ),
        (
            "Heading2",
            "heading 2",
            "<w:keepNext/><w:spacing w:before=\"200\" w:after=\"60\"/><w:outlineLvl w:val=\"1\"/>",
            "<w:b/><w:bCs/><w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>",
        ),
        (
            "ListParagraph",
            "List Paragraph",
            "<w:spacing w:after=\"40\"/>",
            "",
        ),
        (
            "Caption",
            "caption",
            "<w:spacing w:after=\"100\"/>",
            "<w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>",
        ),
        (
            "TableTitle",
            "Table Title",
            "<w:keepNext/><w:spacing w:before=\"200\" w:after=\"60\"/>",
            "<w:b/><w:bCs/>",
        ),
        (
            "TableHead",
            "Table Head",
            "<w:spacing w:after=\"20\"/>",
            "<w:b/><w:bCs/><w:sz w:val=\"17\"/><w:szCs w:val=\"17\"/>",
        ),
        (
            "TableText",
            "Table Text",
            "<w:spacing w:after=\"20\"/>",
            "<w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>",
        ),
        (
            "Small",
            "Small",
            "<w:spacing w:before=\"120\"/>",
            "<w:color w:val=\"566072\"/><w:sz w:val=\"17\"/><w:szCs w:val=\"17\"/>",
        ),
    ];
    let colour = accent.map_or_else(String::new, |accent| {
        let Colour(r, g, b) = accent.light.accent;
        format!("<w:color w:val=\"{r:02X}{g:02X}{b:02X}\"/>")
    });
    let all = all.map(|(id, name, paragraph, text)| {
        // In the order that Word wants: before the size.
        let bold = "<w:b/><w:bCs/>";
        let text = match id {
            "Title" | "Heading1" | "Heading2" => text.replace(bold, &format!("{bold}{colour}")),
            _ => text.to_owned(),
        };
        format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{text}</w:rPr></w:style>"
        )
    });
    let line = |side: &str| {
        format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"C9D0DA\"/>")
    };
    format!(
        "{head}<w:styles {namespace}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:cs=\"Arial\"/><w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/><w:lang w:val=\"en-GB\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"80\" w:line=\"252\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>{}<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"Ruled\"><w:name w:val=\"Ruled\"/><w:tblPr><w:tblBorders>{}{}{}</w:tblBorders><w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"115\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style></w:styles>",
        all.concat(),
        line("top"),
        line("bottom"),
        line("insideH")
    )
}
