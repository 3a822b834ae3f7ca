import { asRecord } from './asRecord.js';
import { numberOrNull } from './numberOrNull.js';
import type { Image } from './types.js';

export function toImage(value: unknown): Image {
  const { id, width, height } = asRecord(value);
  return { id: String(id), width: numberOrNull(width) ?? 0, height: numberOrNull(height) ?? 0 };
}
