import type { Refusal, Trouble } from './types.js';

/** Why there is no way in, for trouble that trying again does not mend. */
export function refusalOf({ status, code }: Trouble, staffCode: unknown): Refusal {
  if (status === 404) return 'unknown';
  if (status === 401) return 'identity';
  if (code === 'suspended') return 'resting';
  return status === 403 && staffCode ? 'staff' : 'unavailable';
}
