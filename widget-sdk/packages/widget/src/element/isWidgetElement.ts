import type { WidgetElement } from './WidgetElement.js';

export function isWidgetElement(node: Element): node is WidgetElement {
  return 'widget' in node;
}
