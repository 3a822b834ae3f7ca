import { readFile } from 'node:fs/promises';
import { transform } from 'esbuild';

/** Style sheets as strings, without what only people read. */
export const minifyCss = {
  name: 'minify-css',
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), { loader: 'css', minify: true, target: 'safari14' });
      return { contents: code.trim(), loader: 'text' };
    });
  },
};
