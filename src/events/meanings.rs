//! What words in cells mean, whatever the tool: outcomes, environments, yes and no, and what titles tell.

use super::event::Outcome;

/// Words of outcomes, in letters and digits alone.
///
/// `inactive` (<https://docs.github.com/rest/deployments/statuses>), `superseded`
/// (<https://helm.sh/docs/helm/helm_history/>) and `undeployed` were successes, replaced later. Jenkins'
/// `unstable` and Azure's `partiallySucceeded` went to their end with errors that were not fatal.
const OUTCOMES: [(Outcome, &str); 4] = [
    (
        Outcome::Succeeded,
        "success succeeded successful passed pass ok complete completed completedsuccessfully done finished \
         deployed active inactive superseded undeployed uninstalled healthy synced resolved closed fixed released \
         live promoted unstable partiallysucceeded stable good merged postmortem learning \
         terminé terminée terminées fermé fermée résolu résolue erledigt geschlossen gelöst fertig \
         finalizada finalizado listo cerrado cerrada resuelto resuelta hecho concluído concluída concluído \
         fechado fechada resolvido resolvida completato completata chiuso chiusa risolto risolta \
         erfolgreich erfolg abgeschlossen réussi réussie exitoso exitosa éxito \
         sucesso itensconcluídos successo riuscito geslaagd onnistui gereed gesloten opgelost klaar valmis zamknięte gotowe",
    ),
    (
        Outcome::Failed,
        "failure failed error errored fail broken red timedout timeout startupfailure infrastructurefail \
         crashed degraded buildfailed faulted échec échoué fehlgeschlagen fallido falhou fallito mislukt",
    ),
    (
        Outcome::Cancelled,
        "cancelled canceled cancel aborted abort skipped neutral stale stopped abandoned notbuilt notbuild \
         declined duplicate deleted notdoing wontdo dropped obsolete wontfix rejected withdrawn killed expired norun \
         annulé annulée abgebrochen cancelado cancelada annullato annullata geannuleerd peruttu",
    ),
    (
        Outcome::Running,
        "running inprogress queued pending waiting requested created blocked manual scheduled onhold started \
         new open opened triggered acknowledged todo outstanding actionrequired progressing building draft \
         reopened pendinginstall pendingupgrade pendingrollback uninstalling terminating unsubmitted \
         investigating identified monitoring mitigated triage intriage detected inreview backlog \
         àfaire afaire encours ouvert zuerledigen inarbeit offen porhacer encurso pendiente abierto \
         tareaspendientes emcurso emandamento aberto itensparafazer dafare incorso aperto",
    ),
];

/// Returns the outcome that a word means; `None` where it is no such word. Nothing at all is a run that has not
/// ended.
#[must_use]
pub fn outcome(text: &str) -> Option<Outcome> {
    let mut word = [0_u8; 40];
    let mut length = 0;
    for letter in text.trim().chars() {
        let small = match letter {
            'A'..='Z' => letter.to_ascii_lowercase(),
            'À'..='Þ' => char::from_u32(u32::from(letter) + 32).unwrap_or(letter),
            _ => letter,
        };
        if small.is_ascii_alphanumeric() || !small.is_ascii() {
            let bytes = small.len_utf8();
            small.encode_utf8(word.get_mut(length..length + bytes)?);
            length += bytes;
        } else if small == '(' {
            break;
        }
    }
    let word = core::str::from_utf8(word.get(..length)?).unwrap_or("");
    if matches!(word, "" | "null" | "none") {
        return Some(Outcome::Running);
    }
    OUTCOMES
        .iter()
        .find(|(_, words)| words.split_ascii_whitespace().any(|one| one == word))
        .map(|(outcome, _)| *outcome)
}

/// Whether a state says that a success was replaced later: the time of the last change is then that of the next
/// deployment.
#[must_use]
pub fn is_replaced(text: &str) -> bool {
    let text = text.trim();
    ["inactive", "superseded", "undeployed"]
        .iter()
        .any(|word| word.eq_ignore_ascii_case(text))
}

/// Returns what an incident's state means where that differs from a run's: one that was merged into another or
/// declined is none, one that is active has not ended.
#[must_use]
pub fn incident_state(text: &str) -> Option<Outcome> {
    match text.trim().to_ascii_lowercase().as_str() {
        "merged" => Some(Outcome::Cancelled),
        "active" | "live" => Some(Outcome::Running),
        _ => outcome(text),
    }
}

/// Words for production; a number may follow.
const PRODUCTION: [&str; 13] = [
    "prod",
    "prd",
    "live",
    "production",
    "productive",
    "produktion",
    "produktiv",
    "producción",
    "produccion",
    "produção",
    "produzione",
    "productie",
    "tuotanto",
];

/// Whether an environment's name says production: `prod`, `prd`, `production` or `live` as a word of its own.
/// *pre-prod*, *non-prod* and *prod-like* are not.
#[must_use]
pub fn is_production(text: &str) -> bool {
    let text = small(text);
    let mut is = false;
    let mut before = "";
    for word in text.split(|letter: char| !is_of_word(letter)) {
        if matches!(word, "like" | "test" | "preview" | "copy" | "staging")
            || matches!(
                word,
                "preprod" | "nonprod" | "preproduction" | "nonproduction"
            )
        {
            return false;
        }
        if PRODUCTION.contains(&word.trim_end_matches(|letter: char| letter.is_ascii_digit())) {
            if matches!(before, "pre" | "non" | "not" | "no") {
                return false;
            }
            is = true;
        }
        before = word;
    }
    is
}

/// Whether an environment's name says that it is no production.
#[must_use]
pub fn is_for_tests(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    text.split(|letter: char| !is_of_word(letter) || letter.is_ascii_digit())
        .any(|word| {
            [
                "test",
                "tests",
                "testing",
                "tst",
                "stage",
                "staging",
                "stg",
                "dev",
                "develop",
                "development",
                "qa",
                "uat",
                "sandbox",
                "preview",
                "review",
                "local",
                "ci",
                "preprod",
                "nonprod",
                "pre",
                "non",
                "demo",
                "integration",
                "acceptance",
                "int",
                "acc",
            ]
            .contains(&word)
        })
}

/// Whether a cell says yes, or no; `None` where it says neither.
#[must_use]
pub fn yes(text: &str) -> Option<bool> {
    let text = text.trim();
    let is = |words: &[&str]| words.iter().any(|word| word.eq_ignore_ascii_case(text));
    if is(&[
        "true", "yes", "y", "1", "x", "✓", "✔", "ja", "oui", "sí", "si", "sim", "sì", "done", "on",
        "wahr", "vrai", "kyllä",
    ]) {
        Some(true)
    } else if is(&[
        "false", "no", "n", "0", "-", "nein", "non", "não", "nee", "off", "falsch", "faux", "ei",
        "",
    ]) {
        Some(false)
    } else {
        None
    }
}

/// Whether a workflow's name says that it deploys.
#[must_use]
pub fn deploys(text: &str) -> bool {
    let text = small(text);
    let words = text.split(|letter: char| !is_of_word(letter));
    words.into_iter().any(|word| {
        let within = ["deploy", "release", "publish", "rollout", "promot"];
        within.iter().any(|own| word.contains(own))
            || ["ship", "cd", "production", "prod"].contains(&word)
    })
}

/// Whether a letter is part of a word: letters and digits, and all beyond ASCII.
fn is_of_word(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || !letter.is_ascii()
}

/// A text in small letters: Latin ones with their accents, Greek and Cyrillic ones. That is what tools' words are
/// written in; the tables for all scripts would weigh more than all of this.
#[must_use]
pub fn small(text: &str) -> String {
    text.chars().map(small_letter).collect()
}

/// A letter as a small one.
#[must_use]
pub fn small_letter(letter: char) -> char {
    match letter {
        'A'..='Z' => letter.to_ascii_lowercase(),
        'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ω' | 'А'..='Я' => {
            char::from_u32(u32::from(letter) + 32).unwrap_or(letter)
        }
        other => other,
    }
}

/// What a title, a branch, a tag or labels tell of a deployment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Told {
    /// *Rollback*, *roll back*, *revert*.
    pub rollback: bool,
    /// *Hotfix*, *roll-forward*, *incident*. Not *fix*: that begins each second commit.
    pub hotfix: bool,
}

/// Returns what a text tells.
#[must_use]
pub fn told(text: &str) -> Told {
    let mut told = Told::default();
    let bytes = text.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        let first = byte | 0x20;
        if !matches!(first, b'r' | b'h' | b'i') || at > 0 && bytes[at - 1].is_ascii_alphabetic() {
            continue;
        }
        let rest = &bytes[at..];
        match first {
            b'r' => {
                told.rollback |= begins(rest, "roll", "back")
                    || begins(rest, "rolled", "back")
                    || begins(rest, "rolling", "back")
                    || is_revert(rest);
                told.hotfix |= begins(rest, "roll", "forward");
            }
            b'h' => told.hotfix |= begins(rest, "hot", "fix"),
            _ => told.hotfix |= begins(rest, "incident", ""),
        }
    }
    told
}

/// Whether a text begins with two words, which may have a hyphen, a space or nothing between them.
fn begins(text: &[u8], first: &str, second: &str) -> bool {
    let Some((head, rest)) = text.split_at_checked(first.len()) else {
        return false;
    };
    if !head.eq_ignore_ascii_case(first.as_bytes()) {
        return false;
    }
    let rest = match rest.first() {
        Some(b'-' | b'_' | b' ') => &rest[1..],
        _ => rest,
    };
    rest.get(..second.len())
        .is_some_and(|next| next.eq_ignore_ascii_case(second.as_bytes()))
}

/// Whether a text begins with *revert*, *reverts*, *reverted* or *reverting*, and not with *revertible*.
fn is_revert(text: &[u8]) -> bool {
    let end = text
        .iter()
        .position(|byte| !byte.is_ascii_alphabetic())
        .unwrap_or(text.len());
    ["revert", "reverts", "reverted", "reverting"]
        .iter()
        .any(|word| text[..end].eq_ignore_ascii_case(word.as_bytes()))
}
