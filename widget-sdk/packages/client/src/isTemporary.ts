import type { Trouble } from './types.js';

/** Whether the same request may succeed later without being changed. */
export function isTemporary({ status }: Pick<Trouble, 'status'>): boolean {
  return !status || status === 408 || status === 429 || status >= 500;
}
