import type { Rgb } from './Rgb.js';
import { contrast } from './contrast.js';

const INKS: readonly Rgb[] = [[255, 255, 255], [26, 26, 26]];
const BLACK: Rgb = [0, 0, 0];

/** The text colour that reads on `background`, always at AA: white where it can be, else a soft black, else black. */
export function textOn(background: Rgb): Rgb {
  return INKS.find((ink) => contrast(ink, background) >= 4.5) ?? BLACK;
}
