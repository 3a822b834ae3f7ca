import { fromOutbox, fromReply, fromServer } from './message.js';

/**
 * The conversation on the page. Every message appears once, whether it came from the history, as a reply, over the event
 * stream, or from this page's own outbox, and none changes its place once shown.
 */
export function createStore({ now = Date.now } = {}) {
  let messages = [];
  let held = [];
  let state = { mode: null, staff: false, greeting: '', typing: false, ready: false, online: true, reachable: true };
  const aliases = new Map();
  const listeners = new Set();

  const changed = () => listeners.forEach((listener) => listener());
  const byId = (id) => messages.find((message) => message.id === (aliases.get(id) ?? id));
  const known = (id) => byId(id) !== undefined;

  function replace(id, change) {
    messages = messages.map((message) => (message.id === id ? { ...message, ...change } : message));
  }

  /**
   * The stream may tell of a message of this page before its own POST has returned the server's id for it; until then it
   * cannot be told apart from one sent in another tab, so it waits.
   */
  function mayBeInFlight(message) {
    return message.author === 'shopper' && messages.some((own) => own.state === 'pending' && own.text === message.text);
  }

  function accept(message) {
    if (known(message.id)) return confirm(message.id);
    if (mayBeInFlight(message)) {
      held.push(message);
      return undefined;
    }
    messages = [...messages, { ...message, at: message.at ?? now() }];
    if (message.author !== 'shopper') state = { ...state, typing: false };
    return undefined;
  }

  function confirm(id) {
    const own = byId(id);
    if (own !== undefined && own.state !== 'sent') replace(own.id, { state: 'sent' });
  }

  /** One message under two names is shown once: where it stands in the history, if that has come already. */
  function unite(id, serverId) {
    if (id === serverId) return;
    if (messages.some((message) => message.id === serverId)) {
      messages = messages.filter((message) => message.id !== id);
      aliases.set(id, serverId);
    } else {
      aliases.set(serverId, id);
    }
  }

  function releaseHeld() {
    const waiting = held;
    held = [];
    waiting.forEach(accept);
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
    },

    get state() {
      return state;
    },

    /** The greeting stands before everything else, unless the server's own history already begins with it. */
    get messages() {
      const { greeting } = state;
      if (!greeting || !state.ready || messages[0]?.text === greeting) return messages;
      return [{ id: 'greeting', author: 'bot', text: greeting, choices: [], links: [], cards: [], at: null, state: 'sent' }, ...messages];
    },

    set(change) {
      state = { ...state, ...change };
      changed();
    },

    /** What was said before stands above what this page has added, in the server's order. */
    addHistory(items) {
      const older = items.map((item) => {
        const own = byId(String(item.id));
        return own ? { ...own, state: 'sent' } : fromServer(item);
      });
      const newer = messages.filter((message) => !older.some((old) => old.id === message.id));
      messages = [...older, ...newer];
      changed();
    },

    /** A message from the stream, or one the page has missed while it was not connected. */
    receive(items) {
      items.map(fromServer).forEach(accept);
      changed();
    },

    addOwn(item) {
      if (known(item.id)) return;
      messages = [...messages, fromOutbox(item)];
      changed();
    },

    /** The server has the message: under `messageId`, which may differ from the id the page gave it. */
    delivered(id, messageId, replies) {
      unite(id, messageId ? String(messageId) : id);
      confirm(id);
      const at = now();
      replies.map((reply) => fromReply(reply, at)).forEach(accept);
      releaseHeld();
      changed();
    },

    setOwn(id, ownState) {
      replace(id, { state: ownState });
      if (ownState !== 'pending') releaseHeld();
      changed();
    },

    removeOwn(id) {
      messages = messages.filter((message) => message.id !== id);
      releaseHeld();
      changed();
    },
  };
}
