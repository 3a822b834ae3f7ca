import { asRecord } from './asRecord.js';
import { asText } from './asText.js';
import type { Api } from './createApi.js';
import type { Beacons } from './createBeacons.js';
import type { ServerEvent } from './createEventParser.js';
import { createLease } from './createLease.js';
import { createLine, type Line } from './createLine.js';
import { createOutbox } from './createOutbox.js';
import { createPause } from './createPause.js';
import { createSender } from './createSender.js';
import type { Storage } from './createStorage.js';
import type { Store } from './createStore.js';
import { isRecord } from './isRecord.js';
import { isTemporary } from './isTemporary.js';
import { newId } from './newId.js';
import { numberOrNull } from './numberOrNull.js';
import { parseJson } from './parseJson.js';
import { recordsIn } from './recordsIn.js';
import { refusalOf } from './refusalOf.js';
import { retryDelay } from './retryDelay.js';
import { textOrNull } from './textOrNull.js';
import { toMessage } from './toMessage.js';
import { toStanding } from './toStanding.js';
import type { ClientEvents, Message, Page, Result, SayOptions, Session, Standing, Trouble } from './types.js';

const SENT_WITHOUT_ASKING = 10 * 60_000;
const TYPING_LASTS = 6_000;
const AT_ONCE = 500;

export interface TalkParts {
  readonly api: Api;
  readonly storage: Storage;
  readonly store: Store;
  readonly beacons: Beacons;
  readonly withStaffCode: boolean;
  page(): Page;
  emit<E extends keyof ClientEvents>(event: E, detail: ClientEvents[E]): void;
  /** Tells the other tabs to look at what is stored; with an id, that this message has been taken back. */
  tell(takenBack: string | null): void;
}

export interface Talk {
  start(): Promise<Result<Session>>;
  connect(): void;
  say(text: string, options: SayOptions): void;
  retry(): void;
  takeBack(id: string): string;
  /** Does something in the conversation, which is opened where there is none. */
  act<T>(path: string, read: (value: unknown) => T, body: unknown, type?: string): Promise<Result<T>>;
  path(rest: string): string;
  stand(standing: Standing): Standing;
  hear(messages: readonly Message[]): void;
  seen(): void;
  /** Another tab has changed what is stored. */
  look(takenBack: unknown): void;
  wake(): void;
  sleep(): void;
  stop(): void;
}

/**
 * One shopper's talk with the shop. Its conversation is the one the server names; it is made when something is first said, and
 * made again when the server no longer knows it.
 */
export function createTalk({ api, storage, store, beacons, withStaffCode, page, emit, tell }: TalkParts): Talk {
  const pause = createPause();
  const outbox = createOutbox(storage);
  const said = new Set<string>();
  let started: Promise<Result<Session>> | null = null;
  let beginning: Promise<Trouble | undefined> | null = null;
  let request = { key: newId(), page: page() };
  let gone: unknown = null;
  let line: Line | null = null;
  let wanted = false;
  let resuming = false;
  let stopped = false;
  let cursor = 0;
  let read = 0;
  let typingTimer: ReturnType<typeof setTimeout> | undefined;
  let standing = '';

  const sender = createSender({
    outbox,
    lease: createLease(storage),
    pause,
    deliver,
    onTry: (reachable) => store.set({ reachable }),
    onDelivered,
    onChange(id, delivery) {
      store.change(id, { delivery });
      tell(null);
    },
  });

  const path = (rest: string): string => `/conversations/${encodeURIComponent(store.state.conversationId ?? '')}${rest}`;

  function refuse(error: Trouble): { readonly error: Trouble } {
    line?.stop();
    line = null;
    store.set({ refusal: refusalOf(error, withStaffCode) });
    return { error };
  }

  async function untilItWorks<T>(ask: () => Promise<Result<T>>): Promise<Result<T>> {
    for (let attempt = 0; ; attempt += 1) {
      const result = await ask();
      const again = !stopped && result.error !== undefined && isTemporary(result.error);
      store.set({ reachable: !again });
      if (!again) return result;
      await pause.wait(retryDelay(attempt, result.error.retryAfter));
    }
  }

  async function open(): Promise<Result<Session>> {
    for (const { id, at } of outbox.all()) {
      if (Date.now() - (at ?? 0) > SENT_WITHOUT_ASKING) outbox.mark(id, 'failed');
    }
    store.put(outbox.all());
    const before = storage.read('conversation');
    const result = await untilItWorks(api.session);
    if (stopped) return result;
    if (result.error) return refuse(result.error);
    const session = result.data;
    const { conversation } = session;
    store.set({ session, ready: conversation === null });
    stand(toStanding({ mode: session.mode, officeHours: session.officeHours, ...conversation }));
    if (conversation === null) gone = before;
    else {
      enter(conversation.conversationId, conversation.lastSeq);
      if (conversation.lastSeq > read || conversation.mode === 'waiting' || conversation.mode === 'person') connect();
    }
    if (outbox.next()) connect();
    if (wanted) connect();
    void sender.drain();
    return result;
  }

  /** `seenTo` is for a device that does not remember what it has shown. */
  function enter(conversationId: string, seenTo: number): void {
    storage.write('conversation', conversationId);
    cursor = 0;
    store.set({ conversationId });
    recall(seenTo);
  }

  function recall(seenTo: number): void {
    const seen = storage.read('seen');
    const [id, seq] = Array.isArray(seen) ? seen : [];
    read = id === store.state.conversationId ? Math.max(numberOrNull(seq) ?? 0, read) : seenTo;
    store.seen(read);
  }

  function leave(): void {
    line?.stop();
    line = null;
    gone = store.state.conversationId;
    request = { key: newId(), page: page() };
    cursor = 0;
    read = 0;
    store.set({ conversationId: null });
    store.drop(({ seq }) => seq === null);
  }

  function connect(): void {
    wanted = true;
    if (store.state.session === null || store.state.refusal || line || resuming) return;
    if (store.state.conversationId === null) store.set({ ready: true });
    else void resume();
  }

  async function resume(): Promise<void> {
    const { conversationId } = store.state;
    resuming = true;
    const { error } = await untilItWorks(() => load(false));
    resuming = false;
    if (stopped || store.state.refusal) return;
    if (error && error.status !== 404) {
      refuse(error);
      return;
    }
    if (conversationId !== store.state.conversationId) return connect();
    if (error) leave();
    store.set({ ready: true });
    if (!error) listen();
  }

  /** Brings what came after the cursor. */
  async function load(live: boolean): Promise<Result<null>> {
    const { conversationId } = store.state;
    for (let more = true; more; ) {
      const after = cursor;
      const { data, error } = await api.call(path(`/messages?limit=${AT_ONCE}&after=${after}`), asRecord);
      if (error) return { error };
      if (stopped || conversationId !== store.state.conversationId) break;
      const messages = recordsIn(data.items).map(toMessage);
      cursor = messages.reduce((last, { seq }) => Math.max(last, seq ?? 0), cursor);
      hear(messages, live);
      if (isRecord(data.mode)) stand(toStanding(data.mode));
      more = textOrNull(data.nextCursor) !== null && cursor > after;
    }
    return { data: null };
  }

  function listen(): void {
    if (line) return;
    line = createLine({
      api,
      path: path(''),
      cursor: () => cursor,
      onEvent,
      look: () => load(true),
      onReachable: (reachable) => store.state.reachable !== reachable && store.set({ reachable }),
      onEnd: (error) => (error.status === 404 ? leave() : refuse(error)),
    });
  }

  function onEvent({ type, data, id }: ServerEvent): void {
    const seq = Number(id) || null;
    cursor = Math.max(cursor, seq ?? 0);
    const value = parseJson(data);
    if (!isRecord(value)) return;
    if (type === 'message') hear([toMessage({ seq, ...value })], true);
    else if (type === 'mode') stand(toStanding(value));
    else if (type === 'typing') {
      clearTimeout(typingTimer);
      typingTimer = setTimeout(() => store.set({ typing: false }), TYPING_LASTS);
      store.set({ typing: true });
    }
  }

  function hear(messages: readonly Message[], live: boolean): void {
    const fresh = store.put(messages.filter(({ kind }) => kind !== 'mode')).filter(({ author }) => author !== 'shopper');
    if (fresh.length === 0 || !live) return;
    if (store.state.typing) store.set({ typing: false });
    fresh.forEach((message) => message.text !== store.state.session?.greeting && emit('message', message));
  }

  function stand(now: Standing): Standing {
    const text = JSON.stringify(now);
    if (standing === text) return now;
    const first = standing === '';
    standing = text;
    store.set({ ...now, rated: store.state.rated && now.mode === 'closed' });
    if (!first) emit('mode', now);
    return now;
  }

  /** Gives what stands in the way of having a conversation. */
  async function begin(): Promise<Trouble | undefined> {
    const { error } = await start();
    if (error) return error;
    join();
    if (store.state.conversationId !== null) return undefined;
    beginning ??= create().finally(() => {
      beginning = null;
    });
    return beginning;
  }

  async function create(): Promise<Trouble | undefined> {
    const { key, page: body } = request;
    const ask = { body: { page: body }, headers: { 'Idempotency-Key': key } };
    const { data, error } = await api.call('/conversations', asRecord, ask);
    if (error || stopped) return error;
    enter(asText(data.conversationId), 0);
    store.set({ ready: true });
    if (wanted) listen();
    tell(null);
    return undefined;
  }

  /** Another tab may have begun a conversation. */
  function join(): void {
    const stored = textOrNull(storage.read('conversation'));
    if (stored === null || stored === gone || stored === store.state.conversationId) return;
    leave();
    enter(stored, 0);
    if (wanted) connect();
  }

  async function act<T>(rest: string, readAnswer: (value: unknown) => T, body: unknown, type?: string): Promise<Result<T>> {
    for (let again = false; ; again = true) {
      const error = await begin();
      if (error) return { error };
      const result = await api.call(path(rest), readAnswer, { body, ...(type && { headers: { 'Content-Type': type } }) });
      if (again || result.error?.status !== 404) return result;
      leave();
    }
  }

  async function deliver({ id, text, choiceId, images }: Message): Promise<Result<Readonly<Record<string, unknown>>>> {
    const { online, mode } = store.state;
    if (online && mode === 'bot') store.set({ typing: true });
    const body = {
      id,
      text,
      ...(choiceId && { choiceId }),
      ...(images.length > 0 && { images: images.map((image) => image.id) }),
      page: page(),
    };
    const result = await act('/messages', asRecord, body);
    store.set({ typing: false });
    const { error } = result;
    if (error && [401, 403, 404].includes(error.status)) refuse(error);
    return result;
  }

  function onDelivered(message: Message, data: Readonly<Record<string, unknown>>): void {
    const now = Date.now();
    const replies = recordsIn(data.replies).map((reply) => toMessage({ at: now, ...reply }));
    const next = replies.find(({ seq }) => seq !== null)?.seq;
    const seq = numberOrNull(data.seq) ?? (next ? next - 0.5 : null);
    store.change(message.id, { delivery: 'sent' });
    store.put([{ ...message, seq }]);
    store.set({ reachable: true });
    hear(replies, true);
    tell(null);
    emit('delivered', { ...message, delivery: 'sent' });
    if (replies.length > 0 && said.has(message.id)) beacons.reply(now - (message.at ?? now));
  }

  function start(): Promise<Result<Session>> {
    started ??= open();
    return started;
  }

  return {
    start,
    connect,
    act,
    path,
    stand,
    hear: (messages) => hear(messages, true),

    say(text, { choiceId, images }) {
      const twice = ({ delivery, ...other }: Message): boolean => delivery === 'pending' && other.choiceId === choiceId;
      if (choiceId && outbox.all().some(twice)) return;
      const at = Date.now();
      const message = toMessage({ id: newId(), author: 'shopper', kind: 'text', text, choiceId, images, at, delivery: 'pending' });
      said.add(message.id);
      outbox.add(message);
      store.put([message]);
      connect();
      tell(null);
      void sender.drain();
    },

    retry() {
      for (const { id, delivery } of outbox.all()) {
        if (delivery !== 'failed') continue;
        outbox.mark(id, 'pending');
        store.change(id, { delivery: 'pending' });
      }
      pause.end();
      void sender.drain();
    },

    takeBack(id) {
      const text = outbox.all().find((one) => one.id === id)?.text ?? '';
      outbox.remove(id);
      store.drop((one) => one.id !== id);
      tell(id);
      return text;
    },

    seen() {
      const { messages, conversationId } = store.state;
      const last = messages.reduce((seq, message) => Math.max(seq, message.seq ?? 0), 0);
      if (last <= read) return;
      read = last;
      storage.write('seen', [conversationId, last]);
      store.seen(last);
      tell(null);
    },

    look(takenBack) {
      if (takenBack !== null) store.drop(({ id }) => id !== takenBack);
      if (store.state.session) join();
      const stored = outbox.all();
      store.put(stored);
      for (const { id, delivery } of stored) {
        if (store.state.messages.some((one) => one.id === id && one.delivery !== delivery)) store.change(id, { delivery });
      }
      recall(read);
      void sender.drain();
    },

    wake() {
      pause.end();
      if (line) line.reconnect();
      else if (wanted) connect();
      void sender.drain();
    },

    sleep() {
      line?.stop();
      line = null;
    },

    stop() {
      stopped = true;
      line?.stop();
      sender.stop();
      clearTimeout(typingTimer);
    },
  };
}
