import { expect, test } from 'vitest';
import type { Rgb } from '../src/theme/Rgb.js';
import { atLeast } from '../src/theme/atLeast.js';
import { brandColours } from '../src/theme/brandColours.js';
import { contrast } from '../src/theme/contrast.js';
import { parseHex } from '../src/theme/parseHex.js';
import { textOn } from '../src/theme/textOn.js';
import { toHex } from '../src/theme/toHex.js';

const STEPS = Array.from({ length: 16 }, (_none, step) => step * 17);
const CUBE: Rgb[] = STEPS.flatMap((red) => STEPS.flatMap((green) => STEPS.map((blue): Rgb => [red, green, blue])));
const SURFACES: Record<'light' | 'dark', Rgb> = { light: [255, 255, 255], dark: [36, 35, 33] };

function colour(values: Record<string, string>, name: string): Rgb {
  const found = parseHex(values[name]);
  if (found === null) throw new Error(`no colour ${name}`);
  return found;
}

test('measuresContrastAsWcagDoes', () => {
  expect(contrast([0, 0, 0], [255, 255, 255])).toBe(21);
  expect(contrast([255, 255, 255], [255, 255, 255])).toBe(1);
  expect(contrast([0x76, 0x76, 0x76], [255, 255, 255]).toFixed(2)).toBe('4.54');
});

test('readsShortAndLongHexColours', () => {
  expect(parseHex('#f60')).toEqual([255, 102, 0]);
  expect(parseHex(' #FF6600 ')).toEqual([255, 102, 0]);
  expect(toHex([255, 102, 0])).toBe('#ff6600');
});

test('refusesAnythingThatIsNotAHexColour', () => {
  for (const odd of ['red', '#ff', '#12345', '#ggg', 'url(x)', '#fff;background:url(x)', '', null, undefined, 7]) {
    expect(parseHex(odd), String(odd)).toBeNull();
  }
});

test('choosesWhiteOnDarkAndDarkOnLight', () => {
  expect(textOn([0x1f, 0x4e, 0x8c])).toEqual([255, 255, 255]);
  expect(textOn([0xff, 0xd4, 0x00])).toEqual([26, 26, 26]);
});

test('movesAColourOnlyAsFarAsNeeded', () => {
  expect(atLeast([0, 0, 0], [255, 255, 255], 4.5)).toEqual([0, 0, 0]);
  expect(contrast(atLeast([255, 212, 0], [255, 255, 255], 4.5), [255, 255, 255])).toBeGreaterThanOrEqual(4.5);
});

test.each([false, true])('isReadableInEveryColourAShopMayPick, dark: %s', (dark) => {
  const surface = SURFACES[dark ? 'dark' : 'light'];
  const unreadable = CUBE.filter((brand) => {
    const colours = brandColours(toHex(brand), dark);
    const on = colour(colours, '--on-brand');
    const ink = colour(colours, '--brand-ink');
    return (
      contrast(on, colour(colours, '--brand')) < 4.5 ||
      contrast(on, colour(colours, '--brand-deep')) < 4.5 ||
      contrast(ink, colour(colours, '--brand-soft')) < 4.5 ||
      contrast(ink, surface) < 4.5
    );
  });
  expect(unreadable).toEqual([]);
});
