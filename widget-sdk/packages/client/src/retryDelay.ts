const FIRST = 800;
const LONGEST = 30_000;

/** Milliseconds to wait before try number `attempt` + 1: doubling with jitter, never sooner than the server asked for. */
export function retryDelay(attempt: number, retryAfter: number): number {
  return Math.max(retryAfter, Math.min(LONGEST, FIRST * 2 ** attempt) * (0.75 + Math.random() * 0.25));
}
