import { oneOf } from './oneOf.js';
import type { Mode } from './types.js';

export function toMode(value: unknown): Mode {
  return oneOf(value, 'bot', 'waiting', 'person', 'closed', 'fallback');
}
