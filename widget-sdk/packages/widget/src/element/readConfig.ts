import type { Config } from './Config.js';
import { isPageKind } from '../page/isPageKind.js';

/** What the element's attributes say. */
export function readConfig(element: Element): Config {
  const read = (name: string): string | null => element.getAttribute(name) || null;
  const { origin, pathname } = window.location;
  const kind = read('page-kind');
  const sku = read('sku');
  const position = read('position');
  return {
    widgetKey: read('widget-key') ?? '',
    server: read('server') ?? origin,
    identity: read('identity'),
    staffCode: read('staff-code'),
    page: { kind: isPageKind(kind) ? kind : 'other', url: origin + pathname, ...(sku && { sku }) },
    locale: read('locale'),
    position: position === 'left' || position === 'right' ? position : null,
    offset: read('offset'),
    inline: element.hasAttribute('inline'),
    nonce: read('nonce'),
  };
}
