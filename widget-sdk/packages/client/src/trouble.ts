import type { Trouble } from './types.js';

/** Trouble the server has not told of. */
export function trouble(code: string, status = 0): { readonly error: Trouble } {
  return { error: { status, code, detail: '', retryAfter: 0 } };
}
