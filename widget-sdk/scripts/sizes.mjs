// Prints what each file weighs as gzip, and its parts; fails where one is over its budget.
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { bundles, out } from './bundles.mjs';

const modules = JSON.parse(await readFile(new URL('../modules.json', `file://${out}`), 'utf8'));
const row = (name, size, rest = '') => console.log(`${name.padEnd(34)}${size.toFixed(2).padStart(7)} KB${rest}`);
let over = false;
for (const { name, budget } of bundles) {
  const size = gzipSync(await readFile(out + name)).length;
  const tooMuch = budget !== undefined && size > budget;
  over ||= tooMuch;
  row(name, size / 1024, budget === undefined ? '' : ` of ${budget / 1024}${tooMuch ? '  TOO LARGE' : ''}`);
  const parts = group(modules[name]);
  const whole = modules[name].reduce((sum, { bytes }) => sum + bytes, 0);
  for (const [part, files] of parts) {
    row(`  ${part}`, (files.reduce((sum, { bytes }) => sum + bytes, 0) / whole) * (size / 1024));
  }
}
if (over) {
  console.error('A file is larger than its budget: find what can do without, or can wait until it is needed.');
  process.exit(1);
}

/** `packages/widget/src/log/createLog.ts` is of the part `widget/log`. */
function partOf({ path }) {
  return path.replace(/^packages\//, '').replace(/\/src\/?/, '/').replace(/\/?[^/]*$/, '');
}

function group(files) {
  const parts = new Map();
  for (const file of files) parts.set(partOf(file), [...(parts.get(partOf(file)) ?? []), file]);
  return parts;
}
