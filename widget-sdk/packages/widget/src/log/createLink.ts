import type { Link } from '@xiaoer/client';
import { el } from '../dom/el.js';
import { ICONS } from '../dom/ICONS.js';
import { svg } from '../dom/svg.js';
import { openOutside } from './openOutside.js';
import { safeUrl } from './safeUrl.js';

/** Null for an address that is not a web page's. */
export function createLink(link: Link): HTMLElement | null {
  const url = safeUrl(link.url);
  return url && openOutside(el('a', 'choice link', {}, link.label || url.hostname, svg(ICONS.down, 16)), url);
}
