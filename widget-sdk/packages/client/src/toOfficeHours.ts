import { asText } from './asText.js';
import { isRecord } from './isRecord.js';
import type { OfficeHours } from './types.js';

export function toOfficeHours(value: unknown): OfficeHours | null {
  return isRecord(value) ? { open: value.open === true, text: asText(value.text) } : null;
}
