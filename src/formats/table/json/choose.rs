//! Which list of a document the rows are.

use super::shape::{NONE, ROOT, Shape, bytes};
use crate::formats::table::sheet::Doubt;

/// How the path of values ends that stand field by field, and not row by row.
pub const FRAMES: &str = "frames[].data.values[]";

/// A list that rows could be made of.
pub struct List {
    pub node: u32,
    pub path: String,
    /// How many items it has in all.
    pub rows: usize,
    /// Which other rows it is within.
    pub within: Vec<u32>,
    level: u8,
}

/// Keys of what is only said about the list beside them: paging, counts, states of the answer.
const ABOUT: [&str; 46] = [
    "total_count",
    "total",
    "totalcount",
    "count",
    "more",
    "has_more",
    "hasmore",
    "limit",
    "offset",
    "next",
    "previous",
    "prev",
    "first",
    "last",
    "next_cursor",
    "nextcursor",
    "cursor",
    "page",
    "per_page",
    "perpage",
    "pagelen",
    "size",
    "start",
    "startat",
    "maxresults",
    "islast",
    "islastpage",
    "nextpagestart",
    "nextpagetoken",
    "next_page",
    "total_pages",
    "status",
    "ok",
    "expand",
    "kind",
    "apiversion",
    "self",
    "url",
    "_class",
    "took",
    "requestid",
    "request_id",
    "resulttype",
    "errors",
    "incomplete_results",
    "resourceversion",
];

/// Keys of objects that hold only such things.
const ABOUT_ALL: [&str; 12] = [
    "links",
    "_links",
    "meta",
    "metadata",
    "pagination",
    "paging",
    "page",
    "pageinfo",
    "page_info",
    "error",
    "warnings",
    "response_metadata",
];

fn is_among(words: &[&str], key: &[u8]) -> bool {
    words
        .iter()
        .any(|word| word.as_bytes().eq_ignore_ascii_case(key))
}

/// What each path is: how many lists of rows it is within, and whether its objects only wrap a list.
struct Levels {
    levels: Vec<u8>,
    wraps: Vec<bool>,
    /// Whether it holds more than paging and counts.
    has_own: Vec<bool>,
}

fn levels(shape: &Shape, text: &str) -> Levels {
    let count = shape.nodes.len();
    let (mut has_list, mut has_own) = (vec![false; count], vec![false; count]);
    for (at, node) in shape.nodes.iter().enumerate().skip(1).rev() {
        let parent = node.parent as usize;
        if node.is_item {
            has_list[parent] |= node.objects > 0 || has_list[at];
        } else {
            let key = bytes(text, node.key);
            has_list[parent] |= has_list[at];
            let own = node.scalars > 0 && !is_among(&ABOUT, key);
            has_own[parent] |= own || has_own[at] && !is_among(&ABOUT_ALL, key);
        }
    }
    let wraps: Vec<bool> = has_list
        .iter()
        .zip(&has_own)
        .map(|(list, own)| *list && !own)
        .collect();
    let is_one = shape.documents() == 1;
    let mut levels: Vec<u8> = vec![0; count];
    for (at, node) in shape.nodes.iter().enumerate().skip(1) {
        let parent = node.parent as usize;
        let above = shape.node(node.parent);
        let may_be = above.is_item || node.parent == ROOT && !is_one;
        let are_rows = may_be && above.objects > 0 && !wraps[parent];
        levels[at] = levels[parent].saturating_add(are_rows.into());
    }
    Levels {
        levels,
        wraps,
        has_own,
    }
}

impl List {
    /// The documents themselves as rows.
    pub fn of_documents(shape: &Shape) -> Self {
        Self {
            node: ROOT,
            path: String::new(),
            rows: shape.documents(),
            within: Vec::new(),
            level: 0,
        }
    }
}

/// The path of a node, as it is shown: `data.result[].values[]`.
pub fn path(shape: &Shape, node: u32, from: u32, text: &str) -> String {
    let mut nodes = Vec::new();
    let mut at = node;
    while at != from && at != ROOT && at != NONE {
        nodes.push(at);
        at = shape.node(at).parent;
    }
    let mut path = String::new();
    for at in nodes.into_iter().rev() {
        let node = shape.node(at);
        if node.is_item {
            path.push_str("[]");
            continue;
        }
        if !path.is_empty() {
            path.push('.');
        }
        path.push_str(&String::from_utf8_lossy(bytes(text, node.key)));
    }
    path
}

/// All lists that rows could be made of.
pub fn lists(shape: &Shape, text: &str) -> Vec<List> {
    let Levels {
        levels,
        wraps,
        has_own,
    } = levels(shape, text);
    let mut lists = Vec::new();
    for (at, node) in (0_u32..).zip(&shape.nodes) {
        if !node.is_item && at != ROOT {
            continue;
        }
        let mut rows = node.objects as usize;
        if node.is_item {
            rows += node.lists as usize;
        }
        // A list of texts is a column, if it is all that there is.
        if node.is_item && rows == 0 && node.parent == ROOT {
            rows = node.scalars as usize;
        }
        if at == ROOT && !has_own[0] && shape.documents() == 1 {
            continue;
        }
        let mut within = Vec::new();
        let mut step = at;
        while step != ROOT {
            let parent = shape.node(step).parent;
            if levels[step as usize] > levels[parent as usize] {
                within.push(parent);
            }
            step = parent;
        }
        let is_wrapped = wraps[at as usize] || at == ROOT && shape.documents() == 1;
        if rows > 0 {
            lists.push(List {
                node: at,
                path: path(shape, at, ROOT, text),
                rows,
                within,
                level: if is_wrapped {
                    u8::MAX
                } else {
                    levels[at as usize]
                },
            });
        }
    }
    lists
}

/// The list that the rows most probably are: the history of an application of Argo CD, the values of a
/// matrix of Prometheus; else the longest one of objects that is within no other.
pub fn best<'l>(shape: &Shape, lists: &'l [List], text: &str) -> Option<&'l List> {
    let ends = |path: &str| lists.iter().find(|list| list.path.ends_with(path));
    let has = |list: &&List, key: &str| {
        let keys = shape
            .nodes
            .iter()
            .filter(|node| node.parent == list.node && !node.is_item);
        keys.into_iter()
            .any(|node| bytes(text, node.key) == key.as_bytes())
    };
    let history = ends("status.history[]").filter(|list| has(list, "deployedAt"));
    let has_lists = |list: &&List| shape.node(list.node).lists > 0;
    let matrix = ends("data.result[].values[]").filter(has_lists);
    let frames = ends(FRAMES).filter(has_lists);
    if let Some(found) = history.or(matrix).or(frames) {
        return Some(found);
    }
    // JSON:API puts what the rows refer to beside them.
    let has_data = lists.iter().any(|list| list.path == "data[]");
    let fits = |list: &&List| list.level == 0 && !(has_data && list.path == "included[]");
    let of_objects = |list: &&List| shape.node(list.node).objects > 0;
    let longest = |lists: &mut dyn Iterator<Item = &'l List>| {
        // Of two that are as long, the first one.
        lists.fold(None, |best: Option<&List>, list| {
            best.filter(|best| best.rows >= list.rows).or(Some(list))
        })
    };
    let objects = longest(&mut lists.iter().filter(fits).filter(of_objects));
    let any = objects.or_else(|| longest(&mut lists.iter().filter(fits)));
    let root = || lists.iter().find(|list| list.node == ROOT);
    any.or_else(root).or_else(|| longest(&mut lists.iter()))
}

/// Whether the rows are events of Kubernetes.
pub fn is_kubernetes_events(shape: &Shape, rows: u32, text: &str) -> bool {
    let has = |key: &str| {
        let mut keys = shape
            .nodes
            .iter()
            .filter(|node| node.parent == rows && !node.is_item);
        keys.any(|node| bytes(text, node.key) == key.as_bytes())
    };
    has("involvedObject") && (has("lastTimestamp") || has("eventTime"))
}

/// What a document says about how much more there is.
pub fn says_more(shape: &Shape, rows: usize, text: &str) -> Option<Doubt> {
    let levels = levels(shape, text).levels;
    let mut found = None;
    for (at, node) in shape.nodes.iter().enumerate() {
        if levels[at] > 0 || node.is_item || node.scalars == 0 {
            continue;
        }
        let (key, last) = (bytes(text, node.key), bytes(text, node.last));
        let is_on = is_among(
            &["more", "has_more", "hasMore", "hasNextPage", "is_truncated"],
            key,
        );
        let is_end = is_among(&["isLast", "isLastPage"], key);
        let leads = is_among(
            &[
                "next",
                "next_page",
                "next_cursor",
                "nextCursor",
                "nextPageToken",
                "continue",
                "@odata.nextLink",
            ],
            key,
        );
        let counts = is_among(
            &[
                "total_count",
                "total",
                "totalCount",
                "totalSize",
                "remainingItemCount",
            ],
            key,
        );
        if is_on && last == b"true"
            || is_end && last == b"false"
            || leads && !last.is_empty() && last != b"false"
        {
            found = Some(Doubt::SaysMore);
        }
        let total = counts
            .then(|| std::str::from_utf8(last).ok()?.parse::<u64>().ok())
            .flatten();
        if let Some(total) = total.filter(|total| *total > rows as u64) {
            return Some(Doubt::SaysTotal(total));
        }
    }
    found
}
