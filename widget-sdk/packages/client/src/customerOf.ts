import { asRecord } from './asRecord.js';
import { parseJson } from './parseJson.js';

/**
 * The customer a signed identity is about, to keep what the device remembers of one apart from what it remembers of another;
 * empty where there is none. It is not checked here: the server does that.
 */
export function customerOf(identity: string | null): string {
  try {
    const payload = (identity ?? '').split('.')[1] ?? '';
    const { sub } = asRecord(parseJson(atob(payload.replace(/-/g, '+').replace(/_/g, '/'))));
    return sub === undefined ? '' : String(sub);
  } catch {
    return '';
  }
}
