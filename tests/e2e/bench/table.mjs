// The one table of `cargo xtask bench`: each bench notes its figures, and at the end all are printed, each
// beside what was measured in the same run, with the machine's load at that moment.
import fs from 'node:fs';
import os from 'node:os';
import { pathToFileURL } from 'node:url';

/** Notes a figure; `beside` is what it is compared with: its name and its figure. */
export function note(name, value, unit, beside) {
  const line = JSON.stringify({ name, value, unit, beside, load: os.loadavg()[0] });
  if (process.env.BENCH_TABLE) fs.appendFileSync(process.env.BENCH_TABLE, `${line}\n`);
}

const digits = (value) => value.toFixed(Math.abs(value) < 10 ? 2 : Math.abs(value) < 1000 ? 1 : 0);

function print(file) {
  const rows = fs.readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
  const shown = rows.map(({ name, value, unit, beside, load }) => [
    name, `${digits(value)} ${unit}`, beside ? `${digits(beside[1])} ${unit}` : '', beside ? `${(value / beside[1]).toFixed(2)} x` : '', beside?.[0] ?? '', load.toFixed(1),
  ]);
  const all = [['', 'ours', 'beside', 'ratio', 'what is beside it', 'load'], ...shown];
  const width = (at) => Math.max(...all.map((row) => row[at].length));
  for (const row of all) console.log(row.map((text, at) => (at === 0 || at === 4 ? text.padEnd(width(at)) : text.padStart(width(at)))).join('  '));
  console.log(`${os.cpus().length} cores, ${os.cpus()[0].model}; load: the average of a minute when it was measured`);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) print(process.argv[2]);
