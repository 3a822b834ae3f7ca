import type { Message } from '@xiaoer/client';
import type { LogTools } from './LogTools.js';
import { button } from '../dom/button.js';
import { el } from '../dom/el.js';
import { setText } from '../dom/setText.js';
import { createCard } from './createCard.js';
import { createLink } from './createLink.js';
import { createPicture } from './createPicture.js';
import { createThumbs } from './createThumbs.js';

export interface MessageNode {
  readonly node: HTMLElement;
  /** `time` stands above it, unless it is empty. */
  update(message: Message, first: boolean, time: string): void;
}

/**
 * One message in the log. `update` changes its place in a run and whether it has arrived, and leaves what was said alone, so
 * that a screen reader reads it once.
 */
export function createMessageNode(message: Message, tools: LogTools): MessageNode {
  const { words } = tools;
  const { id, author, agent, text } = message;

  const own = author === 'shopper';
  const column = el('div', 'column');
  const line = el('article', `message message-${own ? 'own' : 'clerk'}`, {}, column);
  const when = el('p', 'time');
  const add = (className: string, parts: readonly (HTMLElement | null)[]): void => {
    const children = parts.flatMap((part) => part ?? []);
    if (children.length > 0) column.append(el('div', className, {}, ...children));
  };
  if (!own) line.prepend(tools.avatar(agent));
  if (author === 'person') column.append(el('p', 'name', {}, agent ?? words('person')));
  add('pictures', message.images.map((image) => createPicture(image, tools)));
  if (text) column.append(el('p', 'bubble', {}, el('span', 'sr', {}, words(own ? 'own' : 'theirs')), text));
  add('cards', message.cards.map((card) => createCard(card, words)));
  add('choices', message.links.map((link) => createLink(link)));
  add('choices', message.choices.map((choice) => button('choice', () => tools.choose(choice), {}, choice.label)));
  const thumbs = author === 'bot' && message.kind === 'answer' ? createThumbs(message, tools) : null;
  if (thumbs) column.append(thumbs.node);

  let delivery: HTMLElement | null = null;
  let shown: Message['delivery'] = 'sent';
  function showDelivery(state: Message['delivery']): void {
    if (shown === state) return;
    shown = state;
    delivery?.remove();
    delivery = null;
    if (state === 'pending') delivery = el('p', 'delivery', {}, words(state));
    else if (state !== 'sent') delivery = button('delivery failed', () => (state === 'failed' ? tools.retry() : tools.takeBack(id)), {}, words(state));
    if (delivery) column.append(delivery);
  }

  return {
    node: el('div', '', {}, when, author === 'system' ? el('p', 'time', {}, text) : line),
    update({ delivery: state, helpful }, first, time) {
      setText(when, time);
      when.hidden = !time;
      line.classList.toggle('is-first', first);
      thumbs?.update(helpful);
      showDelivery(state);
    },
  };
}
