import type { Message, Standing, State } from './types.js';

export interface ClientEvents {
  /** The other side said something just now; not what history brings. */
  readonly message: Message;
  /** How the conversation stands has changed. */
  readonly mode: Standing;
  /** A message of the shopper is stored on the server. */
  readonly delivered: Message;
}

export interface Events {
  on<E extends keyof ClientEvents>(event: E, listener: (detail: ClientEvents[E]) => void): () => void;
  /** Compares a client's state with the one before. */
  take(state: State): void;
}

type Listeners = { readonly [E in keyof ClientEvents]: Set<(detail: ClientEvents[E]) => void> };

/** What has happened from one state of a client to the next. */
export function createEvents(): Events {
  const listeners: Listeners = { message: new Set(), mode: new Set(), delivered: new Set() };
  let unsent = new Set<string>();
  let conversation: string | null = null;
  let heard = Infinity;
  let standing = '';

  function emit<E extends keyof ClientEvents>(event: E, detail: ClientEvents[E]): void {
    listeners[event].forEach((listener) => listener(detail));
  }

  return {
    on(event, listener) {
      listeners[event].add(listener);
      return () => listeners[event].delete(listener);
    },

    take({ ready, session, conversationId, messages, mode, reason, place, agent, officeHours }) {
      if (session === null) return;
      if (conversationId !== conversation) heard = ready && conversation === null ? 0 : Infinity;
      conversation = conversationId;
      const fresh = messages.filter(({ author, seq }) => author !== 'shopper' && (seq ?? 0) > heard);
      const arrived = messages.filter(({ id, delivery }) => delivery === 'sent' && unsent.has(id));
      if (ready) heard = Math.max(0, ...messages.map(({ seq }) => seq ?? 0));
      unsent = new Set(messages.filter(({ delivery }) => delivery !== 'sent').map(({ id }) => id));

      const before = standing;
      const now = { mode, reason, place, agent, officeHours };
      standing = JSON.stringify(now);
      fresh.forEach((message) => emit('message', message));
      arrived.forEach((message) => emit('delivered', message));
      if (before !== '' && before !== standing) emit('mode', now);
    },
  };
}
