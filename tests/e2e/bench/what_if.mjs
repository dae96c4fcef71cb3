// The loop of `examples/what_if.rs` in plain JavaScript, over the same answers: value, interval, coverage
// and the level reached of each dimension, each discipline and the whole. What is asked comes as a JSON
// file, the first argument; the others are what the example said, natively and in wasm.
import fs from 'node:fs';
import { note } from './table.mjs';

const plan = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const { rows, dimensions, disciplines, sets } = plan;
const marks = new Uint8Array(sets * rows.length);
// 1 to 5; 0 is not answered.
for (let at = 0; at < marks.length; at++) marks[at] = (((at * 7919) % 1_000_003) % 6 + 1) % 6;

/** The weighted mean of parts. */
function mean(parts, weights, from, to) {
  let value = 0, valued = 0, low = 0, high = 0, coverage = 0, all = 0;
  for (let i = from; i < to; i++) {
    const [part, weight] = [parts[i], weights[i]];
    if (part.low === null) continue;
    low += weight * part.low; high += weight * part.high; coverage += weight * part.coverage; all += weight;
    if (part.value !== null) { value += weight * part.value; valued += weight; }
  }
  return { value: valued ? value / valued : null, low: all ? low / all : null, high: all ? high / all : null, coverage: all ? coverage / all : null };
}
/** The highest level at which four fifths of the weight stand, and below which no key practice stands by two. */
function reached(at, from, to) {
  let given = false;
  for (let i = from; i < to; i++) given ||= marks[at + i] > 0;
  if (!given) return null;
  for (let level = 5; level > 1; level--) {
    let [stand, all, held] = [0, 0, false];
    for (let i = from; i < to; i++) {
      const own = marks[at + i] || 1;
      all += rows[i].weight;
      if (own >= level) stand += rows[i].weight;
      held ||= rows[i].key && own + 1 < level;
    }
    if (stand * 5 >= all * 4 && !held) return level;
  }
  return 1;
}
const part = (mark) => (mark ? { value: (mark - 1) * 25, low: (mark - 1) * 25, high: (mark - 1) * 25, coverage: 1 } : { value: null, low: 0, high: 100, coverage: 0 });
const parts = [0, 1, 2, 3, 4, 5].map(part);
const weights = [rows, dimensions, disciplines].map((all) => all.map((one) => one.weight));

function score(at) {
  const own = rows.map((_, i) => parts[marks[at + i]]);
  const of = (nodes, inner, given) => nodes.map((node) => ({ ...mean(inner, given, ...node.inner), level: reached(at, ...node.rows) }));
  const inDimensions = of(dimensions, own, weights[0]);
  const inDisciplines = of(disciplines, inDimensions, weights[1]);
  return { ...mean(inDisciplines, weights[2], 0, disciplines.length), level: reached(at, 0, rows.length) };
}

let [best, sum] = [Infinity, 0];
for (let run = 0; run < 5; run++) {
  sum = 0;
  const start = performance.now();
  for (let set = 0; set < sets; set++) sum += score(set * rows.length).value ?? 0;
  best = Math.min(best, performance.now() - start);
}
console.log(`assessments scored by a plain loop: ${(sets / best).toFixed(0)} thousand a second, sum ${sum.toFixed(3)}`);
for (const [how, said] of [['natively', process.argv[3]], ['in wasm', process.argv[4]]]) {
  const [, thousands, total] = said.match(/scored: (\d+) thousand a second, sum ([\d.]+)/);
  if (Math.abs(total - sum) > 1e-6 * sum) throw new Error(`${how}: ${total}, and ${sum} here: not the same work`);
  note(`${sets} what-if scorings ${how}`, sets / thousands, 'ms', ['a plain loop in JavaScript', best]);
}
