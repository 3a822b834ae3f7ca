import type { Words } from '../words/Words.js';
import { attributes } from '../dom/attributes.js';
import { button } from '../dom/button.js';
import { el } from '../dom/el.js';
import { ICONS } from '../dom/ICONS.js';
import { svg } from '../dom/svg.js';

export interface Launcher {
  readonly node: HTMLElement;
  draw(open: boolean, unread: number): void;
}

/** The button in the corner, with the number of messages not yet seen. */
export function createLauncher(words: Words, onPress: () => void): Launcher {
  const badge = el('span', 'unread');
  const node = button('launcher', onPress, { id: 'launcher' }, svg(ICONS.chat, 26), svg(ICONS.down, 26), el('span', 'label', {}, words('title')), badge);
  return {
    node,
    draw(open, unread) {
      badge.hidden = open || unread === 0;
      badge.textContent = unread > 99 ? '99+' : String(unread);
      const news = badge.hidden ? '' : ` · ${words('unread', unread)}`;
      attributes(node, { 'aria-expanded': String(open), 'aria-label': words(open ? 'close' : 'title') + news });
    },
  };
}
