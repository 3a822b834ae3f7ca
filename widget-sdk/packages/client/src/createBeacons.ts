import { asRecord } from './asRecord.js';
import { asText } from './asText.js';

const AT_MOST = 10;
const BETWEEN_SLOW = 60_000;
const SLOW = 3_000;

export interface Beacons {
  error(error: unknown): void;
  /** Milliseconds between saying something and seeing its reply. */
  reply(millis: number): void;
}

/** Tells of errors and slow replies: seldom, each error once, nothing personal, and never again when it does not get through. */
export function createBeacons(send: (beacon: Readonly<Record<string, unknown>>) => void): Beacons {
  const told = new Set<string>();
  let slowAt = 0;

  return {
    error(error) {
      const { message, stack } = error instanceof Error ? error : asRecord(error);
      const text = clean(asText(message) || String(error));
      if (told.has(text) || told.size >= AT_MOST) return;
      told.add(text);
      send({ kind: 'error', message: text.slice(0, 300), stack: clean(asText(stack)).slice(0, 2000) });
    },

    reply(millis) {
      if (millis < SLOW || Date.now() - slowAt < BETWEEN_SLOW) return;
      slowAt = Date.now();
      send({ kind: 'slow-reply', millis });
    },
  };
}

/** Without addresses' queries, e-mail addresses and long numbers. */
function clean(text: string): string {
  return text.replace(/[?#][^\s:)]*|\S+@[\w.-]+|\d{5,}/g, '…');
}
