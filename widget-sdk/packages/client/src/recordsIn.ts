import { isRecord } from './isRecord.js';

/** The objects of a list; what is no list has none. */
export function recordsIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}
