import { safeUrl } from './safe-url.js';

/** Fills a round avatar with the shop's picture, or with the first letter of its name while there is none. */
export function fillAvatar(node, { avatarUrl, title }) {
  const letter = firstLetter(title);
  const url = safeUrl(avatarUrl);
  node.textContent = letter;
  if (url === null) return;
  const image = new Image();
  image.alt = '';
  image.referrerPolicy = 'no-referrer';
  image.onload = () => node.replaceChildren(image);
  image.src = url;
}

/** What a reader takes for one letter: an emoji or an accented letter is not cut in two. */
export function firstLetter(title) {
  const text = title.trim();
  if (typeof Intl.Segmenter !== 'function') return (Array.from(text)[0] ?? '').toUpperCase();
  const [first] = new Intl.Segmenter().segment(text);
  return (first?.segment ?? '').toUpperCase();
}
