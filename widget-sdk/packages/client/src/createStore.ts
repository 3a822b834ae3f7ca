import { toMessage } from './toMessage.js';
import { toStanding } from './toStanding.js';
import type { Client, Message, State } from './types.js';

export interface Store {
  get(): State;
  subscribe: Client['subscribe'];
  set(change: Partial<State>): void;
  /** Adds what is not there yet, and puts what is where the server has it; gives what is new. */
  put(messages: readonly Message[]): readonly Message[];
  change(id: string, change: Partial<Message>): void;
  keep(which: (message: Message) => boolean): void;
}

/** The conversation as it is shown: every message once, in the server's order, and what it has not seen yet below. */
export function createStore(): Store {
  const listeners = new Set<(state: State) => void>();
  let telling = false;
  let all: readonly Message[] = [];
  let state: State = {
    ...toStanding({ mode: 'bot' }),
    ready: false,
    session: null,
    conversationId: null,
    messages: all,
    typing: false,
    seen: 0,
    unread: 0,
    online: true,
    reachable: true,
    refusal: null,
  };

  function set(change?: Partial<State>): void {
    state = { ...state, ...change };
    const text = state.ready && state.session?.greeting;
    state = {
      ...state,
      messages: text ? [toMessage({ id: 'greeting', text }), ...all] : all,
      unread: all.filter(({ author, seq }) => author !== 'shopper' && (seq ?? 0) > state.seen).length,
    };
    void tell();
  }

  /** Several changes in one go are told once. */
  async function tell(): Promise<void> {
    if (telling) return;
    telling = true;
    await null;
    telling = false;
    listeners.forEach((listener) => listener(state));
  }

  function show(messages: readonly Message[]): void {
    all = [...messages].sort((one, other) => (one.seq ?? Infinity) - (other.seq ?? Infinity) || 0);
    set();
  }

  const change: Store['change'] = (id, now) => show(all.map((one) => (one.id === id ? { ...one, ...now } : one)));

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    get: () => state,
    set,
    change,

    put(messages) {
      const fresh = messages.filter(({ id }) => all.every((one) => one.id !== id));
      for (const { id, seq } of messages) {
        if (seq !== null && all.some((one) => one.id === id && one.seq !== seq)) change(id, { seq, delivery: 'sent' });
      }
      if (fresh.length > 0) show([...all, ...fresh]);
      return fresh;
    },

    keep: (which) => show(all.filter(which)),
  };
}
