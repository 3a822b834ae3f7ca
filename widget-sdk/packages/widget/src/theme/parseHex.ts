import type { Rgb } from './Rgb.js';

/** The colour of a #rgb or #rrggbb; null for anything else, so that a theme can never smuggle in other CSS. */
export function parseHex(text: unknown): Rgb | null {
  if (typeof text !== 'string') return null;
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim())?.[1];
  if (digits === undefined) return null;
  const long = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  const part = (at: number): number => parseInt(long.slice(at, at + 2), 16);
  return [part(0), part(2), part(4)];
}
