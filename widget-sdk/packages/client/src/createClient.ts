import { asRecord } from './asRecord.js';
import { browserName } from './browserName.js';
import { createApi, type Api } from './createApi.js';
import { createBeacons } from './createBeacons.js';
import { createStorage } from './createStorage.js';
import { createStore, type Store } from './createStore.js';
import { createTalk, type Talk } from './createTalk.js';
import { customerOf } from './customerOf.js';
import { fetchTransport } from './fetchTransport.js';
import { newId } from './newId.js';
import { openChannel } from './openChannel.js';
import { recordsIn } from './recordsIn.js';
import { textOrNull } from './textOrNull.js';
import { toImage } from './toImage.js';
import { toMessage } from './toMessage.js';
import { toStanding } from './toStanding.js';
import { trouble } from './trouble.js';
import type { Client, ClientEvents, ClientOptions, Page, State } from './types.js';

const LARGEST_IMAGE = 5 * 1024 * 1024;
const TYPING_EVERY = 3_000;

interface Current {
  readonly api: Api;
  readonly store: Store;
  readonly talk: Talk;
  report(error: unknown): void;
  stop(): void;
}

type Listeners = { readonly [E in keyof ClientEvents]: Set<(detail: ClientEvents[E]) => void> };

/** A shopper's side of the chat of one shop. Nothing is asked of the server before `start`. */
export function createClient(options: ClientOptions): Client {
  const { widgetKey, server = '', staffCode = null, transport = fetchTransport(), version = '' } = options;
  const backing = options.backing;
  const listeners: Listeners = { message: new Set(), mode: new Set(), delivered: new Set() };
  const watchers = new Set<(state: State) => void>();
  let page: Page = options.page ?? { kind: 'other' };
  let identity = options.identity ?? null;
  let customer = customerOf(identity) || options.shopper || '';
  let telling = false;
  let typedAt = 0;
  let current = begin();

  function begin(): Current {
    const name = `xiaoer.chat.${widgetKey}${customer && `/${customer}`}.`;
    const storage = createStorage(name, () => backing ?? localStorage);
    const visitorId = textOrNull(storage.read('visitor')) ?? newId();
    storage.write('visitor', visitorId);
    const store: Store = createStore(() => current?.store === store && changed());
    const api = createApi(`${server}/widget/v1/${encodeURIComponent(widgetKey)}`, transport, () => ({
      visitorId,
      page,
      ...(staffCode && { staffCode }),
      ...(identity && { identity }),
    }));
    const beacons = createBeacons((beacon) => {
      const about = { browser: options.browser ?? browserName(), version, pageKind: page.kind };
      if (store.state.session) void api.call('/beacons', () => null, { body: { ...beacon, ...about } });
    });
    const channel = (options.openChannel ?? openChannel)(name, (note) => talk.look(note));
    const talk = createTalk({
      api,
      storage,
      store,
      beacons,
      withStaffCode: staffCode !== null,
      page: () => page,
      emit: (event, detail) => listeners[event].forEach((listener) => listener(detail)),
      tell: (note) => channel.post(note),
    });
    return {
      api,
      store,
      talk,
      report: beacons.error,
      stop() {
        talk.stop();
        channel.close();
      },
    };
  }

  /** Several changes in one go are told once. */
  function changed(): void {
    if (telling) return;
    telling = true;
    void Promise.resolve().then(() => {
      telling = false;
      watchers.forEach((watcher) => watcher(current.store.state));
    });
  }

  return {
    get state() {
      return current.store.state;
    },

    subscribe(listener) {
      watchers.add(listener);
      return () => watchers.delete(listener);
    },

    on(event, listener) {
      listeners[event].add(listener);
      return () => listeners[event].delete(listener);
    },

    start: () => current.talk.start(),
    connect: () => current.talk.connect(),
    say: (text, more = {}) => current.talk.say(text, more),
    choose: ({ id, label }) => current.talk.say(label, { choiceId: id }),
    retry: () => current.talk.retry(),
    takeBack: (id) => current.talk.takeBack(id),

    typing() {
      const { api, store, talk } = current;
      const { mode, conversationId } = store.state;
      if (conversationId === null || (mode !== 'waiting' && mode !== 'person')) return;
      if (Date.now() - typedAt < TYPING_EVERY) return;
      typedAt = Date.now();
      void api.call(talk.path('/typing'), () => null, { body: {} });
    },

    handOver() {
      const { talk } = current;
      const read = (answer: unknown) => {
        talk.hear(recordsIn(asRecord(answer).replies).map((reply) => toMessage({ at: Date.now(), ...reply })));
        return talk.stand(toStanding(answer));
      };
      return talk.act('/handover', read, {});
    },

    async feedback(replyId, helpful, comment) {
      const { api, store, talk } = current;
      const before = store.state.messages.find(({ id }) => id === replyId)?.helpful ?? null;
      store.change(replyId, { helpful });
      const body = { helpful, ...(comment && { comment }) };
      const path = talk.path(`/messages/${encodeURIComponent(replyId)}/feedback`);
      const result = await api.call(path, () => null, { body });
      if (result.error) store.change(replyId, { helpful: before });
      return result;
    },

    async rate(score, comment) {
      const { api, store, talk } = current;
      const body = { score, ...(comment && { comment }) };
      const result = await api.call(talk.path('/rating'), () => null, { body });
      if (!result.error) store.set({ rated: true });
      return result;
    },

    async upload(bytes, type) {
      if (!/^image\/(jpeg|png|gif)$/.test(type)) return trouble('invalid-input', 400);
      if (bytes.byteLength > LARGEST_IMAGE) return trouble('too-large', 413);
      return current.talk.act('/images', toImage, bytes, type);
    },

    async image(id) {
      const { api, talk } = current;
      const headers = { Accept: 'image/*' };
      const { data, error } = await api.raw(talk.path(`/images/${encodeURIComponent(id)}`), { as: 'bytes', headers });
      if (error) return { error };
      const type = data.header('content-type') ?? '';
      return data.bytes ? { data: { bytes: data.bytes, type } } : trouble('unreadable');
    },

    seen: () => current.talk.seen(),

    setPage(now) {
      page = now;
    },

    setIdentity(now) {
      const who = customerOf(now) || options.shopper || '';
      identity = now;
      if (who === customer && current.store.state.refusal === null) return current.talk.start();
      customer = who;
      current.stop();
      current = begin();
      changed();
      return current.talk.start();
    },

    setOnline(online) {
      current.store.set({ online });
      if (online) current.talk.wake();
    },

    wake: () => current.talk.wake(),
    sleep: () => current.talk.sleep(),
    report: (error) => current.report(error),
    stop: () => current.stop(),
  };
}
