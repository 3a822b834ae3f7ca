// `node scripts/whenChanged.mjs build|test`: does what npm would, unless nothing has changed since it last went well.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { out, root } from './bundles.mjs';

const marks = join(root, 'dist/marks');

function files(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !['node_modules', 'dist', 'target', 'pom.xml'].includes(name))
    .flatMap((entry) => (entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]));
}

function digest(paths) {
  const hash = createHash('sha256').update(process.version);
  for (const path of paths.sort()) hash.update(`\0${path}\0`).update(readFileSync(join(root, path)));
  return hash.digest('hex');
}

function npm(what, ...words) {
  const { status, error } = spawnSync('npm', words, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (error?.code === 'ENOENT') console.error('The widget SDK is built by npm, which was not found: install it together with Node 20 or newer.');
  if (error || status !== 0) {
    console.error(`The widget SDK could not be ${what}; npm says why above.`);
    process.exit(1);
  }
}

function unlessDone(step, paths, isThere, work) {
  const mark = join(marks, step);
  const now = digest(paths);
  if (isThere && existsSync(mark) && readFileSync(mark, 'utf8') === now) return;
  work();
  mkdirSync(marks, { recursive: true });
  writeFileSync(mark, now);
}

const all = files('');
const isBuilt = (path) => !/(^|[\\/])test[\\/]|^examples/.test(path);

unlessDone('installed', ['package-lock.json', '.npmrc'], existsSync(join(root, 'node_modules')), () => npm('fetched', 'ci'));
unlessDone('built', all.filter(isBuilt), existsSync(out), () => npm('built', 'run', 'build'));
if (process.argv[2] === 'test') unlessDone('tested', all, true, () => npm('tested', 'test'));
