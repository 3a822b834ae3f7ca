import { createApi } from './createApi.js';
import { createLine } from './createLine.js';
import { createPause } from './createPause.js';
import { createStorage } from './createStorage.js';
import { createStore } from './createStore.js';
import { fetchTransport } from './fetchTransport.js';
import { inTurn } from './inTurn.js';
import { isTemporary } from './isTemporary.js';
import { newId as randomId } from './newId.js';
import { retryDelay } from './retryDelay.js';
import { toMessage } from './toMessage.js';
import { toStanding } from './toStanding.js';
import type { Client, ClientOptions, Image, Message, Result, SayOptions, Session, Standing, Trouble } from './types.js';
import type { WireHandOver, WireMessage, WireOpened, WireStanding, WireTurn } from './wire.js';

const SENT_WITHOUT_ASKING = 600_000;
const TYPING_LASTS = 6_000;
const TYPING_EVERY = 3_000;
const UNTAKEN = [400, 409, 413, 422];

/**
 * One shopper's side of the chat of one shop; nothing is asked of the server before `start`. The conversation is the one the
 * server names; it is made when something is first said, and made again when the server no longer knows it.
 */
export function createClient(options: ClientOptions): Client {
  const { widgetKey, server = '', shopper = '', staffCode, transport = fetchTransport(), newId = randomId } = options;
  let { identity, page } = options;
  const name = `xiaoer/${widgetKey}/${shopper}/`;
  const { read, write } = createStorage(name, () => options.backing ?? localStorage);
  const { get, set, put, change, keep, subscribe } = createStore();
  const pause = createPause();
  const api = createApi(`${server}/widget/v1/${widgetKey}`, transport, () => {
    const visitorId = read<string>('visitor') ?? newId();
    write('visitor', visitorId);
    return { visitorId, identity, staffCode, page };
  });
  const line = createLine(api, transport.streams, pause, persist, {
    onMessages: hear,
    onStanding: stand,
    onTyping() {
      clearTimeout(typing);
      typing = setTimeout(() => set({ typing: false }), TYPING_LASTS);
      set({ typing: true });
    },
    onReady: () => set({ ready: true }),
    onEnd: (error) => (error.status === 404 ? leave() : refuse(error)),
  });
  let started: Promise<Result<Session>> | undefined;
  let creating: Promise<Result<WireOpened>> | undefined;
  let key = newId();
  let wanted = false;
  let stopped = false;
  let draining = false;
  let typedAt = 0;
  let typing: ReturnType<typeof setTimeout>;

  const path = (rest: string): string => `/conversations/${get().conversationId}${rest}`;
  const unsent = (): readonly Message[] => read<readonly Message[]>('outbox') ?? [];
  const isAwaited = (): boolean => /waiting|person/.test(get().mode);
  const next = (): Message | undefined => unsent().find(({ delivery }) => delivery === 'pending');

  /** What is shown as unsent is what is kept as such. */
  function showUnsent(): void {
    keep(({ delivery }) => delivery === 'sent');
    put(unsent());
  }

  /** Each change begins with what is stored, since other tabs change it too. */
  function rewrite(messages: readonly Message[]): void {
    write('outbox', messages);
    showUnsent();
  }

  function forget(id: string): void {
    rewrite(unsent().filter((one) => one.id !== id));
  }

  function settle(delivery: Message['delivery'], which: (message: Message) => boolean): void {
    rewrite(unsent().map((one) => (which(one) ? { ...one, delivery } : one)));
  }

  function refuse(error: Trouble): { readonly error: Trouble } {
    line.close();
    set({ refusal: error });
    return { error };
  }

  /** Tries again until the result is no trouble that may pass. */
  async function persist<T>(ask: () => Promise<Result<T>>): Promise<Result<T>> {
    for (let attempt = 0; ; attempt += 1) {
      const result = await ask();
      const { error } = result;
      if (!error || !isTemporary(error)) {
        if (!get().reachable) set({ reachable: true });
        return result;
      }
      if (attempt === 1) set({ reachable: false });
      await pause.wait(retryDelay(attempt, error.retryAfter));
      if (stopped) return result;
    }
  }

  async function open(): Promise<Result<Session>> {
    settle('failed', ({ at }) => Date.now() - (at ?? 0) > SENT_WITHOUT_ASKING);
    // Not while another tab is about to begin what the server is asked for: a visitor, a conversation.
    const result = await inTurn(name, () => persist(api.session));
    if (stopped) return result;
    if (result.error) return refuse(result.error);
    const { conversation, mode, officeHours } = result.data;
    set({ session: result.data });
    stand({ mode, officeHours, ...conversation });
    const { conversationId = null, lastSeq = 0 } = conversation ?? {};
    enter(conversationId, lastSeq);
    if (lastSeq > get().seen || isAwaited() || next() || wanted) connect();
    void drain();
    return result;
  }

  const start = (): Promise<Result<Session>> => (started ??= open());

  /** `shown` is for a device that does not remember what it has shown. */
  function enter(conversationId: string | null, shown = 0): void {
    write('conversation', conversationId);
    set({ conversationId, ready: get().ready || !conversationId });
    keep(({ seq }) => !seq);
    recall(shown);
    if (wanted) connect();
  }

  function leave(): void {
    line.close();
    key = newId();
    enter(null);
  }

  function recall(shown: number): void {
    const [id, seq = 0] = read<[string, number]>('seen') ?? [];
    set({ seen: id === get().conversationId ? seq : shown });
  }

  function connect(): void {
    wanted = true;
    const { session, conversationId, refusal } = get();
    if (session && conversationId && !refusal) line.follow(path(''));
  }

  function hear(items: readonly WireMessage[]): void {
    const messages = items.filter(({ kind }) => kind !== 'mode').map((item) => toMessage(item, Date.now()));
    if (put(messages).some(({ author }) => author !== 'shopper')) set({ typing: false });
  }

  function stand(wire: WireStanding): Standing {
    const standing = toStanding(wire);
    set(standing);
    return standing;
  }

  /** Another tab may have begun a conversation. */
  function join(): void {
    const stored = read<string>('conversation');
    if (stored && stored !== get().conversationId) enter(stored);
  }

  const create = (): Promise<Result<WireOpened>> =>
    (creating ??= api
      .ask<WireOpened>('/conversations', { body: {}, headers: { 'Idempotency-Key': key } })
      .then((result) => {
        creating = undefined;
        if (result.data && !stopped) enter(result.data.conversationId);
        return result;
      }));

  /** Does something in the conversation, which is opened where there is none and anew where the server has none. */
  async function act<T>(rest: string, body: unknown, headers = {}): Promise<Result<T>> {
    for (let again = false; ; again = true) {
      const opened = await start();
      if (opened.error) return opened;
      join();
      const begun = get().conversationId ? null : await create();
      if (begun?.error) return begun;
      const result = await api.ask<T>(path(rest), { body, headers });
      if (again || result.error?.status !== 404) return result;
      leave();
    }
  }

  /**
   * Sends what is unsent in order, one message at a time, each under its own id however often it is tried. One the server
   * refuses for what it says is set aside, and the others go on; any other refusal stops everything, and all is kept.
   */
  async function send(): Promise<void> {
    for (let message = next(); message && !stopped; message = next()) {
      const { id, text, choiceId, images } = message;
      const body = { id, text, choiceId, images: images.map((image) => image.id), page };
      const { data, error } = await persist(async () => {
        set({ typing: get().mode === 'bot' });
        const result = await act<WireTurn>('/messages', body);
        set({ typing: false });
        return result;
      });
      if (stopped) return;
      if (data) {
        const { replies, seq = get().messages.find((one) => one.id === id)?.seq } = data;
        const before = replies[0]?.seq;
        change(id, { delivery: 'sent', seq: seq ?? (before ? before - 0.5 : null) });
        forget(id);
        hear(replies);
      } else if (UNTAKEN.includes(error.status)) settle('rejected', (one) => one.id === id);
      else {
        settle('failed', ({ delivery }) => delivery === 'pending');
        refuse(error);
      }
    }
  }

  async function drain(): Promise<void> {
    if (draining || !next()) return;
    draining = true;
    await start();
    while (next() && !stopped) await inTurn(name, send);
    draining = false;
  }

  /** Another tab has changed what is stored. */
  function look({ key }: StorageEvent): void {
    if (stopped || !key?.startsWith(name) || !get().session) return;
    join();
    showUnsent();
    recall(get().seen);
    void drain();
  }

  function say(text: string, { choiceId = null, images = [] }: SayOptions = {}): void {
    const own = { id: newId(), author: 'shopper', text, choiceId, images, delivery: 'pending' } as const;
    rewrite([...unsent(), toMessage(own, Date.now())]);
    connect();
    void drain();
  }

  function wake(): void {
    line.close();
    if (wanted) connect();
    void drain();
  }

  if (typeof addEventListener !== 'undefined') addEventListener('storage', look);

  return {
    get state() {
      return get();
    },

    setPage(now) {
      page = now;
    },

    setIdentity(now) {
      identity = now;
    },

    subscribe,
    start,
    connect,
    say,
    wake,
    sleep: line.close,

    choose({ id, label }) {
      if (!unsent().some(({ choiceId }) => choiceId === id)) say(label, { choiceId: id });
    },

    retry() {
      settle('pending', ({ delivery }) => delivery === 'failed');
      wake();
    },

    takeBack: forget,

    typing() {
      if (!isAwaited() || Date.now() - typedAt < TYPING_EVERY) return;
      typedAt = Date.now();
      void api.ask(path('/typing'), { body: {} });
    },

    async handOver() {
      const result = await act<WireHandOver>('/handover', {});
      if (result.error) return result;
      hear(result.data.replies);
      return { data: stand(result.data) };
    },

    async feedback(id, helpful, comment) {
      const result = await api.ask<null>(path(`/messages/${id}/feedback`), { body: { helpful, comment } });
      if (!result.error) change(id, { helpful });
      return result;
    },

    rate: (score, comment) => api.ask(path('/rating'), { body: { score, comment } }),

    upload: (bytes, type) => act<Image>('/images', bytes, { 'Content-Type': type }),

    image: (id) => api.ask(path(`/images/${id}`), { read: (answer) => answer.arrayBuffer() }),

    seen() {
      const { seen, messages } = get();
      const last = Math.max(seen, ...messages.map(({ seq }) => seq ?? 0));
      if (last === seen) return;
      write('seen', [get().conversationId, last]);
      recall(last);
    },

    setOnline(online) {
      set({ online });
      if (online) wake();
    },

    beacon(body) {
      void api.ask('/beacons', { body });
    },

    stop() {
      stopped = true;
      line.close();
    },
  };
}
