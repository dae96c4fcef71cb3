//! A questionnaire's document is changed entry by entry: each change does what it says and nothing else, and
//! what its author wrote around it stays.

mod beside;
mod one_by_one;

use crate::random::Dice;
use plumbline::catalog::built_in;
use plumbline::formats::questionnaire_toml::{
    Draft, Edit, Field, History, Part, Refusal, Set, Way, blank, decode, id_from, raised,
};
use plumbline::model::{
    DimensionId, DisciplineId, Effort, Level, Practice, PracticeId, Questionnaire, Source, Stakes,
};
use std::fs;
use std::sync::LazyLock;

static BASE: LazyLock<Questionnaire> = LazyLock::new(built_in);

/// Written by hand, with a comment at every place where one can stand, and in other ways than ours.
const ODD: &str = r#"# c1 the whole
[questionnaire] # c2
id = "odd" # c3
# c4 above
version = '1.0.0'
title = "Odd" # c5
extends = "plumbline@2"
quick = [ # c6
  "ci-pipeline", # c7
  # c8
  "slo-targets" , "golden-signals", # c9
] # c10

# c11
[drop] # c12
practice = ["progressive-delivery" , 'on-call-health'] # c13
dimension = ["adoption"]

# c14
[[change.practice]] # c15
id = "ci-pipeline" # c16
# c17
title = 'Building "it"' # c18
levels = [ # c19
  "One would see this.", # c20
  'Two would see this, too.', "Three would see this, too.",
  """Four would see this, too.""", # c21
  "Five would see this, too.", # c22
]

# c23
[[change.discipline]]
id = "sre"
weight = 2.5 # c24

[add] # c25
# c26
practice = [{ id = "inline", dimension = "own", title = "T", question = "Q", why = "W", levels = ["a", "b", "c", "d", "e"], how_to_tell = "H", steps = ["f", "g", "h", "i"], effort = "S", sources = [], requires = ["ci-pipeline", "slo-targets"] }] # c27
dimension = [{ id = "own", discipline = "sre", title = "Own" }]
# c28
"#;

fn read(text: &str) -> Draft {
    Draft::read(text, &BASE).unwrap_or_else(|wrong| panic!("{wrong:#?}\n{text}"))
}

fn example(name: &str) -> String {
    fs::read_to_string(format!("examples/questionnaires/{name}.toml")).unwrap()
}

/// A whole one, which extends nothing.
fn whole() -> String {
    let practice = |id: &str, dimension: &str| {
        format!(
            "\n# c{}\n[[practice]]\nid = \"{id}\"\ndimension = \"{dimension}\"\ntitle = \"T {id}\"\nquestion = \"Q?\"\nwhy = \"W.\"\nlevels = [\"a\", \"b\", \"c\", \"d\", \"e\"]\nhow_to_tell = \"H\"\nsteps = [\"f\", \"g\", \"h\", \"i\"]\neffort = \"S\"\nquick = true\nsources = [{{ title = \"S\", url = \"https://example.org\" }}]\n",
            &id[1..]
        )
    };
    let mut text = "[questionnaire]\nid = \"whole\"\nversion = \"1.0.0\"\ntitle = \"Whole\"\n\n[[discipline]]\nid = \"d\"\ntitle = \"D\"\ngoal = \"G\"\n\n[[dimension]]\nid = \"x\"\ndiscipline = \"d\"\ntitle = \"X\"\n\n[[dimension]]\nid = \"y\"\ndiscipline = \"d\"\ntitle = \"Y\"\n".to_owned();
    for (id, dimension) in [("p1", "x"), ("p2", "y"), ("p3", "x"), ("p4", "x")] {
        text += &practice(id, dimension);
    }
    text
}

fn documents() -> Vec<String> {
    let new = blank(&BASE, "ours", "Ours “and” \"theirs\"\\");
    vec![
        new,
        example("bank"),
        example("short"),
        ODD.to_owned(),
        whole(),
    ]
}

fn id(text: &str) -> PracticeId {
    PracticeId::parse(text).unwrap()
}

fn pick<'a, T>(dice: &mut Dice, from: &'a [T]) -> &'a T {
    &from[usize::try_from(dice.below(from.len() as u64)).unwrap()]
}

const TEXTS: [&str; 7] = [
    "",
    "Plain words",
    "\"Quoted\" and 'quoted' \\ back",
    "# no comment",
    "[[add.practice]]",
    "Größe, 大きさ, \u{202e}right to left, 👩‍💻",
    "'''three''' \"\"\"three\"\"\"",
];

fn any_set(dice: &mut Dice) -> Set {
    let text = (*pick(dice, &TEXTS)).to_owned();
    let level = *pick(dice, &Level::ALL[..4]);
    match dice.below(11) {
        0 => Set::Title(text),
        1 => Set::Question(text),
        2 => Set::Why(text),
        3 => Set::Level(*pick(dice, &Level::ALL), text),
        4 => Set::HowToTell(text),
        5 => Set::Step(level, text),
        6 => Set::Effort(level, *pick(dice, &[Effort::S, Effort::M, Effort::L])),
        7 => Set::Stakes(*pick(dice, &Stakes::ALL)),
        8 => Set::Key(dice.chance(2)),
        9 => Set::Weight(*pick(dice, &[0.5, 1.0, 2.0, 1.25, 0.0])),
        _ => Set::Sources(match dice.below(3) {
            0 => vec![],
            n => (0..n)
                .map(|n| Source {
                    title: text.clone(),
                    url: format!("https://example.org/{n}"),
                })
                .collect(),
        }),
    }
}

fn any_edit(dice: &mut Dice, draft: &Draft, n: usize) -> Edit {
    let q = &draft.questionnaire;
    let asked: Vec<_> = q.practices.iter().map(|p| p.id.clone()).collect();
    let practice = pick(dice, &asked).clone();
    let theirs = pick(dice, &BASE.practices).id.clone();
    let text = (*pick(dice, &TEXTS)).to_owned();
    match dice.below(14) {
        0 => Edit::Title(text),
        1 => Edit::Version(text),
        2..=4 => Edit::Set(Part::Practice(practice), any_set(dice)),
        5 => {
            let part = match dice.below(2) {
                0 => Part::Dimension(pick(dice, &q.dimensions).id.clone()),
                _ => Part::Discipline(pick(dice, &q.disciplines).id.clone()),
            };
            let set = match dice.below(2) {
                0 => Set::Title(text),
                _ => Set::Weight(*pick(dice, &[0.5, 1.0, 3.0])),
            };
            Edit::Set(part, set)
        }
        6 => Edit::AsBase(Part::Practice(practice), *pick(dice, &Field::OF_PRACTICE)),
        7 => Edit::Ask(theirs, dice.chance(2)),
        8 => Edit::Ask(practice, false),
        9 => Edit::Quick(practice, dice.chance(2)),
        10 => {
            let theirs = dice.chance(2);
            let from = if theirs { &BASE } else { q };
            let dimension = pick(dice, &from.dimensions).id.clone();
            Edit::AddPractice(id(&format!("new-{n}")), dimension, text)
        }
        11 => match dice.below(3) {
            0 => Edit::AddDiscipline(DisciplineId::parse(&format!("field-{n}")).unwrap(), text),
            _ => {
                let discipline = pick(dice, &q.disciplines).id.clone();
                let new = DimensionId::parse(&format!("area-{n}")).unwrap();
                Edit::AddDimension(new, discipline, text)
            }
        },
        12 => Edit::Remove(match dice.below(6) {
            0 => Part::Dimension(pick(dice, &q.dimensions).id.clone()),
            1 => Part::Discipline(pick(dice, &q.disciplines).id.clone()),
            _ => Part::Practice(practice),
        }),
        _ => Edit::Move(practice, *pick(dice, &[Way::Up, Way::Down])),
    }
}

/// What a field says after it was set.
fn changed(p: &mut Practice, set: &Set) {
    let at = |level: &Level| usize::from(level.number() - 1);
    match set.clone() {
        Set::Title(text) => p.title = text,
        Set::Question(text) => p.question = text,
        Set::Why(text) => p.why = text,
        Set::Level(level, text) => p.levels[at(&level)] = text,
        Set::HowToTell(text) => p.how_to_tell = text,
        Set::Step(level, text) => p.steps[at(&level)] = text,
        Set::Effort(level, effort) => p.effort.0[at(&level)] = effort,
        Set::Stakes(stakes) => p.stakes = stakes,
        Set::Key(is_key) => p.key = is_key,
        Set::Weight(weight) => p.weight = weight,
        Set::Sources(sources) => p.sources = sources,
        Set::Goal(_) | Set::How(_) | Set::Basis(_) | Set::Cut(..) | Set::Text(_) => {
            unreachable!("no practice has one")
        }
    }
}

/// Without what follows from which practices are asked, and from how their texts are counted.
fn plain(q: &Questionnaire) -> Questionnaire {
    let mut q = q.clone();
    for p in &mut q.practices {
        p.words = 0;
        p.requires.clear();
        p.terms.clear();
    }
    (q.terms, q.rules, q.former) = (vec![], vec![], vec![]);
    q
}

/// What an edit should come to, where that can be said in other words than those of the edit itself.
fn expected(before: &Draft, edit: &Edit) -> Option<Questionnaire> {
    let mut q = before.questionnaire.clone();
    fn find<'q>(q: &'q mut Questionnaire, id: &PracticeId) -> &'q mut Practice {
        q.practices.iter_mut().find(|p| p.id == *id).unwrap()
    }
    match edit {
        Edit::Title(text) => q.title.clone_from(text),
        Edit::Version(text) => q.version.clone_from(text),
        Edit::Set(Part::Practice(id), set) => changed(find(&mut q, id), set),
        Edit::Set(Part::Dimension(id), set) => {
            let own = q.dimensions.iter_mut().find(|d| d.id == *id).unwrap();
            match set {
                Set::Title(text) => own.title.clone_from(text),
                Set::Weight(weight) => own.weight = *weight,
                _ => return None,
            }
        }
        Edit::Set(Part::Discipline(id), set) => {
            let own = q.disciplines.iter_mut().find(|d| d.id == *id).unwrap();
            match set {
                Set::Title(text) => own.title.clone_from(text),
                Set::Weight(weight) => own.weight = *weight,
                _ => return None,
            }
        }
        Edit::Quick(id, is_quick) => find(&mut q, id).quick = *is_quick,
        Edit::Move(id, way) => {
            let dimension = find(&mut q, id).dimension.clone();
            let at = q.practices.iter().position(|p| p.id == *id).unwrap();
            let other = match way {
                Way::Up => at.checked_sub(1),
                Way::Down => Some(at + 1),
            };
            let is_near = |other: &usize| {
                let neighbour = q.practices.get(*other);
                neighbour.is_some_and(|p| p.dimension == dimension)
            };
            if let Some(other) = other.filter(is_near) {
                q.practices.swap(at, other);
            }
        }
        Edit::Ask(id, false) => {
            let dimension = q.practice(id).map(|p| p.dimension.clone());
            q.practices.retain(|p| p.id != *id);
            let empty = dimension.filter(|own| q.practices.iter().all(|p| p.dimension != *own));
            // With the last practice goes its dimension, unless the document brings it.
            if empty.is_some() {
                return None;
            }
        }
        _ => return None,
    }
    Some(q)
}

/// The numbers of the comments, sorted: entries in braces become tables further down.
fn comments(text: &str) -> Vec<String> {
    let after = text.split("# c").skip(1);
    let numbers = after.map(|rest| rest.chars().take_while(char::is_ascii_digit).collect());
    let mut all: Vec<String> = numbers.filter(|n: &String| !n.is_empty()).collect();
    all.sort();
    all
}

/// Hundreds of changes, one after the other, to documents of every kind.
#[test]
fn any_walk_keeps_the_document_readable_and_does_what_it_says() {
    let mut made = [0_usize; 2];
    for (n, text) in documents().into_iter().enumerate() {
        for seed in 0..12 {
            let mut dice = Dice(seed * 1000 + n as u64);
            let mut draft = read(&text);
            for step in 0..25 {
                let edit = any_edit(&mut dice, &draft, step);
                if draft.questionnaire.practices.len() < 3 {
                    break;
                }
                let next = match draft.edited(&BASE, &edit) {
                    Ok(next) => next,
                    Err(Refusal::Unreadable) => panic!("{edit:?}\n{}", draft.text),
                    Err(_) => {
                        made[1] += 1;
                        continue;
                    }
                };
                made[0] += 1;
                // What was made is what is read.
                assert_eq!(read(&next.text), next);
                if let Some(expected) = expected(&draft, &edit) {
                    assert_eq!(
                        plain(&next.questionnaire),
                        plain(&expected),
                        "{edit:?}\n--- from\n{}\n--- to\n{}",
                        draft.text,
                        next.text
                    );
                }
                // Only what takes an entry or a field away may take comments along.
                if !matches!(
                    edit,
                    Edit::AsBase(..)
                        | Edit::Remove(_)
                        | Edit::Set(..)
                        | Edit::Ask(..)
                        | Edit::Quick(..)
                ) {
                    assert_eq!(comments(&draft.text), comments(&next.text), "{edit:?}");
                }
                draft = next;
            }
        }
    }
    assert!(made[0] > 1000 && made[1] > 20, "{made:?}");
}

/// A document with comments at every place keeps them all through every kind of change that takes nothing away.
#[test]
fn comments_stay() {
    let mut draft = read(ODD);
    let sre = DisciplineId::parse("sre").unwrap();
    let ci = || Part::Practice(id("ci-pipeline"));
    let edits = [
        Edit::Title("New".into()),
        Edit::Version("1.1.0".into()),
        Edit::Set(ci(), Set::Title("Otherwise".into())),
        Edit::Set(
            ci(),
            Set::Level(Level::ALL[1], "Two, otherwise than that.".into()),
        ),
        Edit::Set(
            ci(),
            Set::Level(Level::ALL[4], "Five, otherwise than that.".into()),
        ),
        Edit::Set(
            Part::Practice(id("slo-targets")),
            Set::Why("Because.".into()),
        ),
        Edit::Set(Part::Practice(id("inline")), Set::Question("What?".into())),
        Edit::Set(Part::Discipline(sre), Set::Weight(3.0)),
        Edit::Ask(id("on-call-health"), true),
        Edit::Ask(id("slo-targets"), false),
        Edit::Quick(id("golden-signals"), false),
        Edit::Quick(id("inline"), true),
        Edit::AddPractice(
            id("another"),
            DimensionId::parse("own").unwrap(),
            "Another".into(),
        ),
        Edit::Move(id("another"), Way::Up),
        Edit::Ask(id("team-autonomy"), false),
    ];
    for edit in edits {
        draft = draft
            .edited(&BASE, &edit)
            .unwrap_or_else(|why| panic!("{edit:?}: {why}"));
        for n in 1..=28 {
            let comment = format!("# c{n}");
            let found = draft.text.split(&comment).skip(1);
            let whole = found.filter(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()));
            assert_eq!(whole.count(), 1, "{comment} after {edit:?}\n{}", draft.text);
        }
    }
    // What is new has no words yet, and nothing else is wrong.
    let mut paths = draft.wrong.iter().map(|remark| &remark.path);
    assert!(
        paths.all(|path| path.starts_with("practice/another/")),
        "{:#?}",
        draft.wrong
    );
}
