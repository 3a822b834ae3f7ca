import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { root } from './bundles.mjs';

const FROM = /^(?:import|export)\b[^;]*?\bfrom '([^']+)';\n?/gm;

/** The declarations of a package and of all they speak of, in one file without imports. */
export async function flattenTypes(name) {
  const parts = [];
  const seen = new Set();
  await add(`${root}dist/types/${name}/index.d.ts`);
  return `${parts.filter((part) => part !== '').join('\n')}\n`;

  async function add(path) {
    if (seen.has(path)) return;
    seen.add(path);
    const text = await readFile(path, 'utf8');
    for (const [, from] of text.matchAll(FROM)) await add(locate(from, path));
    parts.push(text.replace(FROM, '').replace(/^export \{\};\n?/gm, '').trim());
  }
}

function locate(from, path) {
  if (from.startsWith('.')) return join(dirname(path), from.replace(/\.js$/, '.d.ts'));
  const [, name, part = 'index'] = /^@xiaoer\/([^/]+)(?:\/(.+))?$/.exec(from);
  return `${root}dist/types/${name}/${part}.d.ts`;
}
