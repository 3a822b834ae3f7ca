import type { Attributes } from './attributes.js';
import { el } from './el.js';

export function button(
  className: string,
  onClick: (event: Event) => void,
  values: Attributes,
  ...children: (Node | string)[]
): HTMLButtonElement {
  return el('button', className, { type: 'button', click: onClick, ...values }, ...children);
}
