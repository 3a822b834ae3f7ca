import type { Message } from '@xiaoer/client';
import type { LogTools } from './LogTools.js';
import { attributes } from '../dom/attributes.js';
import { button } from '../dom/button.js';
import { el } from '../dom/el.js';
import { ICONS } from '../dom/ICONS.js';
import { svg } from '../dom/svg.js';
import { createComment } from './createComment.js';

/** Thumbs up and down under an answer; after a thumb down, a line to say what was wrong. */
export function createThumbs({ id, helpful }: Message, { words, judge }: LogTools): { node: HTMLElement; update(helpful: boolean | null): void } {
  const up = button('thumb', () => press(true), { 'aria-label': words('up') }, svg(ICONS.thumb, 18));
  const down = button('thumb', () => press(false), { 'aria-label': words('down') }, svg(ICONS.thumb, 18));
  const said = el('small', '', { role: 'status' });
  const { form, input } = createComment(words, (comment) => {
    thank(true);
    down.focus();
    if (comment) judge(id, false, comment);
  });

  function update(now: boolean | null): void {
    attributes(up, { 'aria-pressed': String(now === true) });
    attributes(down, { 'aria-pressed': String(now === false) });
  }

  function thank(done: boolean): void {
    form.hidden = done;
    said.textContent = done ? words('thanks') : '';
  }

  function press(now: boolean): void {
    judge(id, now);
    thank(now);
    if (!now) input.focus();
  }

  update(helpful);
  return { node: el('div', 'thumbs', {}, up, down, said, form), update };
}
