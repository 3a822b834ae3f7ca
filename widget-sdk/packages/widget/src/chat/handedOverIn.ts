import type { HandedOver } from './HandedOver.js';

/** What a link hands over in its fragment: `#staff=CODE`, `#identity=JWT`. */
export function handedOverIn(hash: string): HandedOver {
  const parts = new URLSearchParams(hash.replace(/^#/, ''));
  const read = (name: string): string | null => parts.get(name)?.trim() || null;
  return { staffCode: read('staff'), identity: read('identity') };
}
