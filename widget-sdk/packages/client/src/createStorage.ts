import { parseJson } from './parseJson.js';
import type { Backing } from './types.js';

export interface Storage {
  read(field: string): unknown;
  write(field: string, value: unknown): void;
}

/**
 * What the device remembers about one shop and shopper, as JSON under names of their own. Where storage is blocked or full,
 * values live as long as the page. Reading `localStorage` itself throws where it is blocked, so it is touched inside a try only.
 */
export function createStorage(prefix: string, backing: () => Backing): Storage {
  const memory = new Map<string, unknown>();

  return {
    read(field) {
      if (memory.has(field)) return memory.get(field);
      try {
        return parseJson(backing().getItem(prefix + field) ?? '');
      } catch {
        return undefined;
      }
    },

    write(field, value) {
      try {
        backing().setItem(prefix + field, JSON.stringify(value));
        memory.delete(field);
      } catch {
        memory.set(field, value);
      }
    },
  };
}
