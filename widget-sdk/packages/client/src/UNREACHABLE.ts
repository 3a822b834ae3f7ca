import type { Trouble } from './types.js';

export const UNREACHABLE: { readonly error: Trouble } = {
  error: { status: 0, code: '', retryAfter: 0 },
};
