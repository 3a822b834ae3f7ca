import type { Storage } from './createStorage.js';
import type { Delivery, Message } from './types.js';

export interface Outbox {
  all(): readonly Message[];
  /** The oldest one to be sent. */
  next(): Message | undefined;
  write(messages: readonly Message[]): void;
  mark(id: string, delivery: Delivery): void;
  remove(id: string): void;
}

/** Messages the server has not acknowledged, oldest first. Each change reads what is stored, since other tabs change it too. */
export function createOutbox({ read, write: store }: Storage): Outbox {
  const all = (): readonly Message[] => read<readonly Message[]>('outbox') ?? [];
  const write = (messages: readonly Message[]): void => store('outbox', messages);

  return {
    all,
    next: () => all().find(({ delivery }) => delivery === 'pending'),
    write,
    mark: (id, delivery) => write(all().map((one) => (one.id === id ? { ...one, delivery } : one))),
    remove: (id) => write(all().filter((one) => one.id !== id)),
  };
}
