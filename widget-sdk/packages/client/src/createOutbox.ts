import type { Storage } from './createStorage.js';
import { recordsIn } from './recordsIn.js';
import { toMessage } from './toMessage.js';
import type { Delivery, Message } from './types.js';

export interface Outbox {
  all(): readonly Message[];
  add(message: Message): void;
  remove(id: string): void;
  mark(id: string, delivery: Delivery): void;
  next(): Message | undefined;
}

/** Messages the server has not acknowledged, oldest first. Each change reads what is stored, since other tabs change it too. */
export function createOutbox(storage: Storage): Outbox {
  const all = (): readonly Message[] => recordsIn(storage.read('outbox')).map(toMessage);
  const write = (messages: readonly Message[]): void => storage.write('outbox', messages);

  return {
    all,
    add: (message) => write([...all(), message]),
    remove: (id) => write(all().filter((one) => one.id !== id)),
    mark: (id, delivery) => write(all().map((one) => (one.id === id ? { ...one, delivery } : one))),
    next: () => all().find((one) => one.delivery === 'pending'),
  };
}
