//! A grid of cells, each with a text and a shade: what every heatmap is drawn as.

use super::fit::{fit, room};
use super::sheet::Sheet;
use super::{Ink, Marks};
use plotters::style::text_anchor::HPos;

/// One row.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its name.
    pub label: String,
    /// Its name where there is little room.
    pub short: String,
    /// The text and the shade, 0 to 1, of each cell.
    pub cells: Vec<(String, f64)>,
}

/// The grid, as data.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    /// One a column.
    pub heads: Vec<String>,
    /// The rows, from the top.
    pub rows: Vec<Row>,
}

/// The height of one row, and room for the columns' names, in CSS pixels.
const ROW: f64 = 24.0;
const TOP: f64 = 20.0;
/// From this width on, in CSS pixels, names stand beside the cells; below it, short ones.
const WIDE: f64 = 460.0;

impl Grid {
    /// The height of so many rows, in CSS pixels.
    #[must_use]
    pub fn height(rows: usize) -> f64 {
        TOP + ROW * rows as f64
    }

    /// The place of a cell, as left, top, width and height in CSS pixels, among so many columns.
    #[must_use]
    pub fn cell(width: f64, columns: usize, (row, column): (usize, usize)) -> [f64; 4] {
        let (names, cell) = Self::across(width, columns);
        [
            names + cell * column as f64,
            TOP + ROW * row as f64,
            cell,
            ROW,
        ]
    }

    /// The room for names, and the width of a cell.
    fn across(width: f64, columns: usize) -> (f64, f64) {
        let names = if width < WIDE { 28.0 } else { 230.0 };
        (names, (width - names - 2.0) / columns.max(1) as f64)
    }

    /// Draws it, `width` CSS pixels wide.
    #[must_use]
    pub fn marks(&self, width: f64, ink: Ink, scale: f64) -> Marks {
        let size = (width, Self::height(self.rows.len()));
        Sheet::marks(size, ink, scale, |sheet| {
            for (column, head) in self.heads.iter().enumerate() {
                let at = (self.middle(width, column), 0.0);
                sheet.text(head, at, 13.0, ink.grid, HPos::Center);
            }
            self.draw(sheet, width, TOP);
        })
    }

    /// The same with the columns' names turned, as high as the longest of them needs.
    #[must_use]
    pub fn turned(&self, width: f64, ink: Ink) -> Marks {
        let names = self.heads.iter().map(|head| room(head, 13.0));
        let top = names.fold(TOP, f64::max).ceil() + 8.0;
        let size = (width, top + ROW * self.rows.len() as f64);
        Sheet::marks(size, ink, 1.0, |sheet| {
            for (column, head) in self.heads.iter().enumerate() {
                let at = (self.middle(width, column), top - 6.0);
                sheet.upwards(head, at, 13.0, ink.grid);
            }
            self.draw(sheet, width, top);
        })
    }

    /// Where the middle of a column lies.
    fn middle(&self, width: f64, column: usize) -> f64 {
        let (names, cell) = Self::across(width, self.heads.len());
        names + cell * column as f64 + cell / 2.0
    }

    /// The rows, from `top` on.
    fn draw(&self, sheet: &Sheet, width: f64, top: f64) {
        let ink = sheet.ink;
        let (names, cell) = Self::across(width, self.heads.len());
        let x = |column: usize| names + cell * column as f64;
        for (i, row) in self.rows.iter().enumerate() {
            let top = top + ROW * i as f64;
            let name = if width < WIDE { &row.short } else { &row.label };
            let name = fit(name, names - 4.0, 13.0);
            sheet.text(&name, (0.0, top + 4.0), 13.0, ink.text, HPos::Left);
            for (column, (text, shade)) in row.cells.iter().enumerate() {
                let (left, right) = (x(column) + 1.0, x(column + 1) - 1.0);
                let corners = ((left, top + 1.0), (right, top + ROW - 1.0));
                // At most so strong that the number on it can be read.
                sheet.rect(corners.0, corners.1, ink.value, 0.05 + 0.4 * shade);
                if !text.is_empty() {
                    let at = (f64::midpoint(left, right), top + 4.0);
                    sheet.text(text, at, 13.0, ink.text, HPos::Center);
                }
            }
        }
    }
}
