import { parse } from './parse.js';
import type { TransportResponse, Trouble } from './types.js';

/** What an answer that is not a success says. */
export async function toTrouble(response: TransportResponse): Promise<Trouble> {
  const { code = '', detail = '' } = parse<Partial<Trouble>>(await response.text()) ?? {};
  const retryAfter = Number(response.headers.get('retry-after')) * 1000 || 0;
  return { status: response.status, code, detail, retryAfter };
}
