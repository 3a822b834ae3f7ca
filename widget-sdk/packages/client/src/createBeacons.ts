import { browserName } from './browserName.js';
import type { Events } from './createEvents.js';
import type { Beacon, Mode } from './types.js';

const AT_MOST = 10;
const SLOW = 3_000;
const BETWEEN_SLOW = 60_000;

export interface Watched {
  readonly on: Events['on'];
  mode(): Mode;
  beacon(beacon: Beacon): void;
}

export interface Beacons {
  /** An error that nobody caught. */
  report(error: unknown): void;
}

/** Tells of errors, and of replies that came slowly as the shopper felt it: seldom, each error once, and nothing personal. */
export function createBeacons({ on, mode, beacon }: Watched, version: string, pageKind: () => string, browser = browserName()): Beacons {
  const told = new Set<string>();
  const since = Date.now();
  let slowAt = 0;

  on('delivered', ({ at }) => {
    const now = Date.now();
    const millis = now - (at ?? now);
    if (mode() !== 'bot' || now - millis < since || millis < SLOW || now - slowAt < BETWEEN_SLOW) return;
    slowAt = now;
    beacon({ kind: 'slow-reply', browser, version, pageKind: pageKind(), millis });
  });

  return {
    report(error) {
      const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
      const text = clean(message, 300);
      if (told.has(text) || told.size === AT_MOST) return;
      told.add(text);
      beacon({ kind: 'error', browser, version, pageKind: pageKind(), message: text, stack: clean(stack, 2000) });
    },
  };
}

/** Without addresses' queries, e-mail addresses and long numbers. */
function clean(text: string, length: number): string {
  return text.replace(/[?#][^\s:)]*|\S+@[\w.-]+|\d{5,}/g, '…').slice(0, length);
}
