import { build } from 'esbuild';
import { minify } from 'terser';
import { minifyCss } from './minifyCss.mjs';
import { root } from './bundles.mjs';

/** One file for browsers with its source map, and how many bytes each module has in it: {code, map, modules}. */
export async function bundle({ name, entry, internal }) {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: `dist/sdk/${name}`,
    bundle: true,
    format: name.endsWith('.esm.js') ? 'esm' : 'iife',
    target: 'es2020',
    charset: 'utf8',
    sourcemap: 'external',
    sourcesContent: true,
    legalComments: 'none',
    plugins: [minifyCss],
    metafile: true,
    write: false,
  });
  const text = (end) => outputFiles.find(({ path }) => path.endsWith(end)).text;
  const { code, map } = await minify(text('.js'), {
    ecma: 2020,
    module: true,
    compress: { passes: 4, unsafe: true, unsafe_arrows: true, pure_getters: true, keep_fargs: false },
    mangle: internal ? { properties: { regex: internal } } : true,
    sourceMap: { content: text('.map'), filename: name, url: `${name}.map`, includeSources: true },
  });
  const [{ inputs }] = Object.values(metafile.outputs).filter(({ entryPoint }) => entryPoint);
  return { code, map, modules: Object.entries(inputs).map(([path, { bytesInOutput }]) => ({ path, bytes: bytesInOutput })) };
}
