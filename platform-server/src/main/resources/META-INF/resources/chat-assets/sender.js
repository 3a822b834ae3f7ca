import { createPause, isTemporary, retryDelay } from './backoff.js';

const TRIES = 5;
const REFUSALS = [400, 413, 422];
const LONGEST_QUIET_WAIT = 20_000;

/**
 * Sends the outbox in order, one message at a time, each under its own id however often it is tried. Trouble that may pass
 * is retried with growing pauses; when it does not pass, everything waiting is marked failed and kept. A message the server
 * refuses for what it says is marked rejected, and the ones after it go on.
 *
 * `deliver(item)` gives {data} or {error}; `onChange(item, state)` and `onDelivered(item, data)` tell the page.
 */
export function createSender({ outbox, deliver, onChange, onDelivered, onBusy, pause = createPause(), delay = retryDelay }) {
  let running = false;

  async function drain() {
    if (running) return;
    running = true;
    for (let item = outbox.nextPending(); item !== null; item = outbox.nextPending()) {
      await send(item);
    }
    running = false;
  }

  async function send(item) {
    const result = await tryToDeliver(item);
    if (result.data) {
      outbox.remove(item.id);
      onDelivered(item, result.data);
    } else if (REFUSALS.includes(result.error.status)) {
      settle(item, 'rejected');
    } else {
      outbox.all().filter((waiting) => waiting.state === 'pending').forEach((waiting) => settle(waiting, 'failed'));
    }
  }

  async function tryToDeliver(item) {
    for (let attempt = 0; ; attempt += 1) {
      onBusy(true);
      const result = await deliver(item);
      onBusy(false);
      if (result.data || !isTemporary(result.error)) return result;
      const wait = delay(attempt, result.error.retryAfter);
      if (attempt + 1 >= TRIES || wait > LONGEST_QUIET_WAIT) return result;
      await pause.wait(wait);
    }
  }

  function settle(item, state) {
    outbox.mark(item.id, state);
    onChange(item, state);
  }

  return {
    drain,

    /** Puts every failed message back in the queue; they keep their order. */
    retryFailed() {
      outbox.all().filter((item) => item.state === 'failed').forEach((item) => settle(item, 'pending'));
      pause.end();
      return drain();
    },
  };
}
