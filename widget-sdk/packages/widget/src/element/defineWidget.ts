import { customerOf } from '@xiaoer/client/extras';
import type { Widget } from './Widget.js';
import type { WidgetElement } from './WidgetElement.js';
import { createWidget } from './createWidget.js';
import { readConfig } from './readConfig.js';
import { TAG } from './TAG.js';

/** Registers `<xiaoer-widget>`, once. */
export function defineWidget(): void {
  if (customElements.get(TAG)) return;

  class XiaoerWidget extends HTMLElement implements WidgetElement {
    static readonly observedAttributes = ['page-kind', 'sku', 'identity'];
    widget: Widget | null = null;
    private readonly shadow = this.attachShadow({ mode: 'open' });

    connectedCallback(): void {
      this.disconnectedCallback();
      this.widget = createWidget(this.shadow, readConfig(this), (event, detail) => {
        this.dispatchEvent(new CustomEvent(`xiaoer-${event}`, { detail }));
      });
    }

    disconnectedCallback(): void {
      this.widget?.stop();
      this.widget = null;
    }

    attributeChangedCallback(name: string, before: string | null, now: string | null): void {
      if (!this.widget) return;
      if (name !== 'identity') this.widget.setPage(readConfig(this).page);
      else if (customerOf(before) === customerOf(now)) this.widget.renew(now);
      else this.connectedCallback();
    }
  }

  customElements.define(TAG, XiaoerWidget);
}
