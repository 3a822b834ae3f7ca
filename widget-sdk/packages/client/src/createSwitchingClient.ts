import { createBeacons } from './createBeacons.js';
import { createClient } from './createClient.js';
import { createEvents, type Events } from './createEvents.js';
import { customerOf } from './customerOf.js';
import type { Client, ClientOptions, Result, Session, State } from './types.js';

export interface SwitchingClient extends Omit<Client, 'setIdentity' | 'beacon'> {
  on: Events['on'];
  /** Another shopper, or none: everything begins anew. The same one with a fresh signature goes on. */
  setIdentity(identity: string | null): Promise<Result<Session>>;
  /** An error that nobody caught: told to the vendor, seldom and without anything personal. */
  report(error: unknown): void;
}

/** A client with events and beacons, which outlives a change of shopper on the same page. */
export function createSwitchingClient(options: ClientOptions & { readonly version: string }): SwitchingClient {
  const watchers = new Set<(state: State) => void>();
  const events = createEvents();
  let { page = { kind: 'other' }, identity = null } = options;
  let customer = customerOf(identity);
  let client = begin();
  const beacons = createBeacons(
    { on: events.on, beacon: (beacon) => client.beacon(beacon), mode: () => client.state.mode },
    options.version,
    () => page.kind,
  );

  function begin(): Client {
    const next = createClient({ ...options, page, identity, shopper: customer });
    next.subscribe((state) => next === client && tell(state));
    return next;
  }

  function tell(state: State): void {
    events.take(state);
    watchers.forEach((watcher) => watcher(state));
  }

  const own = {
    get state() {
      return client.state;
    },

    on: events.on,
    report: beacons.report,

    subscribe(watcher: (state: State) => void) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },

    setPage(now: NonNullable<ClientOptions['page']>) {
      page = now;
      client.setPage(now);
    },

    setIdentity(now: string | null) {
      identity = now;
      client.setIdentity(now);
      if (customerOf(now) !== customer || client.state.refusal !== null) {
        customer = customerOf(now);
        client.stop();
        client = begin();
        Object.assign(own, actionsOf(client));
        tell(client.state);
      }
      return client.start();
    },
  };

  return Object.assign(own, actionsOf(client));
}

/** What goes to the client of the moment as it is. */
function actionsOf({ state, subscribe, setPage, setIdentity, beacon, ...actions }: Client): Omit<
  Client,
  'state' | 'subscribe' | 'setPage' | 'setIdentity' | 'beacon'
> {
  return actions;
}
