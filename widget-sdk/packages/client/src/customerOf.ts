import { parse } from './parse.js';

/**
 * The customer a signed identity is about, to keep what the device remembers of one apart from what it remembers of another;
 * empty where there is none. It is not checked here: the server does that.
 */
export function customerOf(identity: string | null | undefined): string {
  try {
    const payload = atob(((identity ?? '').split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/'));
    return parse<{ readonly sub?: string }>(payload)?.sub ?? '';
  } catch {
    return '';
  }
}
