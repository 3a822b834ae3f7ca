import { leaf, shadow } from './brush.js';

/** A bunch of grapes. */
export function grapes(brush, { main, light, dark, stem = '#8a6a3a', leaves = '#5f9a4c' }) {
  const berry = brush.ball(light, main, dark);
  const rows = [[128, [152, 186, 220, 254]], [162, [132, 168, 204, 240, 274]], [198, [144, 182, 220, 258]], [232, [160, 196, 234]], [264, [176, 212]], [292, [194]]];
  const berries = rows
    .flatMap(([y, xs]) => xs.map((x) => `<ellipse cx="${x}" cy="${y}" rx="25" ry="26" fill="${berry}"/><ellipse cx="${x - 8}" cy="${y - 10}" rx="5" ry="7" fill="#fff" opacity=".6" transform="rotate(28 ${x - 8} ${y - 10})"/>`))
    .join('');
  return `${shadow(204, 324, 92)}<path d="M204 126C202 100 212 80 232 66" fill="none" stroke="${stem}" stroke-width="9" stroke-linecap="round"/><path d="M204 104c-16-8-34-6-46 2" fill="none" stroke="${stem}" stroke-width="5" stroke-linecap="round"/>
    <path d="M222 96c8-30 46-46 82-34-4 10 4 20 0 30-8 2-10 12-18 14-10 0-14 8-26 6-14-2-28-4-38-16z" fill="${leaves}"/><path d="M230 94c22-10 42-18 64-22" stroke="#fff" stroke-width="2" opacity=".45" fill="none"/>${berries}`;
}

/** A bowl of cherries. */
export function cherries(brush, { main, light, dark, bowl = ['#ffffff', '#f5efe4', '#d3c7b2'], leaves = '#5f9a4c' }) {
  const red = brush.ball(light, main, dark);
  const one = ([x, y, stalk]) => `${stalk ? `<path d="M${x} ${y - 20}q${stalk * 0.3}-42 ${stalk}-66" fill="none" stroke="#7a8b3c" stroke-width="4.5" stroke-linecap="round"/>` : ''}
    <path d="M${x} ${y - 22}c14-12 35-2 34 22-1 20-18 34-34 34s-33-14-34-34c-1-24 20-34 34-22z" fill="${red}"/><ellipse cx="${x - 13}" cy="${y - 8}" rx="6" ry="8" fill="#fff" opacity=".6" transform="rotate(24 ${x - 13} ${y - 8})"/>`;
  const heap = [[146, 196, 0], [206, 178, 30], [262, 196, 0], [120, 224, -22], [176, 222, 46], [236, 220, 0], [288, 226, 24]].map(one).join('');
  return `${shadow(204, 326, 128)}${leaf(232, 116, 64, 1, leaves)}${heap}
    <path d="M70 234h268c0 44-38 82-84 90h-100c-46-8-84-46-84-90z" fill="${brush.round(...bowl)}"/><path d="M70 234h268l-2 14H72z" fill="${bowl[2]}" opacity=".55"/>
    <path d="M96 256c6 26 24 46 48 56" fill="none" stroke="#fff" stroke-width="9" stroke-linecap="round" opacity=".9"/><g fill="${main}" opacity=".55"><circle cx="186" cy="284" r="5"/><circle cx="206" cy="290" r="5"/><circle cx="226" cy="284" r="5"/></g>`;
}

/** Oranges, one of them cut. */
export function oranges(brush, { main, light, dark, leaves = '#4f8f45' }) {
  const peel = brush.ball(light, main, dark);
  const dots = [[-30, -18], [-8, -36], [22, -28], [38, 2], [-40, 12], [-14, 34], [20, 38], [4, -6]].map(([x, y]) => `<circle cx="${x}" cy="${y}" r="2.4"/>`).join('');
  const whole = (x, y, size) => `<g transform="translate(${x} ${y}) scale(${size})"><circle r="70" fill="${peel}"/><g fill="${dark}" opacity=".35">${dots}</g><ellipse cx="-26" cy="-32" rx="14" ry="9" fill="#fff" opacity=".45" transform="rotate(-36 -26 -32)"/></g>`;
  const segments = [0, 1, 2, 3, 4, 5, 6, 7].map((i) => `<path transform="rotate(${i * 45})" d="M0-7c10-10 18-22 18-34 0-9-36-9-36 0 0 12 8 24 18 34z" fill="${light}"/>`).join('');
  return `${shadow(200, 326, 142)}${whole(252, 204, 0.98)}${leaf(258, 142, 40, 0.98, leaves)}${leaf(254, 142, -30, 0.74, leaves)}<path d="M254 142v-10" stroke="#6b5a2c" stroke-width="6" stroke-linecap="round"/>
    ${whole(142, 240, 1.1)}<g transform="translate(258 268)"><circle r="58" fill="${main}"/><circle r="52" fill="#fff6e2"/><g fill="${main}">${segments}</g><circle r="5" fill="#fff6e2"/></g>`;
}

/** Blueberries in a punnet. */
export function blueberries(brush, { main, light, dark, box = '#ffffff' }) {
  const blue = brush.ball(light, main, dark);
  const one = ([x, y]) => `<circle cx="${x}" cy="${y}" r="27" fill="${blue}"/><g transform="translate(${x + 3} ${y - 7})" fill="${dark}"><path d="M0-10l3 5 6-2-1 6 5 3-6 3 1 6-6-2-3 5-3-5-6 2 1-6-6-3 6-3-1-6 6 2z" opacity=".7"/></g><ellipse cx="${x - 13}" cy="${y - 11}" rx="4.5" ry="6.5" fill="#fff" opacity=".45"/>`;
  const heap = [[160, 168], [212, 156], [258, 172], [118, 198], [182, 200], [236, 202], [288, 202], [146, 226], [208, 232], [264, 230]].map(one).join('');
  return `${shadow(200, 326, 132)}${leaf(136, 158, -52, 0.95, '#69a35a')}${leaf(286, 158, 48, 0.8, '#69a35a')}${heap}
    <path d="M82 214h236l-18 102q-2 9-11 9H111q-9 0-11-9z" fill="${box}" opacity=".62"/><path d="M74 206h252v16H74z" fill="${box}"/><path d="M106 232l12 80M140 234l5 76M176 236l2 76M224 236l-2 76M260 234l-5 76M294 232l-12 80" stroke="${main}" stroke-width="2.5" opacity=".22"/>
    <rect x="150" y="250" width="100" height="46" rx="8" fill="#fff"/><rect x="168" y="262" width="64" height="5" rx="2.5" fill="${main}"/><rect x="178" y="276" width="44" height="4" rx="2" fill="${main}" opacity=".5"/><circle cx="84" cy="312" r="15" fill="${blue}"/>`;
}

/** Ears of sweet corn. */
export function corn(brush, { main, light, dark, husk = ['#a9cf78', '#74a84a', '#4d7f30'] }) {
  const clip = brush.clip('<path d="M0-118c26 10 38 58 38 112 0 36-16 62-38 62s-38-26-38-62c0-54 12-102 38-112z"/>');
  let kernels = '';
  for (let row = 0; row < 13; row++) {
    for (let column = -3; column <= 3; column++) {
      const fill = (row * 7 + column * 3) % 5 === 0 ? light : main;
      kernels += `<rect x="${column * 13 - 6}" y="${-114 + row * 13}" width="12" height="12" rx="5" fill="${fill}"/>`;
    }
  }
  const ear = (place) => `<g transform="${place}"><g clip-path="${clip}"><rect x="-44" y="-120" width="88" height="180" fill="${dark}"/>${kernels}<path d="M16-120h30v180h-30z" fill="${dark}" opacity=".25"/></g>
    <path d="M0 104C-44 84-60 20-46-44c20 26 38 60 46 148z" fill="${brush.round(...husk)}"/><path d="M0 104C44 84 60 20 46-44 26-18 8 16 0 104z" fill="${brush.round(husk[0], husk[1], husk[2])}"/>
    <path d="M0 104C-14 60-18 30-12-2c14 20 18 60 12 106z" fill="${husk[2]}" opacity=".5"/><path d="M-36-20c18 30 28 60 32 104M36-20c-18 30-28 60-32 104" fill="none" stroke="#fff" stroke-width="2" opacity=".35"/></g>`;
  return shadow(204, 326, 128) + ear('translate(256 206) rotate(16)') + ear('translate(150 214) rotate(-12)');
}
