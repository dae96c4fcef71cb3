// Two builds of what reads tables, in turns, beside PapaParse, in one Node: on a machine with other work only what is
// measured in turns can be compared. `node tests/e2e/bench/two_tables.mjs old.wasm new.wasm [runs]`
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import Papa from 'papaparse';
import { bytesOf, files, study } from './told.mjs';

setFlagsFromString('--expose-gc');
const tidy = runInNewContext('gc');
const [one, other, runs = '7'] = process.argv.slice(2);
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const modules = await Promise.all([one, other].map((name) => WebAssembly.compile(readFileSync(name))));

for (const what of Object.keys(files)) {
  const bytes = bytesOf(what);
  const text = new TextDecoder().decode(bytes);
  const found = [[], []];
  const theirs = [];
  for (let i = 0; i < Number(runs); i++) {
    for (const [at, module] of modules.entries()) {
      tidy();
      const before = process.resourceUsage().minorPageFault;
      const own = await study(module, bytes);
      found[at].push({ ...own, faults: process.resourceUsage().minorPageFault - before });
    }
    tidy();
    const start = performance.now();
    Papa.parse(text);
    theirs.push(performance.now() - start);
  }
  console.log(`${what}; PapaParse's parse alone: ${median(theirs).toFixed(0)} ms; load ${loadavg()[0].toFixed(1)}`);
  for (const [at, name] of [one, other].entries()) {
    const of = (key) => median(found[at].map((run) => run[key]));
    console.log(`  ${name}: ${of('took').toFixed(0)} ms, ${(of('took') / median(theirs)).toFixed(3)} of it; memory ${(of('memory') / bytes.length).toFixed(2)} of the file; ${of('faults')} page faults; ${of('again')} bytes came again`);
  }
  const numbers = found.map((each) => JSON.stringify(each.at(-1).readings.map(({ metric, text, cases }) => [metric, text, cases])));
  if (numbers[0] !== numbers[1]) throw new Error(`the numbers differ:\n${numbers.join('\n')}`);
}
