import type { Rgb } from './Rgb.js';
import { contrast } from './contrast.js';
import { luminance } from './luminance.js';
import { mix } from './mix.js';

/** `colour`, made darker or lighter only as far as needed to reach `ratio` against `background`. */
export function atLeast(colour: Rgb, background: Rgb, ratio: number): Rgb {
  const end: Rgb = luminance(background) > 0.18 ? [0, 0, 0] : [255, 255, 255];
  let moved = colour;
  for (let step = 1; step <= 50 && contrast(moved, background) < ratio; step += 1) moved = mix(colour, end, step / 50);
  return moved;
}
