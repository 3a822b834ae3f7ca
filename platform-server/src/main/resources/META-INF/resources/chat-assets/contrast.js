const WHITE = [255, 255, 255];
const SOFT_BLACK = [26, 26, 26];
const BLACK = [0, 0, 0];
const READABLE = 4.5;

/** [red, green, blue] of a #rgb or #rrggbb colour; null for anything else, so that a theme can never smuggle in other CSS. */
export function parseHex(text) {
  if (typeof text !== 'string') return null;
  const match = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim());
  if (!match) return null;
  const digits = match[1].length === 3 ? match[1].replace(/./g, '$&$&') : match[1];
  return [0, 2, 4].map((at) => parseInt(digits.slice(at, at + 2), 16));
}

export function toHex(rgb) {
  return '#' + rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('');
}

/** The WCAG contrast ratio, 1 to 21. */
export function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** The text colour that can be read on `background`, always at AA: white where it can be, else a soft black, else black. */
export function textOn(background) {
  return [WHITE, SOFT_BLACK].find((ink) => contrast(ink, background) >= READABLE) ?? BLACK;
}

/** `colour`, made darker or lighter only as far as needed to reach `ratio` against `background`; its hue stays the shop's. */
export function atLeast(colour, background, ratio) {
  const end = luminance(background) > 0.18 ? 0 : 1;
  const { hue, saturation, lightness } = toHsl(colour);
  for (let step = 0; step <= 50; step += 1) {
    const moved = step === 0 ? colour : fromHsl(hue, saturation, lightness + ((end - lightness) * step) / 50);
    if (contrast(moved, background) >= ratio) return moved;
  }
  return end === 0 ? BLACK : WHITE;
}

/** `share` of `other` in `one`, 0 to 1. */
export function mix(one, other, share) {
  return one.map((part, at) => Math.round(part + (other[at] - part) * share));
}

function luminance(rgb) {
  const [red, green, blue] = rgb.map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function toHsl(rgb) {
  const [red, green, blue] = rgb.map((part) => part / 255);
  const high = Math.max(red, green, blue);
  const range = high - Math.min(red, green, blue);
  const lightness = high - range / 2;
  if (range === 0) return { hue: 0, saturation: 0, lightness };
  let hue = (green - blue) / range;
  if (high === green) hue = (blue - red) / range + 2;
  else if (high === blue) hue = (red - green) / range + 4;
  return { hue: (hue + 6) % 6, saturation: range / (1 - Math.abs(2 * lightness - 1)), lightness };
}

/** `hue` counts sixths of the colour circle. */
function fromHsl(hue, saturation, lightness) {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  return [0, 8, 4].map((offset) => {
    const at = (offset + hue * 2) % 12;
    return Math.round(255 * (lightness - reach * Math.max(-1, Math.min(at - 3, 9 - at, 1))));
  });
}
