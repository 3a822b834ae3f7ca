import css from '../styles/widget.css';
import type { Config } from './Config.js';
import { adoptStyles } from '../dom/adoptStyles.js';
import { attributes } from '../dom/attributes.js';
import { el } from '../dom/el.js';
import { setProperties } from '../dom/setProperties.js';
import { readOffset } from './readOffset.js';

/**
 * What everything is drawn in. In a corner it is in the browser's top layer, so that no transform, filter or z-index of the
 * page touches it.
 */
export function createRoot(shadow: ShadowRoot, { inline, offset, nonce }: Pick<Config, 'inline' | 'offset' | 'nonce'>): HTMLElement {
  const root = el('div', inline ? 'root is-inline' : 'root');
  const { x, y } = readOffset(offset);
  adoptStyles(shadow, css, nonce);
  setProperties(root, inline ? { '--x': '0px', '--y': '0px' } : { '--x': `${x}px`, '--y': `${y}px` });
  shadow.append(root);
  if (!inline && typeof root.showPopover === 'function') attributes(root, { popover: 'manual' }).showPopover();
  return root;
}
