import type { Message, State } from './types.js';

const GREETING = 'greeting';

export interface Store {
  readonly state: State;
  set(change: Partial<State>): void;
  /** Adds what is not there yet, and puts what is where the server has it; gives what is new. */
  put(messages: readonly Message[]): readonly Message[];
  change(id: string, change: Partial<Message>): void;
  drop(keep: (message: Message) => boolean): void;
  /** Messages of the other side after `seq` count as unread. */
  seen(seq: number): void;
}

/** The conversation as it is shown: every message once, in the server's order, and what it has not seen yet below. */
export function createStore(onChange: () => void): Store {
  let all: readonly Message[] = [];
  let read = 0;
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

  function set(change: Partial<State> = {}): void {
    state = { ...state, ...change };
    const text = state.session?.greeting;
    const greeted = !text || !state.ready || all[0]?.text === text;
    state = {
      ...state,
      messages: greeted ? all : [greeting(text), ...all],
      unread: all.filter(({ author, seq }) => author !== 'shopper' && seq !== null && seq > read).length,
    };
    onChange();
  }

  return {
    get state() {
      return state;
    },

    set,

    put(messages) {
      const fresh: Message[] = [];
      const place = ({ seq }: Message): number => seq ?? Number.MAX_SAFE_INTEGER;
      let next = all;
      for (const message of messages) {
        const own = next.find(({ id }) => id === message.id);
        if (own === undefined) {
          fresh.push(message);
          next = [...next, message];
        } else if (message.seq !== null && message.seq !== own.seq) {
          next = next.map((one) => (one === own ? { ...own, seq: message.seq, delivery: 'sent' } : one));
        }
      }
      if (next !== all) {
        all = [...next].sort((one, other) => place(one) - place(other));
        set();
      }
      return fresh;
    },

    change(id, change) {
      all = all.map((one) => (one.id === id ? { ...one, ...change } : one));
      set();
    },

    drop(keep) {
      all = all.filter(keep);
      set();
    },

    seen(seq) {
      read = seq;
      set();
    },
  };
}

function greeting(text: string): Message {
  return {
    id: GREETING,
    seq: null,
    author: 'bot',
    kind: GREETING,
    text,
    choices: [],
    links: [],
    cards: [],
    images: [],
    at: null,
    delivery: 'sent',
    choiceId: null,
    helpful: null,
    handover: null,
    agent: null,
  };
}
