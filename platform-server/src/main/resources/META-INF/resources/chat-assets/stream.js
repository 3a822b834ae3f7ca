import { isResting, isSignedOut } from './api.js';
import { createPause, retryDelay } from './backoff.js';
import { createSseParser } from './sse.js';

const LONGEST_SILENCE = 90_000;
const A_GOOD_WHILE = 5_000;

/**
 * Keeps the conversation's event stream open, resuming after the last event seen. `open(lastEventId, signal)` gives {data:
 * Response} or {error}. `onConnected(resumed)` is called for every connection: when `resumed` is false, events before it may
 * have been missed. A stream that has been silent for long is taken for a dead line and opened again.
 */
export function createStream({ open, onEvent, onConnected, onLost, onGone, onResting = () => {} }) {
  const pause = createPause();
  let connection = null;
  let stopped = false;
  let lastEventId = '';

  async function run() {
    for (let attempt = 0; !stopped; attempt += 1) {
      connection = new AbortController();
      const { data: response, error } = await open(lastEventId, connection.signal);
      if (stopped) return;
      if (error?.status === 404) {
        onGone();
        return;
      }
      if (error && (isResting(error) || isSignedOut(error))) {
        onResting(error);
        return;
      }
      if (response && isEventStream(response)) {
        onConnected(lastEventId !== '');
        if (await read(response.body, connection)) attempt = 0;
      }
      if (stopped) return;
      if (attempt > 0) onLost();
      await pause.wait(retryDelay(attempt, error?.retryAfter));
    }
  }

  /** True when the line was good: something came over it, or it stayed open for a while before it ended. */
  async function read(body, controller) {
    const since = Date.now();
    const reader = body.getReader();
    const decoder = new TextDecoder();
    const feed = createSseParser((event) => {
      lastEventId = event.id;
      onEvent(event);
    });
    let heard = false;
    const good = () => heard || Date.now() - since >= A_GOOD_WHILE;
    let watchdog = null;
    const watch = () => {
      clearTimeout(watchdog);
      watchdog = setTimeout(() => controller.abort(), LONGEST_SILENCE);
    };
    try {
      for (;;) {
        watch();
        const { done, value } = await reader.read();
        if (done) return good();
        heard = true;
        feed(decoder.decode(value, { stream: true }));
      }
    } catch {
      return good();
    } finally {
      clearTimeout(watchdog);
    }
  }

  return {
    start() {
      run();
    },

    /** Drops the line and opens it anew at once, for when the network came back or the phone woke up. */
    reconnect() {
      connection?.abort();
      pause.end();
    },

    stop() {
      stopped = true;
      connection?.abort();
      pause.end();
    },
  };
}

function isEventStream(response) {
  return response.body !== null && (response.headers.get('Content-Type') ?? '').startsWith('text/event-stream');
}
