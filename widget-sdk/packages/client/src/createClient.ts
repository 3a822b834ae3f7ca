import { createTalk, type Talk } from './createTalk.js';
import { customerOf } from './customerOf.js';
import type { Client, ClientEvents, ClientOptions, Page, State } from './types.js';

type Listeners = { readonly [E in keyof ClientEvents]: Set<(detail: ClientEvents[E]) => void> };

/** A shopper's side of the chat of one shop. Nothing is asked of the server before `start`. */
export function createClient(options: ClientOptions): Client {
  const listeners: Listeners = { message: new Set(), mode: new Set(), delivered: new Set() };
  const watchers = new Set<(state: State) => void>();
  let page: Page = options.page ?? { kind: 'other' };
  let identity = options.identity;
  let customer = customerOf(identity) || options.shopper;
  let telling = false;
  let talk = begin();

  function begin(): Talk {
    return createTalk(options, {
      customer: customer ?? '',
      page: () => page,
      identity: () => identity,
      onChange: changed,
      emit: (event, detail) => listeners[event].forEach((listener) => listener(detail)),
    });
  }

  /** Several changes in one go are told once. */
  async function changed(): Promise<void> {
    if (telling) return;
    telling = true;
    await null;
    telling = false;
    watchers.forEach((watcher) => watcher(talk.get()));
  }

  const client = {
    get state() {
      return talk.get();
    },

    subscribe(listener: (state: State) => void) {
      watchers.add(listener);
      return () => watchers.delete(listener);
    },

    on<E extends keyof ClientEvents>(event: E, listener: (detail: ClientEvents[E]) => void) {
      listeners[event].add(listener);
      return () => listeners[event].delete(listener);
    },

    setPage(now: Page) {
      page = now;
    },

    setIdentity(now: string | null) {
      const who = customerOf(now) || options.shopper;
      identity = now;
      if (who !== customer || talk.get().refusal) {
        customer = who;
        talk.stop();
        talk = begin();
        Object.assign(client, talk);
        void changed();
      }
      return talk.start();
    },
  };
  return Object.assign(client, talk);
}
