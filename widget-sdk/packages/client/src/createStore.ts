import { toMessage } from './toMessage.js';
import type { Message, State } from './types.js';

export interface Store {
  get(): State;
  set(change: Partial<State>): void;
  /** Adds what is not there yet, and puts what is where the server has it; gives what is new. */
  put(messages: readonly Message[]): readonly Message[];
  change(id: string, change: Partial<Message>): void;
  keep(which: (message: Message) => boolean): void;
  /** Messages of the other side after `seq` count as unread. */
  read(seq: number): void;
}

/** The conversation as it is shown: every message once, in the server's order, and what it has not seen yet below. */
export function createStore(onChange: () => void): Store {
  let all: readonly Message[] = [];
  let seen = 0;
  let state: State = {
    ready: false,
    session: null,
    conversationId: null,
    messages: [],
    mode: 'bot',
    reason: null,
    place: null,
    agent: null,
    officeHours: null,
    typing: false,
    unread: 0,
    online: true,
    reachable: true,
    refusal: null,
    rated: false,
  };

  function set(change?: Partial<State>): void {
    state = { ...state, ...change };
    const text = state.ready && state.session?.greeting;
    state = {
      ...state,
      messages: text && all[0]?.text !== text ? [toMessage({ id: 'greeting', kind: 'greeting', text }), ...all] : all,
      unread: all.filter(({ author, seq }) => author !== 'shopper' && (seq ?? 0) > seen).length,
    };
    onChange();
  }

  function show(messages: readonly Message[]): void {
    all = [...messages].sort((one, other) => (one.seq ?? Infinity) - (other.seq ?? Infinity) || 0);
    set();
  }

  const change: Store['change'] = (id, now) => show(all.map((one) => (one.id === id ? { ...one, ...now } : one)));

  return {
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

    read(seq) {
      seen = seq;
      set();
    },
  };
}
