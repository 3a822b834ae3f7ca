import { lines, shadow } from './brush.js';

/** An open lipstick, its cap beside it, and a stroke of its colour. */
export function lipstick(brush, { main, light, dark, metal = ['#fbeccb', '#d8b26a', '#9c7433'], shell = ['#6b4a52', '#3d2830', '#24151b'] }) {
  return `<path d="M92 120c30-34 70-40 112-28s86 2 110-22c6 20-8 46-42 56-46 14-78-8-112-2-26 4-44 16-60 24-16 6-24-10-8-28z" fill="${main}" opacity=".22"/>
    ${shadow(170, 323, 54)}${shadow(268, 324, 44, 9)}<g transform="translate(168 322)">
    <path d="M-40-92h80v84q0 8-8 8h-64q-8 0-8-8z" fill="${brush.round(...shell)}"/>
    <path d="M-34-132h68v42h-68z" fill="${brush.round(...metal)}"/><path d="M-34-96h68" stroke="#7c5a22" opacity=".4" stroke-width="2"/>
    <path d="M-25-132v-70q0-8 6-14l34-26q10-6 10 6v104z" fill="${brush.round(light, main, dark)}"/>
    <path d="M-19-216l34-26q10-6 10 6-8 26-44 36-6 0-6-2 0-8 6-14z" fill="${light}" opacity=".6"/>
    <path d="M-32-84h10v76h-10z" fill="#fff" opacity=".2"/></g>
    <g transform="translate(270 322)"><path d="M-36-112q0-8 8-8h56q8 0 8 8v112h-72z" fill="${brush.round(...shell)}"/><path d="M-36-26h72v12h-72z" fill="${brush.round(...metal)}"/>
    <path d="M-28-110h9v80h-9z" fill="#fff" opacity=".2"/></g>`;
}

/** A lip gloss with its wand out. */
export function gloss(brush, { main, light, dark, cap = ['#ffffff', '#f3ddd6', '#cda79d'] }) {
  return `<circle cx="296" cy="120" r="30" fill="${main}" opacity=".24"/><circle cx="262" cy="92" r="13" fill="${main}" opacity=".24"/>
    ${shadow(166, 323, 46)}${shadow(268, 324, 52, 8)}<g transform="translate(164 322)">
    <path d="M-18-196h36v18h-36z" fill="${brush.round('#ffffff', '#eee3de', '#c9b8b0')}"/>
    <path d="M-36-166q0-12 12-12h48q12 0 12 12v152q0 14-14 14h-44q-14 0-14-14z" fill="${brush.round(light, main, dark)}"/>
    <path d="M-26-160h12v144h-6q-6 0-6-6z" fill="#fff" opacity=".5"/>${lines(6, -92, [30, 22], '#ffffff')}</g>
    <g transform="translate(270 322) rotate(24)"><path d="M-20-214q0-10 10-10h20q10 0 10 10v112h-40z" fill="${brush.round(...cap)}"/><path d="M-20-112h40v10h-40z" fill="#d3ac9f"/>
    <path d="M-3-102h6v58h-6z" fill="#b59a8f"/><path d="M-8-46q8-8 16 0v34q-8 10-16 0z" fill="${brush.round(light, main, dark)}"/></g>`;
}

/** A cushion compact, open. */
export function cushion(brush, { main, light, dark, skin = '#f0cdb0', ink }) {
  return `${shadow(200, 324, 120)}<g transform="translate(200 0)">
    <ellipse cx="0" cy="166" rx="98" ry="96" fill="${brush.ball(light, main, dark)}"/><ellipse cx="0" cy="166" rx="83" ry="81" fill="${brush.slant('#f4fbff', '#cfe0ea')}"/>
    <path d="M-52 198l74-92M-26 214l70-86" stroke="#fff" stroke-width="11" stroke-linecap="round" opacity=".75"/>
    <path d="M-26 248h52v14h-52z" fill="${dark}"/>
    <path d="M-112 286q0-30 112-30t112 30v8q0 30-112 30t-112-30z" fill="${dark}"/><ellipse cx="0" cy="284" rx="112" ry="29" fill="${brush.slant(light, main)}"/>
    <ellipse cx="0" cy="283" rx="90" ry="21" fill="#fff" opacity=".85"/><ellipse cx="0" cy="284" rx="82" ry="18" fill="${skin}"/>
    <path d="M-58 280c20-10 56-12 78-6" fill="none" stroke="#fff" stroke-width="4" opacity=".55" stroke-linecap="round"/></g>
    <g transform="translate(312 292) rotate(-12)"><ellipse rx="36" ry="31" fill="${brush.ball('#ffffff', '#f7ebe6', '#d9c4bb')}"/><path d="M-30-6q30 12 60 0v12q-30 12-60 0z" fill="${ink}"/></g>`;
}

/** A palette of four eye shadows. */
export function eyeshadow(brush, { main, light, dark, pans, ink }) {
  const pan = ([x, y], colour, i) => `<g transform="translate(${x} ${y})"><rect width="62" height="62" rx="10" fill="${brush.slant(colour, pans[i])}"/>
    <rect x="1.5" y="1.5" width="59" height="59" rx="9" fill="none" stroke="#000" opacity=".14" stroke-width="3"/>
    <path d="M12 44c10-14 24-24 40-30" stroke="#fff" stroke-width="6" stroke-linecap="round" opacity=".4"/></g>`;
  const places = [[-72, -72], [2, -72], [-72, 2], [2, 2]];
  return `${shadow(200, 326, 124)}<g transform="translate(188 202) rotate(-7)">
    <rect x="-100" y="-100" width="200" height="200" rx="26" fill="${brush.slant(light, dark)}"/><rect x="-90" y="-90" width="180" height="180" rx="19" fill="${main}"/>
    <rect x="-84" y="-84" width="168" height="168" rx="14" fill="#fff" opacity=".3"/>${places.map((place, i) => pan(place, pans[i], i)).join('')}
    <rect x="-24" y="96" width="48" height="10" rx="5" fill="${ink}"/></g>
    <g transform="translate(314 222) rotate(19)"><path d="M-6-92h12l3 128h-18z" fill="${brush.round('#7c5b62', '#4a3038', '#2b181e')}"/><path d="M-8 34h16v26h-16z" fill="${brush.round('#fbeccb', '#d8b26a', '#9c7433')}"/>
    <path d="M-10 60h20q8 20-10 46-18-26-10-46z" fill="${brush.fall('#c9a08c', pans[2])}"/></g>`;
}

/** A stick of lip balm with its cap off. */
export function balm(brush, { main, light, dark, ink, stick = '#fff1e6' }) {
  return `${shadow(172, 323, 50)}${shadow(262, 324, 46, 8)}<g transform="translate(170 322)">
    <path d="M-27-160q0-44 27-52 27 8 27 52v26h-54z" fill="${brush.round('#ffffff', stick, '#e3cdbd')}"/>
    <path d="M-30-136h60v14h-60z" fill="#fff"/><path d="M-36-122h72v104q0 18-18 18h-36q-18 0-18-18z" fill="${brush.round(light, main, dark)}"/>
    <path d="M-27-118h11v110q-11-2-11-12z" fill="#fff" opacity=".4"/>${lines(3, -84, [42, 28], ink, 11)}${lines(3, -52, [18], ink)}</g>
    <g transform="translate(264 322)"><path d="M-34-86q0-20 20-20h28q20 0 20 20v86h-68z" fill="${brush.round('#ffffff', light, main)}"/><path d="M-25-86q0-10 9-12v94h-9z" fill="#fff" opacity=".55"/></g>`;
}
