//! Rows of a table with thousands of cells, made by the browser itself: each is made once, and from then on
//! only moved.

use super::js;
use super::page::by_id;
use wasm_bindgen::JsCast as _;
use web_sys::{Document, Element};

/// What stands in a cell.
pub struct Cell {
    /// Its shade.
    pub class: &'static str,
    /// What it shows.
    pub text: String,
    /// Where it leads, and what it says to those who hear it.
    pub leads: Option<[String; 2]>,
}

/// A row.
pub struct Row {
    /// Its name.
    pub name: String,
    /// Where its name leads.
    pub leads: Option<String>,
    /// Its cells.
    pub cells: Vec<Cell>,
}

/// Takes all rows out of the table with this id, but for its heads.
pub fn clear(id: &str) {
    let bodies = by_id(id).map(|table| js::get(&table, "tBodies"));
    for body in bodies.iter().flat_map(js::values) {
        drop(js::call(&body, "remove", &[]));
    }
}

/// Takes the links out of the table with this id until it is printed: nobody follows them on paper, and Chromium looks
/// for where each leads among all that the page has, which takes most of a minute for a thousand rows.
pub fn unlink_on_paper(id: &'static str) {
    rename(id, ["href", "data-href"]);
    js::on(&js::window(), "afterprint", move || {
        rename(id, ["data-href", "href"]);
    });
}

/// Gives an attribute of the links in a table another name, but for the link that has the focus.
fn rename(id: &str, [from, to]: [&str; 2]) {
    let links = ["a:not(:focus)".into()];
    let found = by_id(id).map(|table| js::call(&table, "querySelectorAll", &links));
    let links = found.iter().flatten().flat_map(js::values);
    for link in links.filter_map(|link| link.dyn_into::<Element>().ok()) {
        if let Some(leads) = link.get_attribute(from) {
            drop(link.set_attribute(to, &leads));
            drop(link.remove_attribute(from));
        }
    }
}

/// Moves the focus into a row of the table with this id: to where its name leads, or to its name.
pub fn focus(id: &str, at: usize) {
    let name = by_id(id).and_then(|table| {
        let heads = js::find(&table, &["tHead", "rows", "length"]).as_f64()?;
        let at = heads + at as f64;
        let row: Element = js::find(&table, &["rows", &at.to_string()])
            .dyn_into()
            .ok()?;
        row.first_element_child()
    });
    let Some(name) = name else { return };
    let leads = name
        .first_element_child()
        .filter(|it| it.has_attribute("href"));
    if leads.is_none() {
        drop(name.set_attribute("tabindex", "-1"));
    }
    drop(js::call(&leads.unwrap_or(name), "focus", &[]));
}

/// All that were made so far, by their numbers.
pub struct Made(Vec<Option<Element>>);

impl Made {
    /// None yet, of so many.
    pub fn none_of(count: usize) -> Self {
        Self(vec![None; count])
    }

    /// Puts the rows with these numbers at the end of the table with this id, and makes those that are not there
    /// yet. Whether the table is there.
    ///
    /// They have a part of the table of their own: what the browser has laid out and painted stays as it is.
    pub fn append(
        &mut self,
        id: &str,
        numbers: &[usize],
        make: impl Fn(usize) -> Option<Row>,
    ) -> bool {
        let Some((table, maker)) = by_id(id).and_then(|table| {
            let maker = Maker::new(table.owner_document()?)?;
            Some((table, maker))
        }) else {
            return false;
        };
        let Some(body) = maker.body() else {
            return false;
        };
        for &at in numbers {
            let Some(made) = self.0.get_mut(at) else {
                continue;
            };
            if made.is_none() {
                *made = make(at).and_then(|row| maker.row(row));
            }
            if let Some(row) = made {
                drop(body.append_child(row));
            }
        }
        table.append_child(&body).is_ok()
    }
}

/// Cells to copy, which is quicker than to make each anew.
struct Maker {
    document: Document,
    plain: Element,
    linked: Element,
}

impl Maker {
    fn new(document: Document) -> Option<Self> {
        let plain = document.create_element("td").ok()?;
        let linked = document.create_element("td").ok()?;
        let anchor = document.create_element("a").ok()?;
        linked.append_child(&anchor).ok()?;
        Some(Self {
            document,
            plain,
            linked,
        })
    }

    fn body(&self) -> Option<Element> {
        self.document.create_element("tbody").ok()
    }

    fn row(&self, row: Row) -> Option<Element> {
        let line = self.document.create_element("tr").ok()?;
        let name = self.name(row.name, row.leads)?;
        line.append_child(&name).ok()?;
        for cell in row.cells {
            let cell = self.cell(&cell)?;
            line.append_child(&cell).ok()?;
        }
        Some(line)
    }

    fn name(&self, name: String, leads: Option<String>) -> Option<Element> {
        let head = self.document.create_element("th").ok()?;
        head.set_attribute("scope", "row").ok()?;
        let text = self.document.create_element("bdi").ok()?;
        text.set_text_content(Some(&name));
        match leads {
            Some(leads) => {
                let anchor = self.document.create_element("a").ok()?;
                anchor.set_attribute("href", &leads).ok()?;
                anchor.append_child(&text).ok()?;
                head.append_child(&anchor).ok()?;
            }
            None => {
                head.append_child(&text).ok()?;
            }
        }
        Some(head)
    }

    fn cell(&self, cell: &Cell) -> Option<Element> {
        let like = match cell.leads {
            Some(_) => &self.linked,
            None => &self.plain,
        };
        let made: Element = like.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
        made.set_attribute("class", cell.class).ok()?;
        let Some([leads, says]) = &cell.leads else {
            made.set_text_content(Some(&cell.text));
            return Some(made);
        };
        let anchor = made.first_element_child()?;
        anchor.set_attribute("href", leads).ok()?;
        anchor.set_attribute("aria-label", says).ok()?;
        anchor.set_text_content(Some(&cell.text));
        Some(made)
    }
}
