import { cutout, picture } from './art/pictures.js';

/** An element. Children that are no elements become text, never markup; null and false become nothing. */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name === 'class' ? 'class' : name, value === true ? '' : String(value));
  }
  element.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** A picture of a thing; the drawings are our own, so they may come as markup. */
export function pictureOf(sku, name, className = 'picture') {
  const box = h('div', { class: className, role: 'img', 'aria-label': name });
  box.innerHTML = picture(sku);
  return box;
}

/** A thing without its wall, for show. */
export function cutoutOf(sku, className) {
  const box = h('div', { class: className, 'aria-hidden': 'true' });
  box.innerHTML = cutout(sku);
  return box;
}

const STROKES = {
  bag: 'M5 8h14l-1 12H6L5 8zm4 0V7a3 3 0 0 1 6 0v1',
  home: 'M4 11l8-7 8 7v9h-5v-6H9v6H4v-9z',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zm-8 9c0-4 4-6 8-6s8 2 8 6',
  chat: 'M5 5h14v11h-8l-4 4v-4H5V5zm4 4h6M9 12h4',
  truck: 'M3 6h11v10H3V6zm11 4h4l3 3v3h-7M7 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4zm10 0a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  ticket: 'M4 7h16v4a2 2 0 0 0 0 3v4H4v-4a2 2 0 0 0 0-3V7zm10 0v11',
  gift: 'M4 10h16v10H4V10zm0-4h16v4H4V6zm8 0v14M12 6C9 6 7 5 8 3.5S12 4 12 6zm0 0c3 0 5-1 4-2.5S12 4 12 6z',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zm0-14v5l4 2',
  back: 'M4 9h10a5 5 0 0 1 0 10H9M4 9l4-4M4 9l4 4',
  shield: 'M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6l7-3zm-3 9l2 2 4-4',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  bin: 'M5 7h14M9 7V5h6v2m-8 0l1 13h8l1-13',
  arrow: 'M5 12h13m-5-5l5 5-5 5',
  snow: 'M12 3v18M4.2 7.5l15.6 9M19.8 7.5l-15.6 9M9 4l3 3 3-3M9 20l3-3 3 3',
};

export function icon(name) {
  const box = h('span', { class: 'icon', 'aria-hidden': 'true' });
  box.innerHTML =
    `<svg viewBox="0 0 24 24" focusable="false"><path d="${STROKES[name]}" fill="none" stroke="currentColor"` +
    ' stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round"/></svg>';
  return box;
}
