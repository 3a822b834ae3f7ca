import type { Rgb } from './Rgb.js';
import { atLeast } from './atLeast.js';
import { mix } from './mix.js';
import { parseHex } from './parseHex.js';
import { textOn } from './textOn.js';
import { toHex } from './toHex.js';

const DEFAULT_BRAND: Rgb = [194, 81, 47];
const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [255, 255, 255];
const DARK: Rgb = [36, 35, 33];

/** The shop's colour as the custom properties the styles need; every text colour among them reads at AA in that scheme. */
export function brandColours(primaryColor: unknown, dark: boolean): Record<string, string> {
  const surface = dark ? DARK : WHITE;
  const brand = parseHex(primaryColor) ?? DEFAULT_BRAND;
  const fill = atLeast(brand, surface, 1.4);
  const on = textOn(fill);
  const soft = mix(surface, fill, dark ? 0.16 : 0.08);
  const ink = toHex(atLeast(brand, soft, 4.6));
  return {
    '--brand': toHex(fill),
    '--brand-deep': toHex(on[0] === 255 ? mix(fill, BLACK, 0.12) : mix(fill, WHITE, 0.14)),
    '--on-brand': toHex(on),
    '--brand-ink': ink,
    '--brand-soft': toHex(soft),
    '--brand-line': `${ink}66`,
  };
}
