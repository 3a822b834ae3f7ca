import type { Client } from '@xiaoer/client';

/** The handle of one widget on a page. */
export interface Widget extends Pick<Client, 'setPage' | 'stop'> {
  open(): void;
  close(): void;
  /** A fresh signature for the same shopper. */
  renew(identity: string | null): void;
}
