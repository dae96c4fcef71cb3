//! Answers as a short text for an address: about 50 characters for 72 practices, and the team's name.
//!
//! Six bits a character, no compression, so nothing that is read can grow. Within its
//! [seal](super::sealed): scope (1 bit whether there is one, 1 bit quick, 1 bit a discipline; before it,
//! for a team on one side of a platform, the bits 01, which no scope begins with, and 1 bit whether it
//! runs one), the practices in the questionnaire's order, 9 bits length of the name in bytes, the name in UTF-8.
//!
//! A practice is 3 bits: 0 open, 1 to 5 its level, 6 *don't know*, 7 something else, which 3 more
//! bits tell: 0 *not applicable*, 1 to 4 between this level and the next.

use super::bits::{Reader, hash};
use super::sealed::{Kind, open, seal};
use crate::model::{
    Answer, Assessment, AssessmentId, Edit, Field, Level, Mode, Questionnaire, QuestionnaireRef,
    Scope, Side,
};

pub use super::sealed::{Age, BadLink, first_of};

/// The text for a link to the answers in `a`.
#[must_use]
pub fn encode(q: &Questionnaire, a: &Assessment) -> String {
    seal(Kind::Share, q, |w| {
        let scope = a.scope.value.as_ref();
        let side = scope.map(|s| s.side).unwrap_or_default();
        if side != Side::Anyone {
            w.put(0b01, 2);
            w.put((side == Side::Provider).into(), 1);
        }
        w.put(scope.is_some().into(), 1);
        w.put(scope.is_some_and(|s| s.mode == Mode::Quick).into(), 1);
        for discipline in &q.disciplines {
            w.put(a.covers(&discipline.id).into(), 1);
        }
        for practice in &q.practices {
            match a.answer(&practice.id) {
                None => w.put(0, 3),
                Some(Answer::Level(level)) => w.put(level.number().into(), 3),
                Some(Answer::DontKnow) => w.put(6, 3),
                Some(Answer::NotApplicable(_)) => w.put(0o70, 6),
                Some(Answer::Between(lower)) => w.put(0o70 | u32::from(lower.level().number()), 6),
            }
        }
        w.text(a.team());
    })
}

/// How the ids of assessments begin that are only looked at from a link.
const LOOKED_AT: &str = "link-";

/// The id under which the answers of a link are looked at: the same for the same answers.
#[must_use]
pub fn id_of(code: &str) -> Option<AssessmentId> {
    AssessmentId::parse(&format!("{LOOKED_AT}{:016x}", hash(code))).ok()
}

/// Whether an assessment with this id is looked at from a link.
#[must_use]
pub fn is_looked_at(id: &AssessmentId) -> bool {
    id.as_str().starts_with(LOOKED_AT)
}

/// Reads the text of a link into a new assessment with this id.
///
/// # Errors
/// [`BadLink`] says why not.
pub fn decode(q: &Questionnaire, text: &str, id: AssessmentId) -> Result<Assessment, BadLink> {
    open(Kind::Share, q, text, |r| body(r, q, id.clone()))
}

fn body(r: &mut Reader, q: &Questionnaire, id: AssessmentId) -> Option<Assessment> {
    let mut a = Assessment::empty(id, QuestionnaireRef::of(q));
    let mut scope = r.take(2)?;
    let mut side = Side::Anyone;
    // No scope, and yet a quick one: the side stands before the scope.
    if scope == 0b01 {
        side = match r.take(1)? {
            0 => Side::User,
            _ => Side::Provider,
        };
        scope = r.take(2)?;
    }
    let (has_scope, is_quick) = (scope & 0b10 != 0, scope & 0b01 != 0);
    let mut disciplines = Vec::new();
    for discipline in &q.disciplines {
        if r.take(1)? == 1 {
            disciplines.push(discipline.id.clone());
        }
    }
    let scope = Scope {
        mode: if is_quick { Mode::Quick } else { Mode::Full },
        disciplines: disciplines.into_iter().collect(),
        side,
    };
    a.scope.value = has_scope.then_some(scope);
    for practice in &q.practices {
        if let Some(answer) = answer(r)? {
            let field = Field {
                value: Some(answer),
                stamp: None,
            };
            a.responses.put(practice.id.clone(), field);
        }
    }
    let name = r.text()?;
    if let Edit::Team(name) = Edit::Team(Some(name)).bounded() {
        a.team.value = name.filter(|name| !name.is_empty());
    }
    Some(a)
}

/// What was answered, if anything; `None` for what no Plumbline writes.
fn answer(r: &mut Reader) -> Option<Option<Answer>> {
    let level = |number: u32| Level::new(u8::try_from(number).ok()?);
    Some(match r.take(3)? {
        0 => None,
        6 => Some(Answer::DontKnow),
        7 => Some(match r.take(3)? {
            0 => Answer::NotApplicable(String::new()),
            lower => Answer::between(level(lower)?)?,
        }),
        number => Some(Answer::Level(level(number)?)),
    })
}
