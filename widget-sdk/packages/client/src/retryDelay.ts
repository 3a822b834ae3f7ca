const FIRST = 800;
const LONGEST = 30_000;

/** Milliseconds to wait before try number `attempt` + 1: doubling with jitter, never sooner than the server asked for. */
export function retryDelay(attempt: number, retryAfter = 0, random = Math.random): number {
  const ceiling = Math.min(LONGEST, FIRST * 2 ** attempt);
  return Math.max(retryAfter, Math.round(ceiling * (0.75 + random() * 0.25)));
}
