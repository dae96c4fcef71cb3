//! Tables, entries and lists of a document, found and changed where they stand.

use super::part::Refusal;
use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, RawString, Table, Value};

/// Which entries of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stand {
    /// Those that change what is extended.
    Change,
    /// Those beside what is extended.
    Add,
    /// Those of a whole questionnaire.
    Whole,
}

/// Reads a document. Lines end as on this side of the world: toml_edit writes no others.
pub(super) fn read(text: &str) -> Result<DocumentMut, Refusal> {
    let text = text.replace("\r\n", "\n");
    text.parse().map_err(|_| Refusal::Unreadable)
}

fn as_table(item: &mut Item) -> Option<&mut Table> {
    if item.is_inline_table() {
        let table = std::mem::take(item).into_table().ok()?;
        *item = Item::Table(table);
    }
    item.as_table_mut()
}

/// The entries of a table. Those in braces become entries of their own, and keep the comments around them.
fn tables_of<'t>(holder: &'t mut Table, name: &str) -> Option<&'t mut ArrayOfTables> {
    if let Some(list) = holder.get(name)?.as_array() {
        // What stands above the list would stand above each entry.
        let above = holder.key(name).and_then(|key| key.leaf_decor().prefix());
        let said = comments_of(above).chain(comments(list));
        let said: String = said.flat_map(|line| [line, "\n"]).collect();
        if let Some(mut key) = holder.key_mut(name) {
            key.leaf_decor_mut().clear();
        }
        let item = holder.get_mut(name)?;
        let tables = std::mem::take(item).into_array_of_tables();
        // An empty list has no form of its own.
        let mut tables = tables.unwrap_or_default();
        if let Some(first) = tables.get_mut(0).filter(|_| !said.is_empty()) {
            first.decor_mut().set_prefix(["\n", &said].concat());
        }
        *item = Item::ArrayOfTables(tables);
    }
    holder.get_mut(name)?.as_array_of_tables_mut()
}

/// The comments within a list and behind it, a line each.
fn comments(list: &Array) -> impl Iterator<Item = &str> {
    let within = list.iter().flat_map(|value| {
        let decor = value.decor();
        [decor.prefix(), decor.suffix()]
    });
    let around = [Some(list.trailing()), list.decor().suffix()];
    within.chain(around).flat_map(comments_of)
}

fn comments_of(raw: Option<&RawString>) -> impl Iterator<Item = &str> {
    let lines = raw.and_then(RawString::as_str).unwrap_or_default().lines();
    lines.map(str::trim).filter(|line| line.starts_with('#'))
}

/// What the document says of itself.
pub(super) fn head(doc: &mut DocumentMut) -> Result<&mut Table, Refusal> {
    let head = doc.get_mut("questionnaire").and_then(as_table);
    head.ok_or(Refusal::Unknown)
}

pub(super) fn set_head(doc: &mut DocumentMut, key: &str, text: &str) -> Result<(), Refusal> {
    put(head(doc)?, key, text.into());
    Ok(())
}

/// A table of lists, such as `[drop]`, where there is one.
pub(super) fn table<'d>(doc: &'d mut DocumentMut, name: &str) -> Option<&'d mut Table> {
    as_table(doc.get_mut(name)?)
}

/// The same; a new one stands right below what the document says of itself.
pub(super) fn table_or_new<'d>(doc: &'d mut DocumentMut, name: &str) -> Option<&'d mut Table> {
    if doc.get(name).is_none() {
        let mut new = Table::new();
        let at = head(doc).ok().and_then(|head| head.position());
        new.set_position(at);
        doc.insert(name, Item::Table(new));
    }
    table(doc, name)
}

fn holder(doc: &mut DocumentMut, stand: Stand) -> Option<&mut Table> {
    match stand {
        Stand::Change => table(doc, "change"),
        Stand::Add => table(doc, "add"),
        Stand::Whole => Some(doc.as_table_mut()),
    }
}

/// The entries of a table, where there are some.
pub(super) fn entries<'d>(
    doc: &'d mut DocumentMut,
    stand: Stand,
    table: &str,
) -> Option<&'d mut ArrayOfTables> {
    tables_of(holder(doc, stand)?, table)
}

pub(super) fn is_of(entry: &Table, id: &str) -> bool {
    entry.get("id").and_then(Item::as_str) == Some(id)
}

/// Adds an entry below the last one of its table.
pub(super) fn push(doc: &mut DocumentMut, stand: Stand, table: &str, entry: Table) {
    let name = match stand {
        Stand::Change => Some("change"),
        Stand::Add => Some("add"),
        Stand::Whole => None,
    };
    if let Some(name) = name.filter(|name| doc.get(name).is_none()) {
        let mut new = Table::new();
        new.set_implicit(true);
        doc.insert(name, Item::Table(new));
    }
    let Some(holder) = holder(doc, stand) else {
        return;
    };
    holder
        .entry(table)
        .or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    if let Some(list) = tables_of(holder, table) {
        list.push(entry);
    }
}

/// The entry that changes something, made where there is none. Of several, the last one counts, and of
/// those that name a field, the last of these.
pub(super) fn changing<'d>(
    doc: &'d mut DocumentMut,
    table: &str,
    id: &str,
    key: &str,
) -> Option<&'d mut Table> {
    let is_there = entries(doc, Stand::Change, table)
        .is_some_and(|all| all.iter().any(|entry| is_of(entry, id)));
    if !is_there {
        let mut new = Table::new();
        new.insert("id", Item::Value(id.into()));
        push(doc, Stand::Change, table, new);
    }
    let all = entries(doc, Stand::Change, table)?;
    let own = |entry: &&mut Table| is_of(entry, id);
    let named = (0..all.len()).rev().find(|at| {
        let entry = all.get(*at);
        entry.is_some_and(|entry| is_of(entry, id) && entry.contains_key(key))
    });
    match named {
        Some(at) => all.get_mut(at),
        None => all.iter_mut().filter(own).last(),
    }
}

/// The entry of something that the document itself brings.
pub(super) fn bringing<'d>(
    doc: &'d mut DocumentMut,
    table: &str,
    id: &str,
) -> Option<&'d mut Table> {
    let has = |doc: &mut DocumentMut, stand| {
        entries(doc, stand, table).is_some_and(|all| all.iter().any(|entry| is_of(entry, id)))
    };
    let stand = [Stand::Add, Stand::Whole]
        .into_iter()
        .find(|stand| has(doc, *stand))?;
    entries(doc, stand, table)?
        .iter_mut()
        .find(|entry| is_of(entry, id))
}

/// Takes a field out of what changes something, and what then changes nothing.
pub(super) fn take_out(doc: &mut DocumentMut, table: &str, id: &str, key: &str) {
    let Some(all) = entries(doc, Stand::Change, table) else {
        return;
    };
    for entry in all.iter_mut().filter(|entry| is_of(entry, id)) {
        entry.remove(key);
    }
    all.retain(|entry| !is_of(entry, id) || entry.len() > 1);
    tidy(doc, Stand::Change, table);
}

/// Takes out the entries of an id.
pub(super) fn take_all(doc: &mut DocumentMut, stand: Stand, table: &str, id: &str) {
    if let Some(all) = entries(doc, stand, table) {
        all.retain(|entry| !is_of(entry, id));
        tidy(doc, stand, table);
    }
}

/// Takes out a table without entries.
fn tidy(doc: &mut DocumentMut, stand: Stand, table: &str) {
    let Some(holder) = holder(doc, stand) else {
        return;
    };
    if holder
        .get(table)
        .and_then(Item::as_array_of_tables)
        .is_some_and(ArrayOfTables::is_empty)
    {
        holder.remove(table);
    }
    let name = match stand {
        Stand::Change => "change",
        Stand::Add => "add",
        Stand::Whole => return,
    };
    if holder.is_empty() {
        doc.remove(name);
    }
}

/// Gives a field a value. What is written around the old one stays.
pub(super) fn put(entry: &mut Table, key: &str, new: Value) {
    match entry.get_mut(key) {
        Some(Item::Value(old)) => replace(old, new),
        _ => drop(entry.insert(key, Item::Value(new))),
    }
}

/// Of a list of the same length, only what differs is written anew.
fn replace(old: &mut Value, mut new: Value) {
    if is_same(old, &new) {
        return;
    }
    match (&mut *old, &new) {
        (Value::Array(old), Value::Array(new)) if old.len() == new.len() => {
            for (old, new) in old.iter_mut().zip(new.iter()) {
                replace(old, new.clone());
            }
        }
        _ => {
            *new.decor_mut() = old.decor().clone();
            *old = new;
        }
    }
}

/// Whether two values say the same, however they are written.
pub(super) fn is_same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b.iter()).all(|(a, b)| is_same(a, b))
        }
        (Value::InlineTable(a), Value::InlineTable(b)) => {
            let same = |(key, a): (&str, &Value)| b.get(key).is_some_and(|b| is_same(a, b));
            a.len() == b.len() && a.iter().all(same)
        }
        (Value::String(a), Value::String(b)) => a.value() == b.value(),
        (Value::Boolean(a), Value::Boolean(b)) => a.value() == b.value(),
        _ => {
            #[expect(clippy::cast_precision_loss, reason = "weights are small")]
            let number = |v: &Value| v.as_float().or_else(|| v.as_integer().map(|n| n as f64));
            number(a).is_some() && number(a) == number(b)
        }
    }
}

/// The texts of a list.
pub(super) fn texts(table: &Table, key: &str) -> Vec<String> {
    let list = table.get(key).and_then(Item::as_array);
    let texts = list.into_iter().flatten().filter_map(Value::as_str);
    texts.map(str::to_owned).collect()
}

/// Adds a text to a list, in the way its others are written.
pub(super) fn add_text(table: &mut Table, key: &str, text: &str) {
    let item = table
        .entry(key)
        .or_insert_with(|| Item::Value(Array::new().into()));
    let Some(list) = item.as_array_mut() else {
        return;
    };
    let last = list
        .iter()
        .last()
        .map(|value| value.decor().prefix().and_then(|p| p.as_str()));
    let Some(prefix) = last.flatten().map(str::to_owned) else {
        list.push(text);
        return;
    };
    // A comment of the last one is its own; behind it a line must begin.
    let space = match prefix.rsplit_once('\n') {
        Some((_, space)) => ["\n", space].concat(),
        None => " ".to_owned(),
    };
    let mut value = Value::from(text);
    value.decor_mut().set_prefix(space);
    list.push_formatted(value);
}

/// Takes a text out of a list, and leaves the comments before it.
pub(super) fn take_text(table: &mut Table, key: &str, text: &str) {
    let Some(list) = table.get_mut(key).and_then(Item::as_array_mut) else {
        return;
    };
    let place = |list: &Array| list.iter().position(|value| value.as_str() == Some(text));
    while let Some(at) = place(list) {
        let gone = list.remove(at);
        let said = |raw: Option<&RawString>| {
            raw.and_then(RawString::as_str)
                .unwrap_or_default()
                .to_owned()
        };
        let before = [said(gone.decor().prefix()), said(gone.decor().suffix())].concat();
        match list.get_mut(at) {
            Some(next) => {
                let own = said(next.decor().prefix());
                let all = if before.contains('#') {
                    [before.as_str(), &own].concat()
                } else if at == 0 {
                    before
                } else {
                    own
                };
                next.decor_mut().set_prefix(all);
            }
            None if before.contains('#') => {
                let own = said(Some(list.trailing()));
                list.set_trailing([before, own].concat());
            }
            None => {}
        }
    }
}
