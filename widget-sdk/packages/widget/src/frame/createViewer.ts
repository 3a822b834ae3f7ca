import type { Words } from '../words/Words.js';
import { button } from '../dom/button.js';
import { el } from '../dom/el.js';
import { showPicture } from '../images/showPicture.js';

/** One picture as large as the screen allows; a press anywhere or Esc closes it. */
export function createViewer(words: Words): { node: HTMLElement; show(picture: Blob): void } {
  const press = button('', () => node.close(), { 'aria-label': words('close') });
  const node = el('dialog', 'viewer', { 'aria-label': words('image') }, press);
  return {
    node,
    show(picture) {
      showPicture(press, picture, words('image'));
      node.showModal();
    },
  };
}
