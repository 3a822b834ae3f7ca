/** Milliseconds named by a Retry-After header, given in seconds or as an HTTP date; 0 when absent or unreadable. */
export function parseRetryAfter(header: string | null, now = Date.now()): number {
  if (header === null) return 0;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000;
  return Math.max(0, Date.parse(header) - now || 0);
}
