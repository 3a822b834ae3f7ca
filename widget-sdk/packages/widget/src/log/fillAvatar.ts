import { el } from '../dom/el.js';
import { firstLetter } from './firstLetter.js';
import { safeUrl } from './safeUrl.js';

/** Fills a round avatar with the shop's picture, or with the first letter of its name while there is none. */
export function fillAvatar(node: HTMLElement, title: string, avatarUrl: string | null): void {
  node.textContent = firstLetter(title);
  const url = safeUrl(avatarUrl);
  if (url === null) return;
  const image = el('img', '', { alt: '', referrerpolicy: 'no-referrer', load: () => node.replaceChildren(image), src: url.href });
}
