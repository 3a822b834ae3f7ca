import { refusalOf } from '@xiaoer/client/extras';
import type { WidgetEvents } from '../element/WidgetEvents.js';
import { attributes } from '../dom/attributes.js';
import { defineWidget } from '../element/defineWidget.js';
import { TAG } from '../element/TAG.js';
import { pickLocale } from '../words/pickLocale.js';
import { fitAboveKeyboard } from './fitAboveKeyboard.js';
import { handedOverIn } from './handedOverIn.js';
import { showRefusal } from './showRefusal.js';
import { takeHandedOver } from './takeHandedOver.js';
import { widgetKeyOf } from './widgetKeyOf.js';

/** The chat page of a shop: its widget fills the place kept for it. */
export function startChatPage(place: HTMLElement): void {
  const { staffCode, identity } = takeHandedOver(window.location, window.history);
  const reload = (): void => window.location.reload();
  const chat = attributes(document.createElement(TAG), {
    inline: true,
    'widget-key': widgetKeyOf(window.location.pathname),
    'staff-code': staffCode,
    identity,
  });
  listen(chat, 'ready', ({ theme }) => {
    document.documentElement.lang = pickLocale([theme.locale]);
    if (theme.title) document.title = theme.title;
    const bar = document.querySelector('meta[name="theme-color"]');
    if (bar && theme.primaryColor) attributes(bar, { content: theme.primaryColor });
  });
  listen(chat, 'refused', (trouble) => showRefusal(refusalOf(trouble, staffCode), pickLocale(navigator.languages), reload));
  window.addEventListener('hashchange', () => {
    const found = handedOverIn(window.location.hash);
    if (found.staffCode !== null || found.identity !== null) reload();
  });
  defineWidget();
  place.replaceChildren(chat);
  fitAboveKeyboard(place);
}

function listen<Event extends keyof WidgetEvents>(node: Element, event: Event, listener: (detail: WidgetEvents[Event]) => void): void {
  node.addEventListener(`xiaoer-${event}`, (told) => told instanceof CustomEvent && listener(told.detail));
}
