import { asRecord } from './asRecord.js';
import { asText } from './asText.js';
import { parseJson } from './parseJson.js';
import { parseRetryAfter } from './parseRetryAfter.js';
import type { TransportResponse, Trouble } from './types.js';

/** What an answer that is not a success says. */
export function toTrouble(response: TransportResponse): Trouble {
  const { code, detail } = asRecord(parseJson(response.text));
  return {
    status: response.status,
    code: asText(code),
    detail: asText(detail),
    retryAfter: parseRetryAfter(response.header('retry-after')),
  };
}
