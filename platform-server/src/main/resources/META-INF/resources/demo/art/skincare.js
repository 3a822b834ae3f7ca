import { drop, leaf, lines, shadow } from './brush.js';

/** Two sachets of a sheet mask, the front one leaning. */
export function maskPouch(brush, { main, light, dark, ink, motif = 'drop' }) {
  const face = brush.slant(light, main);
  const mark = motif === 'leaf'
    ? leaf(0, 18, -24, 0.95, ink, light) + leaf(3, 18, 30, 0.8, ink, light)
    : drop(0, -14, 3, ink) + `<path d="M-12-8c1 9 6 13 13 14" fill="none" stroke="#fff" stroke-width="3.5" stroke-linecap="round" opacity=".75"/>`;
  const sachet = (place, fill) => `<g transform="${place}">
    <path d="M-74-118h148l5 7v222l-5 7h-148l-5-7v-222z" fill="${fill}"/>
    <path d="M-79-102h158M-79 102h158" stroke="${dark}" stroke-width="1.5" opacity=".4"/>
    <path d="M-79-111v9h158v-9l-5-7h-148zM-79 111v-9h158v9l-5 7h-148z" fill="${dark}" opacity=".16"/>
    <path d="M-66-98h16v196h-16z" fill="#fff" opacity=".3"/>
    <path d="M79-96v-9l-7 4.5z" fill="#fff" opacity=".8"/>
    <circle cx="4" cy="-18" r="47" fill="#fff" opacity=".82"/><g transform="translate(4 -16)">${mark}</g>
    ${lines(4, 47, [74, 52], ink)}${lines(4, 76, [34], dark)}</g>`;
  return shadow(204, 324, 104) + sachet('translate(168 202) rotate(-9)', dark) + sachet('translate(216 204) rotate(6)', face);
}

/** A tube that stands on its cap. */
export function tube(brush, { main, light, dark, ink, cap = '#ffffff' }, x = 200, size = 1) {
  return `${shadow(x, 323, 62 * size)}<g transform="translate(${x} 322) scale(${size})">
    <path d="M-52-228h104l-12 178h-80z" fill="${brush.round(light, main, dark)}"/>
    <path d="M-55-246h110v20h-110z" fill="${dark}"/><path d="M-48-243v14m12-14v14m12-14v14m12-14v14m12-14v14m12-14v14m12-14v14m12-14v14m12-14v14" stroke="#fff" stroke-width="1.6" opacity=".35"/>
    <path d="M-36-50h72v44q0 6-6 6h-60q-6 0-6-6z" fill="${brush.round('#ffffff', cap, '#d9d2cd')}"/>
    <path d="M-36-44h72" stroke="#000" opacity=".1" stroke-width="2"/>
    <path d="M-38-214h13l9 158h-13z" fill="#fff" opacity=".3"/>
    <circle cx="2" cy="-164" r="20" fill="none" stroke="${ink}" stroke-width="3"/>${drop(2, -163, 0.95, ink)}
    ${lines(2, -126, [56, 40], ink)}${lines(2, -98, [22], ink)}</g>`;
}

/** A glass bottle with a pipette. */
export function dropper(brush, { main, light, dark, ink, cap = '#3b3434' }) {
  return `${shadow(200, 323, 66)}<g transform="translate(200 322)">
    <path d="M-9-262q9-12 18 0v52h-18z" fill="${cap}"/><path d="M-13-214h26v20h-26z" fill="${cap}"/>
    <path d="M-24-196h48v34h-48z" fill="${brush.round('#f7e6c6', '#d9b574', '#a97f40')}"/>
    <path d="M-22-162h44v14q36 9 36 36v94q0 18-18 18h-80q-18 0-18-18v-94q0-27 36-36z" fill="${brush.round(light, main, dark)}"/>
    <path d="M-3-160h6v92l-3 8-3-8z" fill="#fff" opacity=".55"/>
    <path d="M-48-112q0-16 16-24v126h-6q-10 0-10-10z" fill="#fff" opacity=".32"/>
    <rect x="-36" y="-104" width="72" height="78" rx="6" fill="#fff" opacity=".92"/>
    ${drop(0, -82, 1, ink)}${lines(0, -60, [46, 32], ink, 10)}${lines(0, -38, [20], dark)}</g>`;
}

/** A pot of cream, its lid beside it. */
export function jar(brush, { main, light, dark, ink, lid = '#f3ece6' }) {
  return `${shadow(186, 323, 104)}${shadow(304, 324, 48, 8)}<g transform="translate(182 322)">
    <path d="M-92-100h184v72q0 28-28 28h-128q-28 0-28-28z" fill="${brush.round(light, main, dark)}"/>
    <path d="M-80-90h18v62q0 10 8 20-26-2-26-22z" fill="#fff" opacity=".35"/>
    <ellipse cx="0" cy="-100" rx="92" ry="25" fill="${dark}"/><ellipse cx="0" cy="-103" rx="86" ry="22" fill="#fffdfa"/>
    <path d="M-58-104c16-18 40-16 52-8 14-16 40-12 44 2 8 4 14 8 6 10-30 8-84 8-102-4z" fill="#f2e7de"/>
    <path d="M-34-112c14-8 30-4 38 4 12-8 24-4 28 2" fill="none" stroke="#fff" stroke-width="5" stroke-linecap="round"/>
    ${lines(0, -62, [88, 60], ink, 12)}${lines(0, -32, [30], ink)}</g>
    <g transform="translate(304 322) rotate(-14)"><ellipse cx="0" cy="-40" rx="46" ry="46" fill="${brush.ball('#ffffff', lid, '#cfc3ba')}"/>
    <ellipse cx="0" cy="-40" rx="34" ry="34" fill="none" stroke="${main}" stroke-width="3"/>${drop(0, -38, 1.1, main)}</g>`;
}

/** A tall bottle of toner. */
export function bottle(brush, { main, light, dark, ink, cap = '#ffffff', motif = 'drop' }, x = 200, size = 1) {
  const mark = motif === 'leaf' ? leaf(0, -116, -18, 0.66, ink, light) + leaf(2, -116, 28, 0.56, ink, light) : drop(0, -132, 1.5, ink);
  return `${shadow(x, 323, 60 * size)}<g transform="translate(${x} 322) scale(${size})">
    <path d="M-26-250h52v50h-52z" fill="${brush.round('#ffffff', cap, '#cfc6c0')}"/><path d="M-30-204h60v9h-60z" fill="${dark}"/>
    <path d="M-34-195h68q20 4 20 26v150q0 19-19 19h-70q-19 0-19-19v-150q0-22 20-26z" fill="${brush.round(light, main, dark)}"/>
    <path d="M-43-166q0-14 13-18v172h-4q-9 0-9-9z" fill="#fff" opacity=".38"/>
    ${mark}${lines(0, -96, [54, 38], ink, 11)}<path d="M-40-62q20-10 40 0t40 0" fill="none" stroke="${ink}" opacity=".4" stroke-width="3"/>${lines(0, -38, [26], ink)}</g>`;
}

/** A pump bottle with a cloud of foam beside it. */
export function foam(brush, { main, light, dark, ink }) {
  return `${shadow(180, 323, 62)}${shadow(282, 324, 58, 9)}<g transform="translate(176 322)">
    <path d="M-4-262h44q8 0 8 9v12h-12v-8h-16v30h-24z" fill="${brush.round('#ffffff', '#f4f1ee', '#cfc6c0')}"/><path d="M-24-222h48v32h-48z" fill="${brush.round('#ffffff', '#f4f1ee', '#cfc6c0')}"/>
    <path d="M-32-190h64q26 6 26 34v134q0 22-22 22h-72q-22 0-22-22v-134q0-28 26-34z" fill="${brush.round(light, main, dark)}"/>
    <path d="M-48-154q0-18 16-24v166h-4q-12 0-12-12z" fill="#fff" opacity=".36"/>
    <path d="M-26-122a12 12 0 0 1 18-12 16 16 0 0 1 28 4 11 11 0 0 1 6 20h-46a11 11 0 0 1-6-12z" fill="#fff"/>
    ${lines(0, -92, [58, 40], ink, 11)}${lines(0, -60, [24], ink)}</g>
    <g fill="#ffffff"><circle cx="256" cy="304" r="19"/><circle cx="286" cy="292" r="27"/><circle cx="314" cy="306" r="16"/><rect x="240" y="302" width="88" height="21" rx="10.5"/></g>
    <g fill="none" stroke="${main}" opacity=".4" stroke-width="2.4" stroke-linecap="round"><path d="M272 286a15 15 0 0 1 13-9M250 303a9 9 0 0 1 7-8"/></g>`;
}

/** A flat bottle of sunscreen under a small sun. */
export function sunscreen(brush, { main, light, dark, ink, sun = '#ffd26b' }) {
  const rays = [0, 45, 90, 135, 180, 225, 270, 315].map((turn) => `<path d="M0-25v-9" transform="rotate(${turn})"/>`).join('');
  return `${shadow(200, 323, 68)}<g transform="translate(200 322)">
    <path d="M-24-248h48q6 0 6 6v40h-60v-40q0-6 6-6z" fill="${brush.round('#ffffff', sun, '#d99a2b')}"/>
    <path d="M-44-202h88q22 0 22 22v158q0 22-22 22h-88q-22 0-22-22v-158q0-22 22-22z" fill="${brush.round(light, main, dark)}"/>
    <path d="M-54-178q0-12 12-12h4v178h-4q-12 0-12-12z" fill="#fff" opacity=".4"/>
    <g transform="translate(2 -136)"><circle r="17" fill="${sun}"/><g stroke="${sun}" stroke-width="4.5" stroke-linecap="round">${rays}</g></g>
    ${lines(2, -84, [68, 46], ink, 12)}<rect x="-20" y="-52" width="44" height="18" rx="9" fill="none" stroke="${ink}" stroke-width="2.5"/>${lines(2, -45, [24], ink)}</g>`;
}

/** Three small tubes in a row. */
export function handCreams(brush, { trio }) {
  return [[108, 0.66], [292, 0.66], [200, 0.8]]
    .map(([x, size], i) => tube(brush, { ...trio[i], cap: '#fffaf5' }, x, size))
    .join('');
}

/** Small bottles in a clear bag, for a journey. */
export function travelSet(brush, { main, light, dark, ink, trio }) {
  return `${shadow(200, 324, 124)}<path d="M84 130h232l14 176q1 17-16 17H86q-17 0-16-17z" fill="#fff" opacity=".55"/>
    ${bottle(brush, { ...trio[0], ink }, 128, 0.62)}${bottle(brush, { ...trio[1], ink, motif: 'leaf' }, 274, 0.62)}${tube(brush, { ...trio[2], ink }, 201, 0.66)}
    <path d="M78 122h244v20H78z" fill="${brush.round(light, main, dark)}"/><path d="M84 132h232" stroke="#fff" stroke-width="2" stroke-dasharray="4 4" opacity=".7"/>
    <rect x="300" y="124" width="30" height="16" rx="5" fill="${dark}"/>
    <path d="M84 142h232l13 164q1 17-16 17H87q-17 0-16-17z" fill="none" stroke="${main}" stroke-width="3" opacity=".6"/>
    <path d="M104 160l-12 140M122 160l-4 54" stroke="#fff" stroke-width="7" stroke-linecap="round" opacity=".7"/>`;
}
