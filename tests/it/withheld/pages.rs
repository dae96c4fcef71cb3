//! What a reader finds in the texts that leave: tables by their captions, sentences, pictures. Read
//! from the texts themselves, so that nothing is compared with what it was made of.

/// What a sentence is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Heading,
    /// A paragraph, or what stands below a picture.
    Text,
    Item,
    Step,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    pub caption: String,
    pub head: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

#[derive(Debug, Default)]
pub struct Doc {
    pub title: String,
    pub said: Vec<(Kind, String)>,
    pub tables: Vec<Table>,
    /// SVG documents.
    pub pictures: Vec<String>,
}

impl Doc {
    pub fn table(&self, caption: &str) -> Option<&Table> {
        self.tables.iter().find(|t| t.caption == caption)
    }

    pub fn list(&self, kind: Kind) -> impl Iterator<Item = &str> {
        let own = self.said.iter().filter(move |(k, _)| *k == kind);
        own.map(|(_, text)| text.as_str())
    }
}

impl Table {
    /// A column below the head of this name, beside the rows' names.
    pub fn column(&self, head: &str) -> Vec<(&str, &str)> {
        let at = self.head.iter().position(|h| h == head);
        let at = at.unwrap_or_else(|| panic!("no column {head} in {:?}", self.head));
        let cells = self.rows.iter();
        cells.map(|r| (r[0].as_str(), r[at].as_str())).collect()
    }

    pub fn row(&self, name: &str) -> Option<&[String]> {
        let row = self.rows.iter().find(|row| row[0] == name);
        row.map(Vec::as_slice)
    }
}

/// What stands before `end`, and what comes after it.
fn upto<'t>(text: &'t str, end: &str) -> (&'t str, &'t str) {
    text.split_once(end)
        .unwrap_or_else(|| panic!("no {end} in {text}"))
}

/// All that stands between these two, in its order.
fn each<'t>(text: &'t str, begin: &str, end: &str) -> Vec<&'t str> {
    let parts = text.split(begin).skip(1);
    parts.map(|part| upto(part, end).0).collect()
}

fn unescaped(text: &str) -> String {
    let mut out = text.to_owned();
    for (name, c) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&apos;", "'"),
        ("&#39;", "'"),
        ("&#58;", ":"),
        ("&#64;", "@"),
        ("&amp;", "&"),
    ] {
        out = out.replace(name, c);
    }
    out
}

fn html_table(text: &str) -> Table {
    let cells = |row: &str| {
        if let Some((_, group)) = row.split_once("<th scope=\"rowgroup\"") {
            return vec![unescaped(upto(upto(group, ">").1, "</th>").0)];
        }
        let name = each(row, "<th scope=\"row\">", "</th>");
        let cells = name.into_iter().chain(each(row, "<td>", "</td>"));
        cells.map(unescaped).collect()
    };
    let head = each(text, "<th scope=\"col\">", "</th>");
    let rows = each(upto(text, "<tbody>").1, "<tr>", "</tr>");
    Table {
        caption: unescaped(each(text, "<caption>", "</caption>")[0]),
        head: head.into_iter().map(unescaped).collect(),
        rows: rows.into_iter().map(cells).collect(),
    }
}

/// A page as the report makes it.
pub fn html(page: &str) -> Doc {
    let (_, page) = upto(page, "<main>\n<h1>");
    let (title, rest) = upto(page, "</h1>");
    let mut doc = Doc {
        title: unescaped(title),
        ..Doc::default()
    };
    let mut rest = upto(rest, "</main>").0;
    let mut item = Kind::Item;
    while let Some((_, next)) = rest.split_once('<') {
        let name = next.split(['>', ' ']).next().unwrap();
        let (_, inside) = upto(next, ">");
        let kind = match name {
            "h2" | "h3" => Kind::Heading,
            "li" => item,
            _ => Kind::Text,
        };
        rest = match name {
            "h2" | "h3" | "p" | "figcaption" | "li" => {
                let (text, after) = upto(inside, &format!("</{name}>"));
                doc.said.push((kind, unescaped(text)));
                after
            }
            "table" => {
                let (table, after) = upto(inside, "</table>");
                doc.tables.push(html_table(table));
                after
            }
            "svg" => {
                let (picture, after) = upto(inside, "</svg>");
                doc.pictures.push(picture.to_owned());
                after
            }
            "ul" | "ol" => {
                item = if name == "ul" { Kind::Item } else { Kind::Step };
                inside
            }
            "figure" | "/figure" | "/ul" | "/ol" => inside,
            other => panic!("<{other}> is not read"),
        };
    }
    doc
}

/// A text of Markdown as a reader sees it.
fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => out.extend(chars.next()),
            _ => out.push(c),
        }
    }
    unescaped(&out.replace("<br>", "\n"))
}

fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut is_escaped = false;
    for c in line.chars() {
        if c == '|' && !is_escaped {
            cells.push(String::new());
        } else {
            cells.last_mut().unwrap().push(c);
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    let inside = &cells[1..cells.len() - 1];
    let inside = inside.iter().map(|cell| &cell[1..cell.len() - 1]);
    inside.map(plain).collect()
}

/// A report as Markdown. It has no pictures.
pub fn markdown(text: &str) -> Doc {
    let mut doc = Doc::default();
    for line in text.lines().filter(|line| !line.is_empty()) {
        let step = line.split_once(". ");
        let step = step.filter(|(n, _)| n.len() < 3 && n.bytes().all(|b| b.is_ascii_digit()));
        if let Some(title) = line.strip_prefix("# ") {
            doc.title = plain(title);
        } else if line.starts_with('#') {
            doc.said.push((Kind::Heading, plain(upto(line, " ").1)));
        } else if let Some(caption) = line.strip_prefix("**") {
            doc.tables.push(Table {
                caption: plain(caption.strip_suffix("**").unwrap()),
                ..Table::default()
            });
        } else if line.starts_with("| ---") {
        } else if line.starts_with('|') {
            let table = doc.tables.last_mut().unwrap();
            if table.head.is_empty() {
                table.head = cells(line);
            } else {
                let row = cells(line);
                // The name of the rows below it is bold.
                let group = row[0].strip_prefix("**").and_then(|n| n.strip_suffix("**"));
                let group = group.map(|name| vec![name.to_owned()]);
                table.rows.push(group.unwrap_or(row));
            }
        } else if let Some(item) = line.strip_prefix("- ") {
            doc.said.push((Kind::Item, plain(item)));
        } else if let Some((_, step)) = step {
            doc.said.push((Kind::Step, plain(step)));
        } else {
            doc.said.push((Kind::Text, plain(line)));
        }
    }
    doc
}

/// A table for spreadsheets.
pub fn sheet(text: &str) -> Table {
    let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
    let mut reader = ::csv::ReaderBuilder::new().from_reader(text.as_bytes());
    let row = |r: &::csv::StringRecord| r.iter().map(str::to_owned).collect();
    Table {
        caption: String::new(),
        head: row(reader.headers().unwrap()),
        rows: reader.records().map(|r| row(&r.unwrap())).collect(),
    }
}

/// The texts of a picture, in the order of drawing.
pub fn texts(svg: &str) -> Vec<String> {
    let texts = svg.split("<text ").skip(1);
    let inside = texts.map(|text| upto(upto(text, ">\n").1, "\n</text>").0);
    inside.map(unescaped).collect()
}
