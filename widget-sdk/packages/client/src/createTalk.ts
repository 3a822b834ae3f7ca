import { createApi } from './createApi.js';
import { createBeacons } from './createBeacons.js';
import { createLine } from './createLine.js';
import { createOutbox } from './createOutbox.js';
import { createPause } from './createPause.js';
import { createStorage } from './createStorage.js';
import { createStore } from './createStore.js';
import { fetchTransport } from './fetchTransport.js';
import { inTurn } from './inTurn.js';
import { isTemporary } from './isTemporary.js';
import { newId } from './newId.js';
import { refusalOf } from './refusalOf.js';
import { retryDelay } from './retryDelay.js';
import { toMessage } from './toMessage.js';
import { toStanding } from './toStanding.js';
import type { Client, ClientEvents, ClientOptions, Image, Message, Page, Result, SayOptions, Session, Standing, State, Trouble } from './types.js';
import type { WireHandOver, WireMessage, WireOpened, WireStanding, WireTurn } from './wire.js';

const SENT_WITHOUT_ASKING = 600_000;
const TYPING_LASTS = 6_000;
const TYPING_EVERY = 3_000;
const UNTAKEN = [400, 409, 413, 422];

export interface Surroundings {
  /** Whose talk it is: a customer, or empty for a visitor. */
  readonly customer: string;
  page(): Page;
  identity(): string | null | undefined;
  onChange(): void;
  emit<E extends keyof ClientEvents>(event: E, detail: ClientEvents[E]): void;
}

export interface Talk extends Omit<Client, 'state' | 'subscribe' | 'on' | 'setPage' | 'setIdentity'> {
  get(): State;
}

/**
 * One shopper's talk with the shop. Its conversation is the one the server names; it is made when something is first said, and
 * made again when the server no longer knows it.
 */
export function createTalk(options: ClientOptions, { customer, page, identity, onChange, emit }: Surroundings): Talk {
  const { widgetKey, server = '', staffCode, transport = fetchTransport(), browser = '', version = '' } = options;
  const name = `xiaoer.chat.${widgetKey}/${customer}.`;
  const { read, write } = createStorage(name, () => options.backing ?? localStorage);
  const visitorId = read<string>('visitor') ?? newId();
  const { get, set, put, change, keep, read: readTo } = createStore(onChange);
  const outbox = createOutbox({ read, write });
  const pause = createPause();
  const said = new Set<string>();
  const api = createApi(`${server}/widget/v1/${widgetKey}`, transport, () => ({
    visitorId,
    identity: identity() || undefined,
    staffCode: staffCode ?? undefined,
    page: page(),
  }));
  const { report, waited } = createBeacons((beacon) => {
    const body = { ...beacon, browser, version, pageKind: page().kind };
    if (get().session) void api.call('/beacons', { body });
  });
  const line = createLine({
    api,
    stream: transport.stream,
    pause,
    persist,
    onMessages: hear,
    onStanding: stand,
    onTyping() {
      clearTimeout(typing);
      typing = setTimeout(() => set({ typing: false }), TYPING_LASTS);
      set({ typing: true });
    },
    onReady: () => set({ ready: true }),
    onHeard: () => get().reachable || set({ reachable: true }),
    onEnd: (error) => (error.status === 404 ? leave() : refuse(error)),
  });
  let started: Promise<Result<Session>> | undefined;
  let creating: Promise<Result<unknown>> | undefined;
  let opening = { key: newId(), page: page() };
  let stale: string | null | undefined;
  let wanted = false;
  let stopped = false;
  let draining = false;
  let seen = 0;
  let typedAt = 0;
  let standing = '';
  let typing: ReturnType<typeof setTimeout>;

  const path = (rest: string): string => `/conversations/${get().conversationId}${rest}`;

  function refuse(error: Trouble): { readonly error: Trouble } {
    line.close();
    set({ refusal: refusalOf(error, staffCode) });
    return { error };
  }

  /** Tries again until the result is no trouble that may pass. */
  async function persist<T>(ask: () => Promise<Result<T>>): Promise<Result<T>> {
    for (let attempt = 0; ; attempt += 1) {
      const result = await ask();
      const { error } = result;
      const again = !stopped && error && isTemporary(error);
      const reachable = !again || (get().reachable && attempt === 0);
      if (get().reachable !== reachable) set({ reachable });
      if (!again) return result;
      await pause.wait(retryDelay(attempt, error.retryAfter));
    }
  }

  async function open(): Promise<Result<Session>> {
    const old = Date.now() - SENT_WITHOUT_ASKING;
    outbox.write(outbox.all().map((one) => ((one.at ?? 0) < old ? { ...one, delivery: 'failed' } : one)));
    put(outbox.all());
    stale = read<string>('conversation');
    const result = await persist(api.session);
    if (stopped) return result;
    if (result.error) return refuse(result.error);
    const { conversation, mode, officeHours } = result.data;
    write('visitor', visitorId);
    set({ session: result.data, ready: !conversation });
    stand({ mode, officeHours, ...conversation });
    if (conversation) {
      enter(conversation.conversationId, conversation.lastSeq);
      wanted ||= conversation.lastSeq > seen || /waiting|person/.test(conversation.mode);
    }
    if (wanted || outbox.next()) connect();
    void drain();
    return result;
  }

  const start = (): Promise<Result<Session>> => (started ??= open());

  /** `shown` is for a device that does not remember what it has shown. */
  function enter(conversationId: string, shown: number): void {
    write('conversation', conversationId);
    set({ conversationId });
    keep(({ seq }) => seq === null);
    recall(shown);
    if (wanted) connect();
  }

  function recall(shown: number): void {
    const [id, seq = 0] = read<[string, number]>('seen') ?? [];
    seen = id === get().conversationId ? seq : shown;
    readTo(seen);
  }

  function leave(): void {
    line.close();
    stale = get().conversationId;
    opening = { key: newId(), page: page() };
    set({ conversationId: null });
    keep(({ seq }) => seq === null);
  }

  function connect(): void {
    const { session, conversationId, refusal } = get();
    wanted = true;
    if (session && conversationId && !refusal) line.open(conversationId);
  }

  function hear(items: readonly WireMessage[], live: boolean): void {
    const messages = items.filter(({ kind }) => kind !== 'mode').map((item) => toMessage(item, Date.now()));
    for (const message of put(messages)) {
      if (!live || message.author === 'shopper') continue;
      if (get().typing) set({ typing: false });
      if (message.text !== get().session?.greeting) emit('message', message);
    }
  }

  function stand(wire: WireStanding): Standing {
    const now = toStanding(wire);
    const text = JSON.stringify(now);
    if (standing === text) return now;
    set({ ...now, rated: get().rated && now.mode === 'closed' });
    if (standing) emit('mode', now);
    standing = text;
    return now;
  }

  /** Another tab may have begun a conversation. */
  function join(): void {
    const stored = read<string>('conversation');
    if (stored && stored !== stale && stored !== get().conversationId) enter(stored, 0);
  }

  async function create(): Promise<Result<unknown>> {
    const { key, page: body } = opening;
    const result = await api.call<WireOpened>('/conversations', { body: { page: body }, headers: { 'Idempotency-Key': key } });
    creating = undefined;
    if (result.data && !stopped) enter(result.data.conversationId, 0);
    return result;
  }

  /** Does something in the conversation, which is opened where there is none and anew where the server has none. */
  async function act<T>(rest: string, body: unknown, headers?: Record<string, string>): Promise<Result<T>> {
    for (let again = false; ; again = true) {
      const { error } = await start();
      if (error) return { error };
      join();
      const begun = get().conversationId ? undefined : await (creating ??= create());
      if (begun?.error) return { error: begun.error };
      const result = await api.call<T>(path(rest), { body, ...(headers && { headers }) });
      if (again || result.error?.status !== 404) return result;
      leave();
    }
  }

  function settle(id: string, delivery: Message['delivery']): void {
    outbox.mark(id, delivery);
    change(id, { delivery });
  }

  /**
   * Sends the outbox in order, one message at a time, each under its own id however often it is tried. One the server refuses
   * for what it says is set aside, and the others go on; any other refusal stops everything, and all is kept.
   */
  async function send(): Promise<void> {
    for (let next = outbox.next(); next && !stopped; next = outbox.next()) {
      const { id, text, choiceId, images, at } = next;
      const body = { id, text, choiceId: choiceId ?? undefined, images: images.map((image) => image.id), page: page() };
      const { data, error } = await persist(() => {
        if (get().mode === 'bot' && get().online) set({ typing: true });
        return act<WireTurn>('/messages', body);
      });
      if (stopped) return;
      set({ typing: false });
      if (error && UNTAKEN.includes(error.status)) settle(id, 'rejected');
      else if (error) {
        outbox.all().forEach((one) => one.delivery === 'pending' && settle(one.id, 'failed'));
        refuse(error);
      } else {
        const { replies, seq } = data;
        const now = Date.now();
        outbox.remove(id);
        const told = get().messages.find((one) => one.id === id)?.seq ?? seq;
        const before = replies[0]?.seq;
        change(id, { delivery: 'sent', seq: told ?? (before ? before - 0.5 : null) });
        hear(replies, true);
        emit('delivered', { ...next, delivery: 'sent' });
        if (replies.length > 0 && said.has(id)) waited(now - (at ?? now));
      }
    }
  }

  async function drain(): Promise<void> {
    if (draining || !outbox.next()) return;
    draining = true;
    await inTurn(name, send);
    draining = false;
    if (!stopped && !get().refusal) void drain();
  }

  /** Another tab has changed what is stored. */
  function look({ key }: StorageEvent): void {
    if (!key?.startsWith(name) || !get().session) return;
    join();
    const all = outbox.all();
    put(all);
    for (const { id, delivery } of get().messages) {
      const now = all.find((one) => one.id === id)?.delivery;
      if (now && now !== delivery) change(id, { delivery: now });
      if (!now && /failed|rejected/.test(delivery)) keep((one) => one.id !== id);
    }
    recall(seen);
    void drain();
  }

  function say(text: string, { choiceId = null, images = [] }: SayOptions = {}): void {
    const id = newId();
    const message = toMessage({ id, author: 'shopper', kind: 'text', text, choiceId, images, delivery: 'pending' }, Date.now());
    said.add(id);
    outbox.write([...outbox.all(), message]);
    put([message]);
    connect();
    void drain();
  }

  function wake(): void {
    if (wanted) connect();
    line.reconnect();
    void drain();
  }

  if (typeof addEventListener !== 'undefined') addEventListener('storage', look);

  return {
    get,
    start,
    connect,
    report,
    say,
    wake,

    choose({ id, label }) {
      if (!outbox.all().some(({ choiceId }) => choiceId === id)) say(label, { choiceId: id });
    },

    retry() {
      outbox.all().forEach(({ id, delivery }) => delivery === 'failed' && settle(id, 'pending'));
      pause.end();
      void drain();
    },

    takeBack(id) {
      const text = outbox.all().find((one) => one.id === id)?.text ?? '';
      outbox.remove(id);
      keep((one) => one.id !== id);
      return text;
    },

    typing() {
      if (!/waiting|person/.test(get().mode) || Date.now() - typedAt < TYPING_EVERY) return;
      typedAt = Date.now();
      void api.call(path('/typing'), { body: {} });
    },

    async handOver() {
      const { data, error } = await act<WireHandOver>('/handover', {});
      if (error) return { error };
      hear(data.replies, true);
      return { data: stand(data) };
    },

    async feedback(id, helpful, comment) {
      const result = await api.call<null>(path(`/messages/${id}/feedback`), { body: { helpful, comment } });
      if (!result.error) change(id, { helpful });
      return result;
    },

    async rate(score, comment) {
      const result = await api.call<null>(path('/rating'), { body: { score, comment } });
      if (!result.error) set({ rated: true });
      return result;
    },

    upload: (bytes, type) => act<Image>('/images', bytes, { 'Content-Type': type }),

    image: (id) =>
      api.call(path(`/images/${id}`), {
        read: async (response) => ({ bytes: await response.arrayBuffer(), type: response.headers.get('content-type') ?? '' }),
      }),

    seen() {
      const last = Math.max(seen, ...get().messages.map(({ seq }) => seq ?? 0));
      if (last === seen) return;
      write('seen', [get().conversationId, last]);
      recall(last);
    },

    setOnline(online) {
      set({ online });
      if (online) wake();
    },

    sleep: line.close,

    stop() {
      stopped = true;
      line.close();
      if (typeof removeEventListener !== 'undefined') removeEventListener('storage', look);
    },
  };
}
