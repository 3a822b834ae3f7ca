import type { Page } from '@xiaoer/client';
import type { WidgetEvents } from '../element/WidgetEvents.js';

/** `window.Xiaoer`, ready as soon as the script has run. */
export interface XiaoerGlobal {
  open(): void;
  close(): void;
  setPage(page: Page): void;
  setIdentity(identity: string | null): void;
  on<Event extends keyof WidgetEvents>(event: Event, listener: (detail: WidgetEvents[Event]) => void): void;
}

declare global {
  interface Window {
    Xiaoer?: XiaoerGlobal;
  }
}
