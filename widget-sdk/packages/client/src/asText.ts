import { textOrNull } from './textOrNull.js';

export function asText(value: unknown): string {
  return textOrNull(value) ?? '';
}
