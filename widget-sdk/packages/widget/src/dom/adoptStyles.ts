import { el } from './el.js';

/**
 * Styles a shadow root. A constructed sheet needs no leave from the page's content policy; browsers without them get a style
 * element, with the page's nonce where one was given.
 */
export function adoptStyles(shadow: ShadowRoot, css: string, nonce: string | null): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    shadow.adoptedStyleSheets = [sheet];
  } catch {
    const style = el('style', '', {}, css);
    if (nonce !== null) style.nonce = nonce;
    shadow.append(style);
  }
}
