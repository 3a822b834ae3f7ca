import type { Lease } from './createLease.js';
import type { Outbox } from './createOutbox.js';
import type { Pause } from './createPause.js';
import { isTemporary } from './isTemporary.js';
import { retryDelay } from './retryDelay.js';
import type { Delivery, Message, Result } from './types.js';

const REFUSALS = [400, 409, 413, 422];

export interface Sending<T> {
  readonly outbox: Outbox;
  readonly lease: Lease;
  readonly pause: Pause;
  deliver(message: Message): Promise<Result<T>>;
  /** Trouble that is being tried again, or the end of it. */
  onTry(reachable: boolean): void;
  onDelivered(message: Message, data: T): void;
  onChange(id: string, delivery: Delivery): void;
}

export interface Sender {
  drain(): Promise<void>;
  stop(): void;
}

/**
 * Sends the outbox in order, one message at a time and from one tab, each under its own id however often it is tried. Trouble
 * that may pass is tried again until it has. A message the server refuses for what it says is set aside, and the ones after it
 * go on; any other refusal stops everything, and all is kept.
 */
export function createSender<T>(sending: Sending<T>): Sender {
  const { outbox, lease, pause, deliver, onTry, onDelivered, onChange } = sending;
  let running = false;
  let stopped = false;
  let later: ReturnType<typeof setTimeout> | undefined;

  function settle(id: string, delivery: Delivery): void {
    outbox.mark(id, delivery);
    onChange(id, delivery);
  }

  async function send(message: Message): Promise<void> {
    for (let attempt = 0; !stopped && outbox.next()?.id === message.id && (await lease.take()); attempt += 1) {
      const { data, error } = await deliver(message);
      if (error === undefined) {
        outbox.remove(message.id);
        onDelivered(message, data);
        return;
      }
      if (REFUSALS.includes(error.status)) return settle(message.id, 'rejected');
      if (!isTemporary(error)) {
        return outbox.all().forEach((one) => one.delivery === 'pending' && settle(one.id, 'failed'));
      }
      onTry(false);
      await pause.wait(retryDelay(attempt, error.retryAfter));
    }
  }

  async function drain(): Promise<void> {
    if (running || stopped) return;
    running = true;
    clearTimeout(later);
    for (let next = outbox.next(); next && !stopped && (await lease.take()); next = outbox.next()) await send(next);
    lease.release();
    running = false;
    if (outbox.next() && !stopped) later = setTimeout(drain, Math.max(500, lease.remaining()));
  }

  return {
    drain,
    stop() {
      stopped = true;
      clearTimeout(later);
      pause.end();
    },
  };
}
