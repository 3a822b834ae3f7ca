import { parse } from './parse.js';
import type { Backing } from './types.js';

export interface Storage {
  read<T>(field: string): T | null | undefined;
  write(field: string, value: unknown): void;
}

/**
 * What the device remembers about one shop and shopper, as JSON under names of their own. Where storage is blocked or full,
 * values live as long as the page. Reading `localStorage` itself throws where it is blocked, so it is touched inside a try only.
 */
export function createStorage(prefix: string, backing: () => Backing): Storage {
  const memory = new Map<string, string>();

  return {
    read(field) {
      try {
        return parse(memory.get(field) ?? backing().getItem(prefix + field));
      } catch {
        return null;
      }
    },

    write(field, value) {
      const text = JSON.stringify(value);
      memory.set(field, text);
      try {
        backing().setItem(prefix + field, text);
        memory.delete(field);
      } catch {
        // it stays in memory
      }
    },
  };
}
