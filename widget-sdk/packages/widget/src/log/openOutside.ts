import { attributes } from '../dom/attributes.js';

/** Makes a link open beside the conversation. */
export function openOutside(node: HTMLAnchorElement, url: URL): HTMLAnchorElement {
  return attributes(node, { href: url.href, target: '_blank', rel: 'noopener noreferrer' });
}
