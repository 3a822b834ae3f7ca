import { leaf, lines, shadow } from './brush.js';

/** A gift box with a ribbon, its lid ajar, snow around it. */
export function giftBox(brush, { main, light, dark, ribbon, snow = true }) {
  const flakes = [[92, 92, 1], [318, 110, 1.25], [70, 206, 0.7], [340, 210, 0.8], [250, 62, 0.7]]
    .map(([x, y, size]) => `<g transform="translate(${x} ${y}) scale(${size})">${[0, 60, 120].map((turn) => `<path d="M0-13V13M-4-9l4 4 4-4M-4 9l4-4 4 4" transform="rotate(${turn})"/>`).join('')}</g>`)
    .join('');
  const band = brush.round('#ffffff', ribbon, ribbon);
  return `${snow ? `<g fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round">${flakes}</g>` : ''}${shadow(200, 325, 128)}
    <rect x="92" y="184" width="216" height="140" rx="8" fill="${brush.round(light, main, dark)}"/><rect x="184" y="184" width="32" height="140" fill="${band}"/>
    <path d="M92 184h216v16H92z" fill="#000" opacity=".1"/>
    <g transform="rotate(-3 200 166)"><rect x="82" y="142" width="236" height="46" rx="8" fill="${brush.round(light, main, dark)}"/><rect x="184" y="142" width="32" height="46" fill="${band}"/>
    <path d="M200 140c-14-44-78-58-84-26-5 25 44 30 84 26zM200 140c14-44 78-58 84-26 5 25-44 30-84 26z" fill="${ribbon}"/>
    <path d="M196 136c-16-22-44-34-60-26M204 136c16-22 44-34 60-26" fill="none" stroke="#fff" stroke-width="3" opacity=".5" stroke-linecap="round"/>
    <path d="M196 140c-10 18-26 30-44 34l-2 16c24-8 42-26 52-46zM204 140c10 18 26 30 44 34l2 16c-24-8-42-26-52-46z" fill="${ribbon}" opacity=".85"/><rect x="183" y="126" width="34" height="26" rx="9" fill="${band}"/></g>
    <path d="M104 206h12v106h-12z" fill="#fff" opacity=".22"/>`;
}

/** Two bottles of milk. */
export function milk(brush, { main, dark, ink }) {
  const one = (x, size) => `<g transform="translate(${x} 322) scale(${size})"><path d="M-24-246h48q6 0 6 6v28h-60v-28q0-6 6-6z" fill="${brush.round('#ffffff', main, dark)}"/>
    <path d="M-24-212h48v22q32 22 32 62v108q0 20-20 20h-72q-20 0-20-20v-108q0-40 32-62z" fill="${brush.round('#ffffff', '#fbf8f1', '#d8d3c8')}"/>
    <path d="M-56-112h112v76h-112z" fill="${brush.round('#ffffff', main, dark)}" opacity=".95"/>
    <path d="M-46-120q0-26 16-42l6 3q-10 18-10 40v108h-4q-8 0-8-8z" fill="#fff" opacity=".8"/>
    <path d="M-40-56l22-30 14 16 16-26 28 40z" fill="#fff" opacity=".92"/><circle cx="-22" cy="-94" r="7" fill="#fff"/>${lines(0, -47, [44], ink)}</g>`;
  return shadow(196, 324, 118) + one(252, 0.92) + one(150, 1);
}

/** A carton of eggs, open. */
export function eggs(brush, { main, light, dark, shell = ['#ffe9d2', '#edc39a', '#c08d5e'] }) {
  const egg = (x, y, size, colours) => `<path transform="translate(${x} ${y}) scale(${size})" d="M0-34c17 0 27 25 27 41a27 27 0 0 1-54 0c0-16 10-41 27-41z" fill="${brush.ball(...colours)}"/>`;
  const pale = ['#fffaf2', '#f4dcc2', '#cfa982'];
  const back = [110, 170, 230, 290].map((x, i) => egg(x, 206, 0.92, i % 3 ? shell : pale)).join('');
  const front = [96, 166, 236, 306].map((x, i) => egg(x, 250, 1.06, i % 2 ? pale : shell)).join('');
  const cups = [96, 166, 236, 306].map((x) => `<path d="M${x - 35} 262q35 26 70 0v52q-35 14-70 0z" fill="${main}"/><path d="M${x - 26} 276v30" stroke="#fff" opacity=".35" stroke-width="5" stroke-linecap="round"/>`).join('');
  return `${shadow(200, 326, 152)}<path d="M66 214l22-102q2-10 13-10h198q11 0 13 10l22 102z" fill="${brush.fall(light, main)}"/><path d="M90 204l17-82h186l17 82z" fill="${dark}" opacity=".35"/>
    ${lines(200, 138, [92, 60], '#ffffff', 13)}${back}${front}
    ${cups}<path d="M50 254h300l-14 62q-2 9-11 9H75q-9 0-11-9z" fill="${dark}" opacity=".1"/>`;
}

/** A box of hairy crabs tied with straw. */
export function crabBox(brush, { main, light, dark, crab = ['#ff9a5c', '#e2622c', '#a53c14'], straw = '#e8c98a' }) {
  const leg = (side) => [[-6, 40, -34, 60], [4, 50, -20, 78], [14, 52, -4, 86]]
    .map(([y, x1, y2, x2]) => `<path d="M${side * 34} ${y}q${side * x1 * 0.5} ${y2 * 0.35} ${side * x2 * 0.62} ${y + 8}t${side * 10} 24" fill="none" stroke="${crab[1]}" stroke-width="9" stroke-linecap="round" stroke-linejoin="round"/>`)
    .join('');
  const claw = (side) => `<path d="M${side * 40}-16q${side * 26}-10 ${side * 30}-36" fill="none" stroke="${crab[1]}" stroke-width="13" stroke-linecap="round"/>
    <path d="M${side * 70}-46c${side * -22}-8 ${side * -22}-38 ${side * -4}-50 ${side * -2} 14 ${side * 4} 20 ${side * 8} 22 ${side * 2}-10 ${side * 8}-18 ${side * 16}-22 ${side * 8} 20 ${side * 4} 44 ${side * -20} 50z" fill="${crab[1]}"/>
    <ellipse cx="${side * 67}" cy="-46" rx="15" ry="11" fill="#6b4a22"/>`;
  return `${shadow(200, 328, 146)}<path d="M64 236h272l-18 84q-2 8-10 8H92q-8 0-10-8z" fill="${brush.round(light, main, dark)}"/><path d="M56 222h288v22H56z" rx="6" fill="${dark}"/>
    <path d="M84 226c30-22 60-8 78-18s46-8 70 2 54-8 84 16z" fill="#7da35a"/>
    <g transform="translate(200 176)">${leg(-1)}${leg(1)}${claw(-1)}${claw(1)}
    <path d="M0-46c42 0 66 24 66 50 0 30-32 46-66 46s-66-16-66-46c0-26 24-50 66-50z" fill="${brush.ball(...crab)}"/>
    <path d="M-30-22q30-16 60 0M-22 12q22 12 44 0" fill="none" stroke="${crab[2]}" stroke-width="3.5" stroke-linecap="round" opacity=".6"/>
    <path d="M-66-2q66 22 132 0M-20-45q-10 50 0 94M20-45q10 50 0 94" fill="none" stroke="${straw}" stroke-width="6.5"/>
    <path d="M-16-44v-14M16-44v-14" stroke="${crab[2]}" stroke-width="5" stroke-linecap="round"/><circle cx="-16" cy="-62" r="7" fill="#2b1a12"/><circle cx="16" cy="-62" r="7" fill="#2b1a12"/><circle cx="-18" cy="-64" r="2.2" fill="#fff"/><circle cx="14" cy="-64" r="2.2" fill="#fff"/></g>
    <path d="M64 244q136 22 272 0v4l-4 18H68z" fill="#000" opacity=".07"/><circle cx="200" cy="288" r="25" fill="#fff" opacity=".9"/>${leaf(198, 304, -14, 0.55, main)}${leaf(203, 304, 26, 0.48, dark)}`;
}

/** What nobody has drawn yet: a parcel. */
export function parcel(brush, { main, light, dark }) {
  return `${shadow(200, 324, 122)}<path d="M92 176l108-44 108 44v118q0 8-8 11l-92 36q-8 3-16 0l-92-36q-8-3-8-11z" fill="${brush.fall(light, main)}"/>
    <path d="M92 176l108 42v124q-4 0-8-1l-92-36q-8-3-8-11z" fill="${dark}" opacity=".18"/><path d="M92 176l108 42 108-42-108-44z" fill="${light}"/>
    <path d="M146 154l108 43v44l-22 9v-44L124 163z" fill="#fff" opacity=".75"/>`;
}
