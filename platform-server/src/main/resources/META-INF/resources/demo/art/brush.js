let made = 0;

/** What a drawing is made with: shades that are defined once, and shapes that repeat. */
export function createBrush() {
  const defs = [];

  function gradient(stops, direction) {
    const id = `shade-${++made}`;
    const parts = stops.map(([at, colour]) => `<stop offset="${at}" stop-color="${colour}"/>`).join('');
    defs.push(`<linearGradient id="${id}" ${direction}>${parts}</linearGradient>`);
    return `url(#${id})`;
  }

  return {
    defs: () => (defs.length ? `<defs>${defs.join('')}</defs>` : ''),
    /** Lit from the left: for round things that stand. */
    round: (light, main, dark) =>
      gradient([[0, main], [0.22, light], [0.55, main], [1, dark]], 'x1="0" x2="1" y1="0" y2="0"'),
    fall: (top, bottom) => gradient([[0, top], [1, bottom]], 'x1="0" x2="0" y1="0" y2="1"'),
    slant: (from, to) => gradient([[0, from], [1, to]], 'x1="0" x2="1" y1="0" y2="1"'),
    ball(light, main, dark) {
      const id = `shade-${++made}`;
      defs.push(
        `<radialGradient id="${id}" cx=".36" cy=".3" r=".78"><stop offset="0" stop-color="${light}"/>` +
          `<stop offset=".5" stop-color="${main}"/><stop offset="1" stop-color="${dark}"/></radialGradient>`,
      );
      return `url(#${id})`;
    },
    clip(shape) {
      const id = `shade-${++made}`;
      defs.push(`<clipPath id="${id}">${shape}</clipPath>`);
      return `url(#${id})`;
    },
  };
}

/** The shadow of something that stands at (x, y). */
export const shadow = (x, y, width, height = 11) =>
  `<ellipse cx="${x}" cy="${y}" rx="${width}" ry="${height}" fill="#2b1d1a" opacity=".14"/>`;

/** Words on a label, too small to read. */
export function lines(x, y, widths, colour, gap = 9) {
  return widths
    .map((width, i) => `<rect x="${x - width / 2}" y="${y + i * gap}" width="${width}" height="3.4" rx="1.7" fill="${colour}"/>`)
    .join('');
}

export const drop = (x, y, size, fill) =>
  `<path transform="translate(${x} ${y}) scale(${size})" d="M0-13C5-6 8.5-1 8.5 4.2a8.5 8.5 0 0 1-17 0C-8.5-1-5-6 0-13z" fill="${fill}"/>`;

export const leaf = (x, y, turn, size, fill, vein = '#ffffff') =>
  `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${size})"><path d="M0 0C-16-12-16-36 0-52 16-36 16-12 0 0z" fill="${fill}"/>` +
  `<path d="M0-2V-44" stroke="${vein}" stroke-width="1.6" opacity=".45"/></g>`;
