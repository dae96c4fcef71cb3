//! What a study holds, and how it follows from what it is told.

use super::chosen;
use super::dropped::{Again, Dropped, Tabled};
use super::input::Input;
use crate::events::event::Events;
use crate::events::reading::{NoReading, Options};
use crate::events::readings::Basis;
use crate::events::{Key, Millis, Reading, Week, Zone, extract};
use crate::formats::table::Arrived;
use crate::model::Sorted;
use crate::model::validate::MAX_FILES;

/// How much is done when the columns of a file are known, and when its rows are.
const GUESSED: f64 = 0.55;
const GATHERED: f64 = 0.8;

/// The files that were dropped, what was chosen, and what follows from them.
pub struct Study {
    pub(super) files: Vec<Dropped>,
    pub(super) options: Options,
    pub(super) now: Millis,
    /// Mappings of earlier files, by the fingerprints of their columns.
    pub(super) remembered: Sorted<String, String>,
    /// The metrics' units, by their ids.
    pub(super) units: Sorted<String, String>,
    /// Events that are looked at together, and what follows from them.
    groups: Vec<Group>,
    /// What each metric came to, in the order of the list.
    pub(super) results: Vec<(&'static str, Result<Reading, NoReading>)>,
    /// A bar a week.
    pub(super) weeks: Vec<Week>,
    /// The services, each with how many deployments.
    pub(super) services: Vec<(Key, u32)>,
    again: Again,
}

/// Events that are looked at together.
struct Group {
    metrics: &'static [&'static str],
    events: Events,
}

impl Default for Study {
    fn default() -> Self {
        Self {
            files: Vec::new(),
            options: Options::new(Zone::utc()),
            now: Millis::MAX,
            remembered: Sorted::default(),
            units: Sorted::default(),
            groups: Vec::new(),
            results: Vec::new(),
            weeks: Vec::new(),
            services: Vec::new(),
            again: |_| Arrived::Gone,
        }
    }
}

impl Study {
    /// A study that files can come to once more, so that not all of a large one is kept.
    #[must_use]
    pub fn with_files(again: Again) -> Self {
        Self {
            again,
            ..Self::default()
        }
    }

    /// Takes what changes something.
    pub fn take(&mut self, input: Input) {
        self.take_watched(input, &mut |_| ());
    }

    /// The same, and says now and then how much of it is done.
    pub(super) fn take_watched(&mut self, input: Input, watch: &mut dyn FnMut(f64)) {
        // What is chosen about numbers leaves the events as they are, of which there may be a million.
        let keeps_events = matches!(
            input,
            Input::Period(_) | Input::Service(_) | Input::Choose { .. }
        );
        match input {
            Input::Begin {
                now,
                zone,
                remembered,
                units,
            } => {
                self.now = now;
                self.options.now = Some(now);
                self.options.zone = zone;
                self.remembered = remembered;
                self.units = units;
            }
            Input::Zone(zone) => self.options.zone = zone,
            Input::Add {
                name,
                choices,
                place,
                file,
                again,
            } => {
                let file = (file, again, self.again);
                let file = Dropped::read(name, &choices, file, &self.remembered, watch);
                self.add(file, place);
            }
            Input::Remove(at) => {
                if at < self.files.len() {
                    self.files.remove(at);
                }
            }
            Input::Period(wanted) => self.options.wanted = wanted,
            Input::Service(name) => self.options.service = name.as_deref().and_then(Key::of),
            Input::Choose { name, value } => chosen::choose(&mut self.options, &name, &value),
            Input::About(at, metric) => self.change(at, |own| own.be_about(&metric)),
            Input::Kind(at, kind) => self.change(at, |own| own.be(kind)),
            Input::Days(at, way) => self.change(at, |own| own.read_days(way)),
            Input::Column { file, role, header } => {
                self.change(file, |own| own.set(role, header.as_deref()));
            }
            Input::Value {
                file,
                role,
                text,
                means,
            } => self.change(file, |own| own.mapping.mean(role, &text, means)),
            Input::More(_) | Input::Rows { .. } | Input::Csv { .. } => return,
        }
        if !keeps_events {
            watch(GUESSED);
            self.gather();
        }
        watch(GATHERED);
        self.compute();
    }

    fn change(&mut self, at: usize, act: impl FnOnce(&mut Tabled)) {
        if let Some(file) = self.files.get_mut(at) {
            file.be_whole(self.again);
            if let Ok(own) = &mut file.read {
                act(own);
            }
        }
    }

    /// Reads the files as a whole of which more was asked for than was kept. Whether there were some.
    pub(super) fn fill(&mut self) -> bool {
        let again = self.again;
        let each = self.files.iter_mut();
        let lacking = each.filter(|file| file.table().is_some_and(|own| own.table.has_missed()));
        lacking.map(|file| file.be_whole(again)).count() > 0
    }

    fn add(&mut self, file: Dropped, place: Option<usize>) {
        match place.filter(|at| *at < self.files.len()) {
            Some(at) => self.files[at] = file,
            None if self.files.len() < MAX_FILES => self.files.push(file),
            None => {}
        }
    }

    /// Rows to events, anew.
    fn gather(&mut self) {
        for file in &mut self.files {
            if file.table().is_some_and(|own| own.table.is_spent()) {
                file.be_whole(self.again);
            }
        }
        self.gather_kept();
        if self.fill() {
            self.gather_kept();
        }
    }

    /// The same, from what is here.
    fn gather_kept(&mut self) {
        let groups = &mut self.groups;
        groups.clear();
        for (at, file) in self.files.iter_mut().enumerate() {
            let Ok(own) = &mut file.read else {
                continue;
            };
            if own.refusal.is_some() {
                continue;
            }
            let at = u16::try_from(at).unwrap_or(u16::MAX);
            let zone = &self.options.zone;
            let metrics = own.metrics();
            let known = groups.iter().position(|group| group.metrics == metrics);
            let place = known.unwrap_or(groups.len());
            if known.is_none() {
                let events = Events::default();
                groups.push(Group { metrics, events });
            }
            let events = &mut groups[place].events;
            own.extracted = extract(&own.table, &own.mapping, zone, at, self.now, events);
            own.read_aloud(zone);
            own.table.forget();
        }
    }

    /// Events to numbers, anew.
    fn compute(&mut self) {
        self.results.clear();
        (self.weeks, self.services) = Default::default();
        for group in &self.groups {
            let basis = Basis::of(&group.events, &self.options);
            let each = group.metrics.iter();
            self.results
                .extend(each.map(|metric| (*metric, basis.compute(metric))));
            if self.weeks.is_empty() {
                self.weeks = basis.weeks();
                self.services = basis.services().to_vec();
            }
        }
    }

    /// Files that could not be read, with why, in a sentence.
    pub fn problems(&self) -> impl Iterator<Item = (&str, String)> {
        let files = self.files.iter();
        files.filter_map(|file| Some((file.name.as_str(), file.problem()?)))
    }

    /// The readings that there are.
    pub fn readings(&self) -> impl Iterator<Item = &Reading> {
        self.results
            .iter()
            .filter_map(|(_, result)| result.as_ref().ok())
    }

    /// The events that a metric follows from.
    pub(super) fn events_of(&self, metric: &str) -> Option<&Events> {
        let mut groups = self.groups.iter();
        let group = groups.find(|group| group.metrics.contains(&metric));
        group.map(|group| &group.events)
    }

    pub(super) fn unit(&self, metric: &str) -> &str {
        self.units.get(metric).map_or("", String::as_str)
    }

    /// What a metric came to.
    pub fn result(&self, metric: &str) -> Option<&Result<Reading, NoReading>> {
        let found = self.results.iter().find(|(id, _)| *id == metric);
        found.map(|(_, result)| result)
    }
}
