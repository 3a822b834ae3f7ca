import type { Message } from '@xiaoer/client';

/** A line of the log. */
export interface Row {
  readonly message: Message;
  /** To be shown above it, after a pause. */
  readonly time: number | null;
  /** First in a run by the same author. */
  readonly first: boolean;
}
