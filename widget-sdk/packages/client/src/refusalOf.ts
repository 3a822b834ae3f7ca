import type { Refusal, Trouble } from './types.js';

/** Why there is no way in, for trouble that trying again does not mend. */
export function refusalOf({ status, code }: Trouble, withStaffCode: boolean): Refusal {
  if (status === 404) return 'unknown';
  if (status === 401) return 'identity';
  if (status !== 403) return 'unavailable';
  if (code === 'suspended') return 'resting';
  return withStaffCode ? 'staff' : 'unavailable';
}
