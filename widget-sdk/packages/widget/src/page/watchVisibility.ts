import type { Client } from '@xiaoer/client';

const AWAY = 60_000;

/**
 * Lets go of the line while nobody looks, since browsers allow few of them, and takes it up again at once. Somebody who waits
 * for a person keeps it.
 */
export function watchVisibility(client: Client, looking: () => boolean): { check(): void; stop(): void } {
  let timer = 0;
  let away = false;

  function leave(): void {
    const { mode } = client.state;
    away = mode !== 'waiting' && mode !== 'person';
    if (away) client.sleep();
  }

  return {
    check() {
      clearTimeout(timer);
      if (!looking()) timer = window.setTimeout(leave, AWAY);
      else if (away) client.wake();
      away = away && !looking();
    },
    stop: () => clearTimeout(timer),
  };
}
