/** From the side and from the bottom, in pixels: clear of the bar that phones have. */
const PHONE_OFFSET = '16 76';

/**
 * Puts the shop's chat into the page, as a shop would. Where it cannot be had, what would open it leads to the chat's own page.
 *
 * @param {{widgetKey: string, kind: string, sku: ?string, identity: ?string, locale: string}} page
 */
export function embedChat({ widgetKey, kind, sku, identity, locale }) {
  let context = null;
  let ready = false;
  const script = document.createElement('script');
  script.async = true;
  script.crossOrigin = 'anonymous';
  script.src = '/sdk/xiaoer-widget.js';
  script.dataset.widgetKey = widgetKey;
  script.dataset.pageKind = kind;
  script.dataset.locale = locale;
  if (window.matchMedia('(max-width: 640px)').matches) script.dataset.offset = PHONE_OFFSET;
  if (sku) script.dataset.sku = sku;
  if (identity) script.dataset.identity = identity;
  script.addEventListener('load', () => {
    ready = true;
    if (context) window.Xiaoer?.setPage?.(context);
  });
  script.addEventListener('error', () => {
    document.addEventListener('click', (event) => {
      if (event.target instanceof Element && event.target.closest('[data-xiaoer-open]')) {
        window.open(chatAddress(widgetKey, identity), '_blank', 'noopener');
      }
    });
  });
  document.body.append(script);
  return {
    /** Tells the chat what the page shows now. */
    say(fresh) {
      context = fresh;
      if (ready) window.Xiaoer?.setPage?.(context);
    },
  };
}

export const chatAddress = (widgetKey, identity) =>
  `/chat/${encodeURIComponent(widgetKey)}${identity ? `#identity=${encodeURIComponent(identity)}` : ''}`;
