import type { Card } from '@xiaoer/client';
import type { Words } from '../words/Words.js';
import { el } from '../dom/el.js';
import { ICONS } from '../dom/ICONS.js';
import { svg } from '../dom/svg.js';
import { openOutside } from './openOutside.js';
import { safeUrl } from './safeUrl.js';

/** An order or a product: what it is, how it stands, and a way to its page where there is one. */
export function createCard({ kind, id, title, text, status, url }: Card, words: Words): HTMLElement {
  const page = safeUrl(url);
  const product = kind === 'product';
  const lines = el('div', 'card-words', {}, el('b', '', {}, title));
  if (text) lines.append(el('span', product ? 'price' : '', {}, text));
  if (!product) lines.append(el('small', '', {}, words('order', id)));
  const card = el(page ? 'a' : 'div', `card card-${product ? 'product' : 'order'}`, {}, el('i', 'tile', {}, svg(product ? ICONS.bag : ICONS.box)), lines);
  if (status) card.append(el('span', 'card-status', {}, status));
  return page && card instanceof HTMLAnchorElement ? openOutside(card, page) : card;
}
