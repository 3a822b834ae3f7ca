import { asRecord } from './asRecord.js';
import type { Storage } from './createStorage.js';
import { newId } from './newId.js';
import { numberOrNull } from './numberOrNull.js';

const LASTS = 6_000;

export interface Lease {
  /** False while another tab has it. */
  take(): Promise<boolean>;
  /** Milliseconds until the tab that has it would lose it. */
  remaining(): number;
  release(): void;
}

/**
 * Lets one of several tabs do something, kept in storage and renewed while it is held, so that it falls to another tab when
 * its holder is closed or frozen. Two that take it in the same instant find out which of them was last.
 */
export function createLease(storage: Storage): Lease {
  const me = newId();
  let timer: ReturnType<typeof setInterval> | undefined;
  const holder = (): unknown => asRecord(storage.read('lease')).by;
  const remaining = (): number => (numberOrNull(asRecord(storage.read('lease')).until) ?? 0) - Date.now();
  const write = (until: number): void => storage.write('lease', { by: me, until });
  const renew = (): void => {
    if (holder() === me) write(Date.now() + LASTS);
    else clearInterval(timer);
  };

  return {
    async take() {
      const mine = holder() === me;
      if (!mine && remaining() > 0) return false;
      write(Date.now() + LASTS);
      if (!mine) await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 30));
      clearInterval(timer);
      if (holder() !== me) return false;
      timer = setInterval(renew, LASTS / 3);
      return true;
    },

    remaining,

    release() {
      clearInterval(timer);
      if (holder() === me) write(0);
    },
  };
}
