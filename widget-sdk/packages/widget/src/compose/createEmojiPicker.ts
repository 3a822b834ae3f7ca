import type { Words } from '../words/Words.js';
import { attributes } from '../dom/attributes.js';
import { button } from '../dom/button.js';
import { el } from '../dom/el.js';
import { ICONS } from '../dom/ICONS.js';
import { svg } from '../dom/svg.js';
import { EMOJI } from './EMOJI.js';

export interface EmojiPicker {
  readonly node: HTMLElement;
  readonly toggle: HTMLButtonElement;
  /** True when it was open. */
  close(): boolean;
}

/** A button and the small grid it opens. */
export function createEmojiPicker(words: Words, onPick: (emoji: string) => void): EmojiPicker {
  const cells = EMOJI.map((emoji) => button('emoji', () => onPick(emoji), {}, emoji));
  const node = el('div', 'emojis', { role: 'group', 'aria-label': words('emoji'), hidden: true }, ...cells);
  const toggle = button('tool', () => show(node.hidden), { 'aria-label': words('emoji'), 'aria-expanded': 'false' }, svg(ICONS.smile));

  function show(open: boolean): void {
    node.hidden = !open;
    attributes(toggle, { 'aria-expanded': String(open) });
    (open ? cells[0] : toggle)?.focus();
  }

  return {
    node,
    toggle,
    close() {
      const open = !node.hidden;
      if (open) show(false);
      return open;
    },
  };
}
