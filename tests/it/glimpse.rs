//! What the first page shows of the sample is what the sample comes to.

use crate::documents::read;
use plumbline::advice::next_steps;
use plumbline::catalog::{built_in, built_in_samples};
use plumbline::figure::Strip;
use plumbline::scoring::score;
use plumbline::words::{GLIMPSE, home_words, words};

#[test]
fn the_miniature_has_the_numbers_of_the_sample() {
    let (q, w) = (built_in(), words());
    let sample = &built_in_samples(&q, "2026-11-26")[0];
    let card = score(&q, sample);
    let [style, page] = ["style/home.css", "index.html"].map(read);
    assert_eq!(card.disciplines.len(), GLIMPSE.len());
    for (score, shown) in card.disciplines.iter().zip(GLIMPSE) {
        let discipline = q.disciplines.iter().find(|d| d.id.as_str() == score.id);
        let title = discipline.unwrap().title.as_str();
        let value = w.strip_value(score);
        assert_eq!(shown, [score.id.as_str(), title, value.as_str()]);
        let places = Strip::of(score).unwrap().style();
        let line = format!(".glimpse .{} {{ {places} }}", score.id);
        assert!(style.contains(&line), "style/home.css lacks {line}");
        let copy = format!(
            "{title}</span><span class=\"strip\"><b></b><u></u></span><span class=\"val\">{value}<"
        );
        assert!(page.contains(&copy), "index.html lacks {copy}");
    }
    let team = sample.team().rsplit(": ").next().unwrap();
    let (level, value) = (card.overall.level().unwrap(), w.strip_value(&card.overall));
    let level = w.level_name(level);
    let title = format!("{team} stands at {level}: {value} of 100");
    assert_eq!(home_words().glimpse_title, title);
    assert_eq!(home_words().glimpse_step, next_steps(&q, sample)[0].first);
    for said in [
        home_words().glimpse_title,
        home_words().glimpse_step,
        home_words().glimpse_first,
        home_words().sample_open,
    ] {
        assert!(
            page.contains(&format!(">{said}</")),
            "index.html lacks {said}"
        );
    }
}
