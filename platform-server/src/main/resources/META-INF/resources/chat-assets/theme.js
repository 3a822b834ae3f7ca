import { atLeast, mix, parseHex, textOn, toHex } from './contrast.js';

const DEFAULT_BRAND = '#c2512f';
const SCHEMES = {
  light: { surface: '#ffffff', canvas: '#f7f4ef' },
  dark: { surface: '#24221f', canvas: '#171614' },
};

/** The shop's colour as the custom properties chat.css needs; every text colour among them reads at AA in that scheme. */
export function brandColours(primaryColor, scheme) {
  const brand = parseHex(primaryColor) ?? parseHex(DEFAULT_BRAND);
  const surface = parseHex(SCHEMES[scheme].surface);
  const canvas = parseHex(SCHEMES[scheme].canvas);
  const fill = atLeast(brand, canvas, 1.3);
  const tint = atLeast(brand, surface, 2);
  const soft = mix(surface, tint, scheme === 'dark' ? 0.16 : 0.08);
  return {
    '--brand': toHex(fill),
    '--on-brand': toHex(textOn(fill)),
    '--brand-ink': toHex(atLeast(brand, soft, 4.6)),
    '--brand-soft': toHex(soft),
    '--brand-line': toHex(mix(surface, tint, 0.42)),
  };
}

/** Puts the shop's colour on the page, following the device between light and dark. */
export function applyBrand(primaryColor, root = document.documentElement) {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const paint = () => {
    for (const [name, value] of Object.entries(brandColours(primaryColor, dark.matches ? 'dark' : 'light'))) {
      root.style.setProperty(name, value);
    }
  };
  paint();
  dark.onchange = paint;
}
