//! Published figures as a part of the compact text.

use super::lines::{BROKEN, Reader, Writer};
use crate::model::published::ByPeers;
use crate::model::{Answers, Benchmark, Cell, Group, Mean, Peers, Published, Row, Series, Spread};

pub(super) fn write(w: &mut Writer, published: &Published) {
    w.put(&published.credit);
    w.list(&published.benchmarks, |w, b| {
        w.put(&b.id).put(&b.year).put(&b.definition);
        w.list(&b.groups, |w, g| {
            w.put(&g.name).put(&u8::from(g.second_hand));
            w.list(g.share.as_slice(), |w, s| w.line(s));
        });
        w.list(&b.rows, |w, row| {
            w.put(&row.metric).list(&row.of, |w, cell| {
                let [low, high] = cell.range;
                w.put(&cell.text).put(&low).line(&high);
            });
        });
        w.sources(&b.sources);
    });
    for peers in [&published.industries, &published.sizes] {
        w.list(peers, |w, p| w.put(&p.id).line(&p.title));
    }
    w.list(&published.answers, |w, a| {
        w.put(&a.id).list(&a.texts, |w, text| w.line(text));
        w.list(&a.edges, |w, edge| w.line(edge));
    });
    w.list(&published.series, |w, s| {
        w.put(&s.id).put(&s.metric);
        w.list(s.answers.as_slice(), |w, id| w.line(id));
        w.put(&s.says).put(&s.definition);
        w.list(&s.means, |w, mean| {
            w.put(&mean.year);
            spread(w, &mean.all);
            for of_peers in [&mean.industries, &mean.sizes] {
                let of_peers: Vec<_> = of_peers.iter().collect();
                w.list(&of_peers, |w, (id, s)| spread(w.put(id), s));
            }
        });
        w.sources(&s.sources);
    });
}

fn spread(w: &mut Writer, s: &Spread) {
    let numbers = Vec::from(*s);
    w.list(&numbers, |w, number| w.line(number));
}

pub(super) fn read(r: &mut Reader) -> Published {
    Published {
        credit: r.text(),
        benchmarks: r.list(benchmark),
        industries: r.list(peers),
        sizes: r.list(peers),
        answers: r.list(|r| Answers {
            id: r.id(),
            texts: r.texts(),
            edges: r.list(Reader::number),
        }),
        series: r.list(|r| Series {
            id: r.id(),
            metric: r.id(),
            answers: r.list(Reader::id).pop(),
            says: r.text(),
            definition: r.text(),
            means: r.list(|r| Mean {
                year: r.count(),
                all: read_spread(r),
                industries: by_peers(r),
                sizes: by_peers(r),
            }),
            sources: r.sources(),
        }),
    }
}

fn benchmark(r: &mut Reader) -> Benchmark {
    Benchmark {
        id: r.id(),
        year: r.count(),
        definition: r.text(),
        groups: r.list(|r| Group {
            name: r.text(),
            second_hand: r.flag(),
            share: r.list(Reader::number).pop(),
        }),
        rows: r.list(|r| Row {
            metric: r.id(),
            of: r.list(|r| Cell {
                text: r.text(),
                range: [r.number(), r.number()],
            }),
        }),
        sources: r.sources(),
    }
}

fn peers(r: &mut Reader) -> Peers {
    Peers {
        id: r.id(),
        title: r.text(),
    }
}

fn by_peers(r: &mut Reader) -> ByPeers {
    r.list(|r| (r.id(), read_spread(r))).into_iter().collect()
}

fn read_spread(r: &mut Reader) -> Spread {
    Spread::try_from(r.list(Reader::number)).expect(BROKEN)
}
