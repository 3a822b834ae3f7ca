import { attributes, type Attributes } from './attributes.js';

/**
 * An element with a class and children. Text is always text nodes, never HTML, so that nothing said in a conversation can
 * become markup, and pages that demand Trusted Types are content.
 */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  values: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const node = document.createElement(tag);
  node.className = className;
  node.append(...children);
  return attributes(node, values);
}
