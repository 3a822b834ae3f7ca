import type { Page, Theme } from '@xiaoer/client';

/** How a page asks for the widget. */
export interface Config {
  readonly widgetKey: string;
  /** Origin of the server. */
  readonly server: string;
  readonly identity: string | null;
  readonly staffCode: string | null;
  readonly page: Page;
  readonly locale: string | null;
  /** Overrides the shop's own choice. */
  readonly position: Theme['position'] | null;
  /** Pixels from the side and from the bottom, such as `24 96`. */
  readonly offset: string | null;
  readonly inline: boolean;
  readonly nonce: string | null;
}
