import type { Client, State } from '@xiaoer/client';
import type { Words } from '../words/Words.js';
import { el } from '../dom/el.js';
import { ICONS } from '../dom/ICONS.js';
import { svg } from '../dom/svg.js';
import { createComment } from '../log/createComment.js';

/** How was it? Asked once a conversation has been closed; five stars and, for who wants to, a word. */
export function createRating(words: Words, rate: Client['rate'], onGrown: () => void): { node: HTMLElement; draw(state: State): void } {
  const title = el('b', '', { role: 'status' }, words('rate'));
  const stars = [1, 2, 3, 4, 5].map((value) => {
    const radio = el('input', 'sr', { type: 'radio', name: 'score', 'aria-label': `${value}/5`, change: () => pick(value) });
    return el('label', 'star', {}, radio, svg(ICONS.star, 30));
  });
  const { form } = createComment(words, (comment) => void send(comment));
  const choice = el('div', 'stars', { role: 'radiogroup', 'aria-label': words('rate') }, ...stars);
  const node = el('section', 'rating', { id: 'rating' }, title, choice, form);
  let score = 0;

  function pick(value: number): void {
    score = value;
    stars.forEach((star, index) => star.classList.toggle('is-on', index < value));
    form.hidden = false;
    onGrown();
  }

  async function send(comment: string): Promise<void> {
    const { error } = await rate(score, comment);
    title.textContent = words(error ? 'retry' : 'thanks');
    if (error) return;
    choice.remove();
    form.remove();
  }

  return {
    node,
    draw({ mode, ready }) {
      node.hidden = !ready || mode !== 'closed';
    },
  };
}
