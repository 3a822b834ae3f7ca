function luminance(hex) {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const isColour = (text) => typeof text === 'string' && /^#[0-9a-f]{6}$/i.test(text);

/** White, or dark where white cannot be read on it. */
export const inkOn = (hex) => (1.05 / (luminance(hex) + 0.05) >= 4.5 ? '#ffffff' : '#1d1a19');

/** Paints an element and what is in it in a shop's colour. */
export function paint(element, colour, standard = '#d6336c') {
  const brand = isColour(colour) ? colour : standard;
  element.style.setProperty('--brand', brand);
  element.style.setProperty('--on-brand', inkOn(brand));
}
