import { isResting, isSignedOut } from './api.js';
import { createPause, isTemporary, retryDelay } from './backoff.js';
import { newId } from './ids.js';
import { createSender } from './sender.js';
import { createStream } from './stream.js';

const CONVERSATION = 'conversation';
const SENT_WITHOUT_ASKING = 10 * 60_000;
const TYPING_LASTS = 6_000;

/**
 * One visitor's talk with the shop, from opening the page to the last reply. It is made on the server only when the first
 * message is sent, and made again when the server no longer knows it.
 *
 * `onSession(session)` gets each session as it is opened; `onRefused(error)` hears that there is no way in.
 */
export function createConversation({ api, storage, store, outbox, onSession, onRefused }) {
  const pause = createPause();
  const sender = createSender({
    outbox,
    deliver,
    onBusy: (busy) => store.set({ typing: busy && expectsQuickReply() }),
    onChange: (item, state) => store.setOwn(item.id, state),
    onDelivered(item, data) {
      store.delivered(item.id, data.messageId, data.replies ?? []);
      store.set({ reachable: true });
    },
  });
  let conversationId = storage.read(CONVERSATION);
  let requestId = newId();
  let stream = null;
  let typingTimer = null;

  function expectsQuickReply() {
    const { mode, online } = store.state;
    return online && mode !== 'person' && mode !== 'waiting';
  }

  async function start() {
    restoreUnsent();
    const session = await untilItWorks(api.openSession);
    if (session.error) {
      onRefused(session.error);
      return;
    }
    const { mode, greeting, staff } = session.data;
    store.set({ mode, greeting: greeting ?? '', staff: staff === true });
    onSession(session.data);
    if (conversationId !== null) await resume();
    store.set({ ready: true });
    await sender.drain();
  }

  /** What was written long ago waits to be asked for: the shopper may no longer mean it. */
  function restoreUnsent() {
    for (const item of outbox.all()) {
      if (item.state === 'pending' && Date.now() - item.at > SENT_WITHOUT_ASKING) outbox.mark(item.id, 'failed');
    }
    outbox.all().forEach(store.addOwn);
  }

  async function untilItWorks(ask) {
    for (let attempt = 0; ; attempt += 1) {
      const result = await ask();
      const again = result.error !== undefined && isTemporary(result.error);
      store.set({ reachable: !again });
      if (!again) return result;
      await pause.wait(retryDelay(attempt, result.error.retryAfter));
    }
  }

  async function resume() {
    const history = await untilItWorks(() => api.history(conversationId));
    if (history.error && isTheEnd(history.error)) {
      onRefused(history.error);
      return;
    }
    if (history.error) {
      forget();
      return;
    }
    store.addHistory(history.data);
    listen();
  }

  function forget() {
    stream?.stop();
    stream = null;
    conversationId = null;
    requestId = newId();
    storage.remove(CONVERSATION);
  }

  function rest(error) {
    stream?.stop();
    onRefused(error);
  }

  async function deliver(item) {
    const begun = await ensureConversation();
    if (begun.error) return begun;
    const result = await api.sendMessage(conversationId, item);
    if (result.error && isTheEnd(result.error)) rest(result.error);
    if (result.error?.status !== 404) return result;
    forget();
    const again = await ensureConversation();
    return again.error ? again : api.sendMessage(conversationId, item);
  }

  async function ensureConversation() {
    if (conversationId !== null) return {};
    const result = await api.startConversation(requestId);
    if (result.error && isTheEnd(result.error)) rest(result.error);
    if (result.error) return result;
    conversationId = result.data.conversationId;
    storage.write(CONVERSATION, conversationId);
    store.set({ mode: result.data.mode });
    listen();
    return {};
  }

  function listen() {
    const id = conversationId;
    stream = createStream({
      open: (lastEventId, signal) => api.events(id, lastEventId, signal),
      onEvent: hear,
      onConnected(resumed) {
        store.set({ reachable: true });
        if (!resumed) catchUp(id);
      },
      onLost: () => store.set({ reachable: false }),
      onGone: () => {},
      onResting: rest,
    });
    stream.start();
  }

  async function catchUp(id) {
    const history = await api.history(id);
    if (history.data && id === conversationId) store.receive(history.data);
  }

  function hear(event) {
    const data = parse(event.data);
    if (data === null) return;
    if (event.type === 'message') store.receive([data]);
    else if (event.type === 'mode') store.set({ mode: data.mode });
    else if (event.type === 'typing') showTyping();
  }

  function showTyping() {
    clearTimeout(typingTimer);
    typingTimer = setTimeout(() => store.set({ typing: false }), TYPING_LASTS);
    store.set({ typing: true });
  }

  return {
    start,

    /** Written down before anything is sent, so that it outlives the page. */
    say(text, choiceId) {
      if (choiceId && outbox.all().some((item) => item.choiceId === choiceId && item.state === 'pending')) return;
      const item = { id: newId(), text, choiceId, at: Date.now(), state: 'pending' };
      outbox.add(item);
      store.addOwn(item);
      sender.drain();
    },

    retry: sender.retryFailed,

    /** Takes a message back that the server refused; gives its text. */
    takeBack(id) {
      const item = outbox.all().find((one) => one.id === id);
      outbox.remove(id);
      store.removeOwn(id);
      return item?.text ?? '';
    },

    /** The network is back, or the page is on screen again. */
    wake() {
      pause.end();
      stream?.reconnect();
      sender.retryFailed();
    },
  };
}

/** There is no way on from this page, and nothing in it is to be forgotten. */
function isTheEnd(error) {
  return isResting(error) || isSignedOut(error);
}

function parse(text) {
  try {
    const data = JSON.parse(text);
    return typeof data === 'object' ? data : null;
  } catch {
    return null;
  }
}
