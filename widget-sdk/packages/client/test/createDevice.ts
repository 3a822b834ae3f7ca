import { vi } from 'vitest';
import type { Backing } from '../src/types.js';

export interface Device {
  /** Storage as one tab sees it: what it writes, the other tabs are told of. */
  tab(): Backing;
  readonly kept: Map<string, string>;
}

/** A device whose tabs share their storage and, once there is more than one, take turns. */
export function createDevice(): Device {
  const kept = new Map<string, string>();
  const listeners: { readonly tab: number; readonly hear: (event: { key: string }) => void }[] = [];
  let tabs = 0;
  let queue = Promise.resolve<unknown>(null);
  vi.stubGlobal('addEventListener', (_type: string, hear: (event: { key: string }) => void) => listeners.push({ tab: tabs, hear }));
  vi.stubGlobal('navigator', {
    locks: {
      request(_name: string, _options: unknown, work: () => Promise<unknown>) {
        const turn = queue.then(work);
        queue = turn.catch(() => null);
        return turn;
      },
    },
  });

  return {
    kept,
    tab() {
      tabs += 1;
      const tab = tabs;
      return {
        getItem: (name) => kept.get(name) ?? null,
        setItem(name, value) {
          kept.set(name, value);
          for (const one of listeners) if (one.tab !== tab) queueMicrotask(() => one.hear({ key: name }));
        },
      };
    },
  };
}
