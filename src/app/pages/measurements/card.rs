//! What lies on the card of files: what was dropped, what the worker said of it, and what is asked of it.

use crate::app::browser::files::{self, File};
use crate::app::browser::page::{self, focus_next, focused_id, value_of};
use crate::app::browser::tables::{Said, TABLES, Tables, zone};
use crate::app::browser::{clock, js, settings};
use crate::app::markup::{El, all, details, el, live};
use crate::app::shell::Open;
use crate::app::told::Told;
use crate::formats::json::{Json, Object};
use crate::model::validate::MAX_FILES;
use crate::model::{Metric, MetricId};
use crate::words::{EXAMPLE, words};
use leptos::prelude::*;
use std::sync::Arc;

/// What stops the reading, by its id.
pub const STOP: &str = "stop-reading";

/// Something the worker told; nothing before it did.
pub type Heard = RwSignal<Option<Arc<Json>>>;

/// What the parts of the card follow.
#[derive(Clone, Copy)]
pub struct Card {
    pub open: Open,
    /// All that there is to show.
    pub shown: Heard,
    /// What is going on, or went wrong.
    pub said: RwSignal<String>,
    /// Whether a file is being read.
    pub is_reading: RwSignal<bool>,
    own: StoredValue<Own, LocalStorage>,
}

/// What is kept beside what is drawn.
#[derive(Default)]
struct Own {
    tables: Option<Tables>,
    /// The files, each with what was chosen of how it is read.
    files: Vec<(File, Object)>,
    /// The same, as it was when the worker last had nothing to do.
    settled: Vec<(File, Object)>,
    /// The folds that are open, by their ids.
    folds: Vec<String>,
    /// What somebody has chosen a column for, by the ids of their lists: it stays where it is.
    touched: Vec<String>,
    /// What a number's rows and other times are shown by, as they stand on the page now.
    looks: Vec<(&'static MetricId, &'static str, Heard)>,
}

/// The part that only those have that tell of other times.
pub const OVER: &str = "over";
/// The part that only those have that tell rows.
pub const ROWS: &str = "rows";

/// A message to the worker.
pub fn message<const N: usize>(what: &'static str, parts: [(&str, Json); N]) -> Json {
    let mut map = Object::default();
    map.put("do".to_owned(), Json::text(what));
    for (name, value) in parts {
        map.put(name.to_owned(), value);
    }
    Json::Object(map)
}

impl Card {
    /// A card on which nothing lies yet.
    pub fn new(open: Open) -> Self {
        let card = Self {
            open,
            shown: RwSignal::new(None),
            said: RwSignal::new(String::new()),
            is_reading: RwSignal::new(false),
            own: StoredValue::new_local(Own::default()),
        };
        on_cleanup(move || card.end());
        card
    }

    /// Takes files, one after the other.
    pub fn take(self, files: Vec<File>) {
        let f = words().files_page();
        for file in files {
            let at = self.own.with_value(|own| own.files.len());
            if at >= MAX_FILES {
                self.said.set(f.too_many.to_owned());
                return;
            }
            let own = (file.clone(), Object::default());
            self.own.update_value(|all| all.files.push(own));
            self.add(&file, Object::default(), None);
        }
    }

    /// A small file of ours, to see how it is.
    pub fn example(self) {
        let (name, text) = EXAMPLE;
        if let Ok(file) = js::new("File", &[js::list(&[text.into()]), name.into()]) {
            self.take(files::as_file(&file).into_iter().collect());
        }
    }

    /// Reads a file, or the same file in another way.
    fn add(self, file: &File, choices: Object, place: Option<usize>) {
        let mut parts = Object::default();
        parts.put("do".to_owned(), Json::text("add"));
        parts.put("name".to_owned(), Json::text(&file.name()));
        parts.put("choices".to_owned(), Json::Object(choices));
        if let Some(at) = place {
            parts.put("place".to_owned(), whole(at));
        }
        self.said.set(words().files_page().reading.to_owned());
        self.say(&Json::Object(parts), Some(file));
        let is_reading = self.own.with_value(|own| own.tables.is_some());
        self.is_reading.set(is_reading);
    }

    /// Gives up what is being read: all is as it was before.
    pub fn give_up(self) {
        let is_left = self.own.try_update_value(|own| {
            own.files.clone_from(&own.settled);
            let is_left = own.tables.as_ref().is_some_and(Tables::give_up);
            if !is_left {
                own.tables = None;
            }
            is_left
        });
        if is_left != Some(true) {
            self.shown.set(None);
        }
        self.ready();
        self.said.set(words().files_page().given_up.to_owned());
        focus_next("tables");
    }

    /// Nothing is being read any more.
    fn ready(self) {
        let is_stopping = focused_id().is_some_and(|id| id == STOP);
        self.is_reading.set(false);
        if is_stopping {
            focus_next("tables");
        }
    }

    /// Reads a file once more, with one thing chosen otherwise.
    pub fn read_again(self, at: usize, name: &str, chosen: Json) {
        let own = self.own.try_update_value(|own| {
            let (file, choices) = own.files.get_mut(at)?;
            choices.put(name.to_owned(), chosen);
            Some((file.clone(), choices.clone()))
        });
        if let Some(Some((file, choices))) = own {
            self.add(&file, choices, Some(at));
        }
    }

    /// Lets a file go.
    pub fn remove(self, at: usize) {
        self.own.update_value(|own| {
            if at < own.files.len() {
                own.files.remove(at);
            }
        });
        if self.own.with_value(|own| own.files.is_empty()) {
            self.end();
            self.shown.set(None);
            focus_next("tables");
        } else {
            self.tell(&message("remove", [("file", whole(at))]));
        }
    }

    /// Tells the worker something.
    pub fn tell(self, message: &Json) {
        self.say(message, None);
    }

    fn say(self, message: &Json, file: Option<&File>) {
        let known = self.own.with_value(|own| own.tables.clone());
        let tables = known.or_else(|| self.start());
        match tables {
            Some(tables) => tables.tell(&message.compact(), file),
            None => self.said.set(words().files_page().failed.to_owned()),
        }
    }

    fn start(self) -> Option<Tables> {
        let tables = Tables::start(TABLES, move |said| self.hear(said))?;
        let q = self.open.questionnaire();
        let mut units = Object::default();
        for metric in &q.metrics {
            units.put(metric.id.to_string(), Json::text(&metric.unit));
        }
        let remembered = Json::parse(&settings::mappings()).unwrap_or_default();
        let begin = message(
            "begin",
            [
                ("now", Json::whole(clock::millis())),
                ("zone", Json::Text(zone())),
                ("remembered", remembered),
                ("units", Json::Object(units)),
            ],
        );
        tables.tell(&begin.compact(), None);
        self.own
            .update_value(|own| own.tables = Some(tables.clone()));
        Some(tables)
    }

    fn end(self) {
        let tables = self.own.try_update_value(|own| {
            own.files.clear();
            own.settled.clear();
            own.tables.take()
        });
        if let Some(Some(tables)) = tables {
            tables.end();
        }
    }

    fn hear(self, said: Said) {
        match said {
            Said::Progress(done) => {
                let text = words().reading_file(done);
                self.said.set(text);
            }
            Said::Answer(answer) => self.answered(&answer),
            Said::Csv(csv) => {
                self.settle();
                files::download_blob("rows.csv", &csv);
            }
            Said::Failed => {
                self.end();
                self.ready();
                self.shown.set(None);
                self.said.set(words().files_page().failed.to_owned());
            }
        }
    }

    /// What was told so far has its answers, unless more of it is on the way.
    fn settle(self) {
        let is_settled = self.own.try_update_value(|own| {
            let is_busy = own.tables.as_ref().is_some_and(Tables::is_busy);
            if !is_busy {
                own.settled.clone_from(&own.files);
            }
            !is_busy
        });
        if is_settled == Some(true) && self.is_reading.get_untracked() {
            self.ready();
        }
    }

    fn answered(self, answer: &str) {
        self.settle();
        let Ok(json) = Json::parse(answer) else {
            return;
        };
        let told = Told(&json);
        if told.has("files") {
            let [files, numbers] = ["files", "readings"].map(|part| told.list(part).count());
            self.said.set(words().files_done(files, numbers));
            let focus = focused_id();
            self.shown.set(Some(Arc::new(json)));
            if let Some(id) = focus {
                focus_next(id);
            }
        } else {
            let (metric, is_over) = (told.text("metric"), told.has(OVER));
            let looks = self.own.with_value(|own| own.looks.clone());
            let mut looks = looks.into_iter();
            let it =
                looks.find(|(own, part, _)| own.as_str() == metric && (*part == OVER) == is_over);
            if let Some((.., heard)) = it {
                // The page may be gone.
                let _ = heard.try_set(Some(Arc::new(json)));
            }
        }
    }

    /// What the worker told about a metric last, of the sort that has a part of this name.
    pub fn heard(self, metric: &'static Metric, part: &'static str) -> Heard {
        let heard = RwSignal::new(None);
        self.own.update_value(|own| {
            own.looks
                .retain(|(known, sort, _)| (*known, *sort) != (&metric.id, part));
            own.looks.push((&metric.id, part, heard));
        });
        heard
    }

    /// Notes that somebody has chosen something in the list with this id.
    pub fn touch(self, id: String) {
        self.own.update_value(|own| own.touched.push(id));
    }

    /// Whether somebody has.
    pub fn is_touched(self, id: &str) -> bool {
        self.own
            .with_value(|own| own.touched.iter().any(|own| own == id))
    }

    /// A fold that stays as it is when what is around it is drawn anew. What is in it is made of what was told of a file
    /// when it is opened first: where there are thousands of columns, that takes seconds.
    pub fn fold_of(
        self,
        id: String,
        summary: String,
        at: usize,
        content: Box<dyn Fn(Told<'_>) -> Vec<El> + Send + Sync>,
    ) -> El {
        let is_due = RwSignal::new(self.own.with_value(|own| own.folds.contains(&id)));
        let content = live(move || {
            let parts = is_due.get().then(|| {
                self.shown.with_untracked(|told| {
                    let file = Told(told.as_deref()?).list("files").nth(at)?;
                    Some(content(file))
                })
            });
            let parts = parts.flatten().unwrap_or_default();
            all(parts.into_iter().map(El::done).collect())
        });
        let due = Box::new(move |is_open| {
            if is_open && !is_due.get_untracked() {
                is_due.set(true);
            }
        });
        self.folded(id, summary, due).view(content)
    }

    /// A fold that stays as it is when what is around it is drawn anew.
    pub fn fold(self, id: String, summary: String) -> El {
        self.folded(id, summary, Box::new(|_| ()))
    }

    fn folded(self, id: String, summary: String, tell: Box<dyn Fn(bool)>) -> El {
        let is_open = self.own.with_value(|own| own.folds.contains(&id));
        let (own, name) = (self.own, id.clone());
        let fold = details(summary).id(id).on("toggle", move |event| {
            let is_open = page::is_open(&event);
            tell(is_open);
            own.update_value(|own| {
                own.folds.retain(|known| *known != name);
                if is_open {
                    own.folds.push(name.clone());
                }
            });
        });
        if is_open { fold.attr("open", "") } else { fold }
    }

    /// A field for a text, which tells what was entered when it is left.
    pub fn entry(
        self,
        id: String,
        label: &'static str,
        sort: &'static str,
        value: String,
        give: impl Fn(String) + 'static,
    ) -> El {
        let input = el("input")
            .id(id.clone())
            .attr("type", sort)
            .attr("maxlength", "400")
            .attr("value", value)
            .on("change", move |event| give(value_of(&event)));
        let label = el("label").attr("for", id).text(label);
        el("p").class("pick").each([label, input])
    }

    /// A list to choose from, which tells what was chosen.
    pub fn choice(
        self,
        id: String,
        label: &str,
        options: Vec<El>,
        choose: impl Fn(Card, String) + 'static,
    ) -> El {
        let select = el("select")
            .id(id.clone())
            .each(options)
            .on("change", move |event| choose(self, value_of(&event)));
        let label = el("label").attr("for", id).text(label.to_owned());
        el("p").class("pick").each([label, select])
    }
}

/// A place in a list, as JSON.
pub fn whole(at: usize) -> Json {
    Json::whole(u64::try_from(at).unwrap_or_default())
}
