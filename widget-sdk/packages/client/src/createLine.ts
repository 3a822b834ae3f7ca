import type { Api } from './createApi.js';
import { createEventParser } from './createEventParser.js';
import type { Pause } from './createPause.js';
import { parse } from './parse.js';
import type { Result, Trouble } from './types.js';
import type { WireMessage, WirePage, WireStanding } from './wire.js';

/** The server says something every 16 seconds, if only that it is still there. */
const LONGEST_SILENCE = 35_000;
const BETWEEN_STREAMS = 700;
const BETWEEN_LOOKS = 2_500;
/** Streams in a row through which nothing came, after which they are left alone until the line is opened anew. */
const MISSES = 2;

export interface Hearer {
  onMessages(messages: readonly WireMessage[]): void;
  onStanding(standing: WireStanding): void;
  onTyping(): void;
  /** Everything said so far has been heard. */
  onReady(): void;
  /** There is no use in trying further. */
  onEnd(error: Trouble): void;
}

export interface Line {
  /** Listens to a conversation from its beginning, or goes on where it was. */
  follow(path: string): void;
  close(): void;
}

/**
 * Listens to a conversation, resuming after the last event there is: over an event stream, or by looking every few seconds
 * where streams are not to be had or nothing comes through them. A stream that is silent for long is taken for a dead line.
 */
export function createLine(
  { ask }: Api,
  streams: boolean,
  { wait, cutShort }: Pause,
  persist: <T>(what: () => Promise<Result<T>>) => Promise<Result<T>>,
  { onMessages, onStanding, onTyping, onReady, onEnd }: Hearer,
): Line {
  let current: unknown;
  let path = '';
  let cursor = 0;
  let misses = 0;
  let hangUp = (): void => {};

  async function look(over: () => boolean): Promise<Result<unknown>> {
    for (;;) {
      if (over()) return { data: 0 };
      const after = cursor;
      const result = await ask<WirePage>(`${path}/messages?after=${after}`);
      if (result.error || over()) return result;
      const { items, mode, nextCursor } = result.data;
      for (const { seq } of items) cursor = Math.max(cursor, seq ?? 0);
      onMessages(items);
      if (mode) onStanding(mode);
      if (!nextCursor || cursor === after) return result;
    }
  }

  async function stream(over: () => boolean): Promise<void> {
    let watchdog: ReturnType<typeof setTimeout> | undefined;
    const watch = (): void => {
      clearTimeout(watchdog);
      watchdog = setTimeout(hangUp, LONGEST_SILENCE);
    };
    const feed = createEventParser((type, data, id) => {
      const value = parse<WireMessage & WireStanding>(data);
      cursor = Math.max(cursor, Number(id));
      if (type === 'typing') onTyping();
      else if (value && type === 'mode') onStanding(value);
      else if (value) onMessages([value]);
    });
    misses += 1;
    await ask(`${path}/events`, {
      headers: { 'Last-Event-ID': `${cursor}` },
      read: async () => null,
      onOpen(close) {
        hangUp = close;
        watch();
      },
      onText(text) {
        if (over()) return;
        misses = 0;
        watch();
        feed(text);
      },
    });
    clearTimeout(watchdog);
  }

  async function listen(): Promise<void> {
    const mine = (current = {});
    const over = (): boolean => current !== mine;
    for (;;) {
      const { error } = await persist(() => look(over));
      if (over()) return;
      if (error) return onEnd(error);
      onReady();
      const streaming = streams && misses < MISSES;
      if (streaming) await stream(over);
      if (over()) return;
      await wait(streaming ? BETWEEN_STREAMS : BETWEEN_LOOKS);
      if (over()) return;
    }
  }

  function close(): void {
    current = 0;
    hangUp();
    cutShort();
  }

  return {
    close,

    follow(next) {
      if (current && path === next) return;
      close();
      if (path !== next) cursor = 0;
      path = next;
      misses = 0;
      void listen();
    },
  };
}
