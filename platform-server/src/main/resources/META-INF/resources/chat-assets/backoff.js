const FIRST_DELAY = 800;
const LONGEST_DELAY = 30_000;

/** Milliseconds to wait before try number `attempt` + 1: doubling with jitter, never sooner than the server asked for. */
export function retryDelay(attempt, retryAfter = 0, random = Math.random) {
  const ceiling = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** Math.min(attempt, 16));
  return Math.max(retryAfter, Math.round(ceiling * (0.75 + random() * 0.25)));
}

/** Whether the same request may succeed later without being changed. */
export function isTemporary(error) {
  return error.status === 0 || error.status === 408 || error.status === 429 || error.status >= 500;
}

/** Milliseconds named by a Retry-After header, given in seconds or as an HTTP date; 0 when absent or unreadable. */
export function parseRetryAfter(header, now = Date.now()) {
  if (!header) return 0;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? 0 : Math.max(0, at - now);
}

/** A wait that can be cut short, for when the network comes back. */
export function createPause() {
  let finish = () => {};
  return {
    wait(milliseconds) {
      return new Promise((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        finish = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    },
    end() {
      finish();
    },
  };
}
