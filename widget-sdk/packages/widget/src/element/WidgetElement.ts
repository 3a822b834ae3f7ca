import type { Widget } from './Widget.js';

/** `<xiaoer-widget>`; tells what happens by events named `xiaoer-…` after `WidgetEvents`. */
export interface WidgetElement extends HTMLElement {
  /** While it is on a page. */
  readonly widget: Widget | null;
}
