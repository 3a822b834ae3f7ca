import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const out = `${root}dist/sdk/`;

const client = 4 * 1024;
const widget = 18 * 1024;

/** What only the client's own modules call by name, so that its name may be short. Nothing of a browser is called so there. */
const internal = /^(ask|follow|cutShort|wait|put|change|keep|on[A-Z]\w+)$/;

/** Each file that shops load: where it begins, its largest size in bytes as gzip, and what may be shortened in it. */
export const bundles = [
  { name: 'xiaoer-client.js', entry: 'packages/client/src/script.ts', budget: client, internal },
  { name: 'xiaoer-client.esm.js', entry: 'packages/client/src/index.ts', budget: client, internal, types: 'client' },
  { name: 'xiaoer-widget.js', entry: 'packages/widget/src/script.ts', budget: widget },
  { name: 'xiaoer-widget.esm.js', entry: 'packages/widget/src/index.ts', budget: widget, types: 'widget' },
  { name: 'xiaoer-chat.js', entry: 'packages/widget/src/chat.ts' },
  { name: 'xiaoer-preview.js', entry: 'packages/widget/src/preview.ts' },
].filter(({ entry }) => existsSync(root + entry));
