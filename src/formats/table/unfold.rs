//! Columns of JSON within separated values, as columns of their own.

use super::json;
use super::sheet::Sheet;
use crate::events::Table;

/// Puts the fields of the objects in these columns behind the columns that are there. What is no object
/// has empty fields.
pub fn unfold(sheet: &mut Sheet, names: &[String]) {
    for name in names {
        let Some(column) = sheet
            .table
            .headers()
            .iter()
            .position(|header| header == name)
        else {
            continue;
        };
        let Some(fields) = fields(&sheet.table, column) else {
            continue;
        };
        let table = std::mem::take(&mut sheet.table);
        sheet.table = table.beside(fields);
        for unfolded in sheet
            .found
            .json_columns
            .iter_mut()
            .filter(|u| u.name == *name)
        {
            unfolded.is_done = true;
        }
    }
}

/// The objects of a column as a table of as many rows.
fn fields(table: &Table, column: usize) -> Option<Table> {
    let mut text = String::new();
    for cell in table.column(column).cells() {
        let cell = cell.trim();
        let is_object = cell.starts_with('{') && json::is_one(cell);
        text.push_str(if is_object { cell } else { "{}" });
        text.push('\n');
    }
    let prefix = [table.headers()[column].as_str(), "."].concat();
    let fields = json::documents(text, &prefix)?;
    (fields.rows() == table.rows()).then_some(fields)
}
