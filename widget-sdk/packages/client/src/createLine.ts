import type { Api } from './createApi.js';
import { createEventParser, type ServerEvent } from './createEventParser.js';
import type { Pause } from './createPause.js';
import { retryDelay } from './retryDelay.js';
import type { Result, Transport, Trouble } from './types.js';
import { UNREACHABLE } from './UNREACHABLE.js';
import type { WireMessage, WirePage, WireStanding } from './wire.js';
import { parse } from './parse.js';

/** The server says something every 16 seconds, if only that it is still there. */
const LONGEST_SILENCE = 40_000;
const FIRST_WORD = 12_000;
const LOOK_EVERY = 2_500;
/** Looks after which a stream is tried again. */
const LOOKS = 240;
const MISSES = 2;

export interface Listening {
  readonly api: Api;
  readonly stream: Transport['stream'];
  readonly pause: Pause;
  persist<T>(ask: () => Promise<Result<T>>): Promise<Result<T>>;
  onMessages(messages: readonly WireMessage[], live: boolean): void;
  onStanding(standing: WireStanding): void;
  onTyping(): void;
  /** Everything up to now has been heard. */
  onReady(): void;
  /** Something has come over a stream. */
  onHeard(): void;
  /** There is no use in trying further. */
  onEnd(error: Trouble): void;
}

export interface Line {
  /** Listens to a conversation from its beginning, or goes on where it was. */
  open(conversation: string): void;
  /** Drops the line and opens it anew at once. */
  reconnect(): void;
  close(): void;
}

/**
 * Listens to a conversation, resuming after the last event there is: over an event stream, or by looking every few seconds
 * where streams are not to be had or nothing comes through them. A stream that is silent for long is taken for a dead line.
 */
export function createLine(listening: Listening): Line {
  const { api, stream, pause, persist, onMessages, onStanding, onTyping, onReady, onHeard, onEnd } = listening;
  let open: unknown = null;
  let path = '';
  let cursor = 0;
  let misses = stream ? 0 : Infinity;
  let looks = 0;
  let hurry = false;
  let hangUp = (): void => {};

  async function listen(): Promise<void> {
    const mine = (open = {});
    const over = (): boolean => open !== mine;
    let caughtUp = false;

    async function look(): Promise<Result<unknown>> {
      for (;;) {
        const after = cursor;
        const { data, error } = await api.call<WirePage>(`${path}/messages?limit=500&after=${after}`);
        if (over()) return { data };
        if (error) {
          if (stream) misses = 0;
          return { error };
        }
        const { items, mode, nextCursor } = data;
        for (const { seq } of items) cursor = Math.max(cursor, seq ?? 0);
        onMessages(items, caughtUp);
        if (mode) onStanding(mode);
        if (!nextCursor || cursor === after) return { data };
      }
    }

    function hear({ type, data, id }: ServerEvent): void {
      if (over()) return;
      const seq = Number(id);
      cursor = Math.max(cursor, seq || 0);
      if (type === 'typing') onTyping();
      const message = type === 'message' && parse<WireMessage>(data);
      if (message) onMessages([{ seq, ...message }], true);
      const standing = type === 'mode' && parse<WireStanding>(data);
      if (standing) onStanding(standing);
    }

    async function attend(send: NonNullable<Transport['stream']>): Promise<Result<unknown>> {
      const feed = createEventParser(hear);
      let heard = false;
      let watchdog: ReturnType<typeof setTimeout> | undefined;
      const watch = (time: number): void => {
        clearTimeout(watchdog);
        watchdog = setTimeout(hangUp, time);
      };
      const { error } = await api.call(`${path}/events`, {
        headers: { 'Last-Event-ID': String(cursor) },
        read: async () => null,
        send(request) {
          const { ended, close } = send(request, (text) => {
            heard = true;
            onHeard();
            watch(LONGEST_SILENCE);
            feed(text);
          });
          hangUp = close;
          watch(FIRST_WORD);
          return ended;
        },
      });
      clearTimeout(watchdog);
      misses = heard ? 0 : misses + 1;
      return heard ? { data: null } : error ? { error } : UNREACHABLE;
    }

    for (;;) {
      const { error } = await persist(() => {
        if (over()) return Promise.resolve({ data: null });
        return caughtUp && stream && misses < MISSES ? attend(stream) : look();
      });
      if (over()) return;
      if (error) return onEnd(error);
      if (!caughtUp) onReady();
      const streams = misses < MISSES;
      if (!streams && ++looks % LOOKS === 0 && stream) misses = MISSES - 1;
      if (!hurry && (caughtUp || !streams)) await pause.wait(streams ? retryDelay(0) : LOOK_EVERY);
      if (over()) return;
      hurry = false;
      caughtUp = true;
    }
  }

  function close(): void {
    open = null;
    hangUp();
    pause.end();
  }

  return {
    open(conversation) {
      const next = `/conversations/${conversation}`;
      if (open && path === next) return;
      close();
      if (path !== next) cursor = 0;
      path = next;
      void listen();
    },

    reconnect() {
      hurry = true;
      hangUp();
      pause.end();
    },

    close,
  };
}
