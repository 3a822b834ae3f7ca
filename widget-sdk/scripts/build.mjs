// Writes dist/sdk: the files that shops load, their maps and types, and how their sizes come about.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { bundle } from './bundle.mjs';
import { bundles, out } from './bundles.mjs';
import { flattenTypes } from './flattenTypes.mjs';

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const modules = {};
for (const one of bundles) {
  const made = await bundle(one);
  await writeFile(out + one.name, made.code);
  await writeFile(`${out}${one.name}.map`, made.map);
  modules[one.name] = made.modules;
  if (!one.types) continue;
  const types = one.name.replace('.esm.js', '');
  await writeFile(`${out}${types}.d.ts`, await flattenTypes(one.types));
  await writeFile(`${out}${types}.esm.d.ts`, `export * from './${types}.js';\n`);
}
await writeFile(new URL('../modules.json', `file://${out}`), JSON.stringify(modules));
