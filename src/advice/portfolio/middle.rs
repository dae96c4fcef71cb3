//! The middle of several numbers: what half of the teams reach.

use crate::model::Questionnaire;
use crate::model::collation::sorted;
use crate::scoring::Score;

/// Beside so many teams or more, the middle of all says little of any one.
pub const ENOUGH: usize = 5;

/// The middle of each discipline over the teams that have a value there, and how many teams there are.
/// `None` where they are too few; so it is for a discipline alone.
#[must_use]
pub fn middles(q: &Questionnaire, teams: &[Vec<Score>]) -> Option<(usize, Vec<Option<f64>>)> {
    if teams.len() < ENOUGH {
        return None;
    }
    let values = q.disciplines.iter().map(|d| {
        let own = teams.iter().flatten().filter(|s| s.id == d.id.as_str());
        let own: Vec<_> = own.filter_map(Score::value).collect();
        (own.len() >= ENOUGH).then(|| median(own)).flatten()
    });
    let values: Vec<_> = values.collect();
    values
        .iter()
        .any(Option::is_some)
        .then_some((teams.len(), values))
}

/// The number in the middle, whatever their order; of an even number of them, what lies between the two.
#[must_use]
pub fn median(numbers: impl IntoIterator<Item = f64>) -> Option<f64> {
    let sorted = sorted(numbers, f64::total_cmp);
    let upper = *sorted.get(sorted.len() / 2)?;
    let lower = sorted[(sorted.len() - 1) / 2];
    // Of one number it is that number, to the last bit.
    Some(if sorted.len() % 2 == 1 {
        upper
    } else {
        f64::midpoint(lower, upper)
    })
}
