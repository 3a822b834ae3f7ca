import type { Message, Session, Standing, Trouble } from '@xiaoer/client';

/** What a page can listen to. */
export interface WidgetEvents {
  /** The shop has answered; again for another shopper. */
  readonly ready: Session;
  /** Why there is no way in. */
  readonly refused: Trouble;
  readonly open: null;
  readonly close: null;
  /** How many messages have not been seen. */
  readonly unread: number;
  /** The other side said something. */
  readonly message: Message;
  readonly mode: Standing;
}
