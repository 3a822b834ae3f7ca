import { leaf, shadow } from './brush.js';

const board = (brush) => `<path d="M52 276h296q12 0 12 14v16q0 18-18 18H58q-18 0-18-18v-16q0-14 12-14z" fill="${brush.fall('#d9ab74', '#b98349')}"/><path d="M66 290h120M206 300h120M90 310h90" stroke="#8f6030" stroke-width="2.5" opacity=".35" stroke-linecap="round"/>`;
const rosemary = (x, y, turn) => `<g transform="translate(${x} ${y}) rotate(${turn})" stroke="#4f7f45" stroke-linecap="round"><path d="M0 0V-84" stroke-width="4"/>${[10, 24, 38, 52, 66].map((at) => `<path d="M0-${at}l-15-13M0-${at}l15-13" stroke-width="6"/>`).join('')}</g>`;

/** A marbled steak on a board. */
export function steak(brush, { main, light, dark, fat = '#fff1e4' }) {
  const shape = 'M96 236c-16-52 30-98 92-102 42-3 62 14 92 12 36-2 56 30 48 70-8 42-50 62-106 64-60 3-112 4-126-44z';
  const clip = brush.clip(`<path d="${shape}"/>`);
  const marble = 'M130 184c20-14 44-8 58-20M120 224c24-4 34 12 60 2s24-22 46-24M176 262c16-14 40-6 60-18s40-10 52-26M226 176c18 4 28-6 44-2M250 204c14-2 22 6 36 2M150 250c6-6 16-8 22-4M196 196c8 4 16 2 22-4';
  return `${shadow(200, 330, 158)}${board(brush)}<path d="${shape}" transform="translate(2 10)" fill="${dark}"/><path d="${shape}" fill="${fat}"/>
    <g clip-path="${clip}"><path d="${shape}" transform="translate(17 13) scale(.92)" fill="${brush.slant(light, main)}"/><path d="${marble}" fill="none" stroke="${fat}" stroke-width="6" stroke-linecap="round" opacity=".9"/>
    <path d="M150 214c10-4 18 0 26-4M230 232c10-8 22-6 30-12M204 160c12-4 22 2 34-2" fill="none" stroke="${fat}" stroke-width="3.5" stroke-linecap="round" opacity=".75"/></g>
    ${rosemary(330, 276, 38)}<g fill="#2c2320"><circle cx="84" cy="262" r="5"/><circle cx="100" cy="270" r="4"/><circle cx="72" cy="270" r="3.5"/></g><circle cx="302" cy="268" r="18" fill="${brush.ball('#ff8b6b', '#d9412a', '#97240f')}"/><path d="M302 252l-6-7m6 7l7-6m-7 6v-9" stroke="#5c8d44" stroke-width="3.5" stroke-linecap="round"/>`;
}

/** Slices of salmon on a plate. */
export function salmon(brush, { main, light, dark, plate = ['#ffffff', '#f3f1ec', '#cfcac0'] }) {
  const slice = (x, y, turn) => `<g transform="translate(${x} ${y}) rotate(${turn})"><path d="M-52 34c-14-28 0-68 34-78 22-6 58 6 68 26 8 18-8 46-36 56-26 9-54 12-66-4z" fill="${brush.slant(light, main)}"/>
    <path d="M-40 18c4-22 20-42 44-48M-20 28c6-24 22-44 44-54M4 28c8-20 20-34 34-42" fill="none" stroke="#ffe3d3" stroke-width="5.5" stroke-linecap="round"/><path d="M-52 34c12 16 40 13 66 4 28-10 44-38 36-56 12 26 0 62-36 74-30 10-58 2-66-22z" fill="${dark}" opacity=".55"/></g>`;
  return `${shadow(200, 326, 152)}<ellipse cx="200" cy="284" rx="156" ry="42" fill="${plate[2]}"/><ellipse cx="200" cy="276" rx="156" ry="42" fill="${brush.slant(plate[0], plate[1])}"/><ellipse cx="200" cy="274" rx="124" ry="29" fill="none" stroke="${plate[2]}" stroke-width="2" opacity=".7"/>
    ${leaf(112, 262, -38, 1.3, '#6ea65c')}${leaf(138, 250, -14, 1.2, '#82b56e')}${slice(138, 216, -8)}${slice(196, 210, -4)}${slice(254, 216, 2)}
    <g transform="translate(312 252)"><circle r="29" fill="#f5d24a"/><circle r="24" fill="#fff7d6"/><circle r="21" fill="#f7dd6d"/>${[0, 45, 90, 135].map((turn) => `<path d="M0-21V21" transform="rotate(${turn})" stroke="#fff7d6" stroke-width="3"/>`).join('')}</g>
    <path d="M76 276c4-14 26-14 28 0 3 7-4 12-14 12s-17-5-14-12z" fill="#b5cc6b"/>`;
}

/** Prawns on ice. */
export function prawns(brush, { main, light, dark }) {
  const prawn = (place) => `<g transform="${place}"><path d="M-62-34C-30-70 46-62 62-6c8 30-10 58-40 62 16-20 14-38 2-50-20-20-56-8-78-14-10-3-14-18-8-26z" fill="${brush.slant(light, main)}"/>
    <path d="M-26-48c-2 14-2 26 4 38M0-52c-4 16-6 30-2 46M26-42c-10 14-14 28-12 46M46-18c-14 6-22 14-26 24M52 12c-12-2-22 0-30 6" fill="none" stroke="${dark}" stroke-width="3.5" opacity=".55" stroke-linecap="round"/>
    <path d="M22 56c-14 4-28 14-32 28 16 2 30-6 36-18 0 12 8 24 22 28 4-16-6-30-26-38z" fill="${main}"/><path d="M-62-30c-26-10-44-32-48-58M-60-24c-30-2-52-16-66-38M-46-8c-6 12-16 20-26 24M-30-4c-4 12-12 20-20 26M-14-4c-2 10-6 18-14 24" fill="none" stroke="${dark}" stroke-width="3.5" stroke-linecap="round"/><circle cx="-52" cy="-30" r="5" fill="#2b1a12"/></g>`;
  const ice = [[86, 290, 34, 12], [140, 302, 40, -8], [206, 298, 38, 20], [262, 304, 42, 4], [318, 290, 34, -14], [112, 268, 30, 30], [290, 268, 32, 26], [180, 280, 30, -22], [236, 278, 30, 10]]
    .map(([x, y, size, turn]) => `<g transform="translate(${x} ${y}) rotate(${turn})"><rect x="${-size / 2}" y="${-size / 2}" width="${size}" height="${size}" rx="7" fill="#e8f6fb"/><path d="M${-size / 2 + 6} ${size / 2 - 8}L${size / 2 - 8} ${-size / 2 + 6}" stroke="#fff" stroke-width="5" stroke-linecap="round"/></g>`)
    .join('');
  return `${shadow(200, 328, 158)}${ice}${prawn('translate(252 190) rotate(14) scale(.98)')}${prawn('translate(172 216) rotate(-8) scale(1.05)')}
    <g transform="translate(312 268)"><path d="M-30 0a30 30 0 0 1 60 0z" fill="#f5d24a"/><path d="M-23 0a23 23 0 0 1 46 0z" fill="#fff7d6"/><path d="M0 0v-20M0 0l-15-14M0 0l15-14" stroke="#f5d24a" stroke-width="3"/></g>`;
}

/** A basket of mushrooms. */
export function mushrooms(brush, { main, light, dark, basket = ['#e3bd83', '#c4925a', '#946236'] }) {
  const one = ([x, y, size, turn, cap]) => `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${size})"><path d="M-17 0c-3 26-6 40-8 56h50c-2-16-5-30-8-56z" fill="${brush.round('#ffffff', '#f6ead8', '#d3bfa2')}"/>
    <path d="M-52 6c-6-44 22-70 52-70s58 26 52 70c-20 12-84 12-104 0z" fill="${brush.ball(...cap)}"/><path d="M-52 6c20 12 84 12 104 0-8 16-96 16-104 0z" fill="#e9d6bb"/><path d="M-30-28c6-12 16-18 28-20" fill="none" stroke="#fff" stroke-width="6" stroke-linecap="round" opacity=".5"/></g>`;
  const brown = [light, main, dark];
  const pale = ['#fffaf0', '#f0dfc4', '#c6a981'];
  const heap = [[132, 196, 0.84, -16, pale], [270, 196, 0.84, 16, brown], [200, 172, 1.05, 0, brown], [164, 216, 0.74, -8, brown], [240, 216, 0.74, 10, pale]].map(one).join('');
  const weave = [0, 1, 2].map((row) => Array.from({ length: 9 }, (_, i) => `<rect x="${82 + i * 27 + (row % 2) * 13}" y="${262 + row * 20}" width="22" height="15" rx="6" fill="${(i + row) % 2 ? basket[0] : basket[1]}"/>`).join('')).join('');
  const clip = brush.clip('<path d="M72 250h256l-20 66q-3 10-13 10H105q-10 0-13-10z"/>');
  return `${shadow(200, 328, 136)}${leaf(106, 236, -62, 1, '#6ea65c')}${leaf(300, 236, 60, 1, '#82b56e')}${heap}<path d="M72 250h256l-20 66q-3 10-13 10H105q-10 0-13-10z" fill="${basket[2]}"/><g clip-path="${clip}">${weave}</g>
    <rect x="62" y="240" width="276" height="18" rx="9" fill="${brush.fall(basket[0], basket[1])}"/>`;
}
