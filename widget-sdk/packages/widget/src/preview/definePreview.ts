import { createPreview, type PreviewTheme } from './createPreview.js';

const TAG = 'xiaoer-preview';

/** Registers `<xiaoer-preview>`, which shows how the widget would look with the theme given to `setTheme`. */
export function definePreview(): void {
  if (customElements.get(TAG)) return;

  class XiaoerPreview extends HTMLElement {
    private readonly draw = createPreview(this.attachShadow({ mode: 'open' }));

    connectedCallback(): void {
      this.setAttribute('inline', '');
      this.setTheme({});
    }

    setTheme(theme: PreviewTheme): void {
      this.draw(theme);
    }
  }

  customElements.define(TAG, XiaoerPreview);
}
