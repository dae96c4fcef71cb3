// What the built-in questionnaire asks, as its files say it. Specs name practices and metrics by
// their ids, and read from here what is written on the screen.
import fs from 'node:fs';
import path from 'node:path';
import { root } from './site.mjs';

/** The tables of this kind in a file of the catalogue, in their order, with the keys that specs need. */
function tables(file, kind) {
  const text = fs.readFileSync(path.join(root, `src/catalog/${file}.toml`), 'utf8');
  return text.split(/^(?=\[\[)/m).filter((table) => table.startsWith(`[[${kind}]]`)).map((table) => {
    const key = (name) => table.match(new RegExp(`^${name} = "(.*)"$`, 'm'))?.[1];
    return { id: key('id'), title: key('title'), dimension: key('dimension'), question: key('question'), since: key('since'), changed: key('changed'), side: key('answered_by'), isQuick: /^quick = true$/m.test(table) };
  });
}

const files = ['devops', 'sre', 'platform', 'together'];
const dimensions = files.flatMap((file) => tables(file, 'dimension'));
const all = files.flatMap((file) => tables(file, 'practice'));
/** All practices, in the order in which they are asked. */
export const practices = dimensions.flatMap((dimension) => all.filter((practice) => practice.dimension === dimension.id));
/** Those of the quick check. */
export const quick = practices.filter((practice) => practice.isQuick);
/** The metrics. */
export const metrics = tables('metrics', 'metric');
/** What no longer is asked. */
export const former = tables('questionnaire', 'former');
/** How many practices of a dimension are asked. */
export const inDimension = (id) => practices.filter((practice) => practice.dimension === id).length;

/** What a practice, a metric or a dimension is called on the screen. */
export function title(id) {
  const found = [...practices, ...metrics, ...dimensions].find((one) => one.id === id);
  if (!found) throw new Error(`the questionnaire has no ${id}`);
  return found.title;
}
