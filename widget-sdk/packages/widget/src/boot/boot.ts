import type { Widget } from '../element/Widget.js';
import type { XiaoerGlobal } from './XiaoerGlobal.js';
import { defineWidget } from '../element/defineWidget.js';
import { isWidgetElement } from '../element/isWidgetElement.js';
import { TAG } from '../element/TAG.js';
import { attributes } from '../dom/attributes.js';
import { linkInstead } from './linkInstead.js';
import { watchOpeners } from './watchOpeners.js';
import { whenIdle } from './whenIdle.js';

/** Brings the widget onto the page that this script is on: what the tag's `data-…` say, the element's attributes say. */
export function boot(script: HTMLScriptElement): void {
  const server = new URL(script.src).origin;
  const key = script.dataset.widgetKey;
  if (!window.customElements || !Element.prototype.attachShadow || !window.HTMLDialogElement) {
    if (key) whenIdle(() => linkInstead(key, server));
    return;
  }
  const waiting: ((widget: Widget, element: Element) => void)[] = [];
  let element: Element | null = null;
  defineWidget();

  /** An element that the page has written itself counts, too; one that it has thrown away is put back. */
  function make(): Widget | null {
    element ??= document.querySelector(TAG) ?? (key ? create() : null);
    if (!element || !isWidgetElement(element)) return null;
    if (!element.isConnected) document.body.append(element);
    const { widget } = element;
    for (const call of widget ? waiting.splice(0) : []) later(call);
    return widget;
  }

  function create(): Element {
    const made = attributes(document.createElement(TAG), { server, nonce: script.nonce || null });
    for (const { name, value } of Array.from(script.attributes)) {
      if (name.startsWith('data-')) made.setAttribute(name.slice(5), value);
    }
    return made;
  }

  function later(call: (widget: Widget, element: Element) => void): void {
    if (element && isWidgetElement(element) && element.widget) call(element.widget, element);
    else waiting.push(call);
  }

  const xiaoer: XiaoerGlobal = {
    open: () => make()?.open(),
    close: () => later((widget) => widget.close()),
    setPage: (page) => later((widget) => widget.setPage(page)),
    setIdentity: (identity) => later((_widget, made) => attributes(made, { identity })),
    on: (name, listener) =>
      later((_widget, made) => made.addEventListener(`xiaoer-${name}`, (event) => event instanceof CustomEvent && listener(event.detail))),
  };
  window.Xiaoer = xiaoer;
  watchOpeners(xiaoer.open);
  whenIdle(make);
}
