const AT_MOST = 10;
const SLOW = 3_000;
const BETWEEN_SLOW = 60_000;

export interface Beacons {
  report(error: unknown): void;
  /** Milliseconds between saying something and seeing its reply. */
  waited(millis: number): void;
}

/** Tells of errors and slow replies: seldom, each error once, nothing personal, and never again when it does not get through. */
export function createBeacons(send: (beacon: Readonly<Record<string, unknown>>) => void): Beacons {
  const told = new Set<string>();
  let slowAt = 0;

  return {
    report(error) {
      const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
      const text = clean(message, 300);
      if (told.has(text) || told.size === AT_MOST) return;
      told.add(text);
      send({ kind: 'error', message: text, stack: clean(stack, 2000) });
    },

    waited(millis) {
      if (millis < SLOW || Date.now() - slowAt < BETWEEN_SLOW) return;
      slowAt = Date.now();
      send({ kind: 'slow-reply', millis });
    },
  };
}

/** Without addresses' queries, e-mail addresses and long numbers. */
function clean(text: string, length: number): string {
  return text.replace(/[?#][^\s:)]*|\S+@[\w.-]+|\d{5,}/g, '…').slice(0, length);
}
