//! Tables as commands print them, in columns that spaces hold apart: `argocd app history`, `kubectl get`.

/// So many lines are looked at.
const LINES: usize = 20;

/// The same table with tabs between its columns. `None` where the lines do not have three columns or more,
/// each as many, with two spaces and more between them.
pub fn with_tabs(text: &str) -> Option<String> {
    let gaps = |line: &str| columns(line).count().saturating_sub(1);
    let mut lines = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .take(LINES);
    let first = lines.next().map(gaps).filter(|gaps| *gaps >= 2)?;
    let mut rest = lines.map(gaps).peekable();
    rest.peek()?;
    if !rest.all(|gaps| gaps == first) {
        return None;
    }
    let mut tabbed = String::with_capacity(text.len());
    for line in text.lines() {
        for (at, column) in columns(line).enumerate() {
            if at > 0 {
                tabbed.push('\t');
            }
            tabbed.push_str(column);
        }
        tabbed.push('\n');
    }
    Some(tabbed)
}

fn columns(line: &str) -> impl Iterator<Item = &str> {
    line.trim()
        .split("  ")
        .map(str::trim)
        .filter(|column| !column.is_empty())
}
