import type { Api } from './createApi.js';
import { createEventParser, type ServerEvent } from './createEventParser.js';
import { createPause } from './createPause.js';
import { isTemporary } from './isTemporary.js';
import { retryDelay } from './retryDelay.js';
import { toTrouble } from './toTrouble.js';
import type { Result, Trouble } from './types.js';

/** The server says something every 16 seconds, if only that it is still there. */
const LONGEST_SILENCE = 40_000;
const FIRST_WORD = 12_000;
const LOOK_EVERY = 2_500;
/** Looks after which a stream is tried again. */
const LOOKS = 40;
const MISSES = 2;

export interface Listening {
  readonly api: Api;
  readonly path: string;
  /** The newest event there is here. */
  cursor(): number;
  onEvent(event: ServerEvent): void;
  /** Asks for what came after the cursor, for when there is no stream. */
  look(): Promise<Result<unknown>>;
  onReachable(reachable: boolean): void;
  /** There is no use in trying further. */
  onEnd(error: Trouble): void;
}

export interface Line {
  /** Drops the line and opens it anew at once. */
  reconnect(): void;
  stop(): void;
}

/**
 * Listens to a conversation, resuming after the last event there is: over an event stream, or by looking every few seconds
 * where streams are not to be had or nothing comes through them. A stream that is silent for long is taken for a dead line.
 */
export function createLine({ api, path, cursor, onEvent, look, onReachable, onEnd }: Listening): Line {
  const pause = createPause();
  let stopped = false;
  let hurry = false;
  let close = (): void => {};

  /** Ends with the stream; data says whether anything came over it. */
  function listen(): Promise<Result<boolean>> {
    return new Promise((resolve) => {
      let heard = false;
      let ended = false;
      let failed: Trouble | undefined;
      let hangUp = (): void => {};
      let watchdog: ReturnType<typeof setTimeout> | undefined;
      const finish = (): void => {
        ended = true;
        clearTimeout(watchdog);
        hangUp();
        resolve(failed ? { error: failed } : { data: heard });
      };
      const watch = (time: number): void => {
        clearTimeout(watchdog);
        watchdog = setTimeout(finish, time);
      };
      const feed = createEventParser((event) => !stopped && onEvent(event));
      close = finish;
      watch(FIRST_WORD);
      void api
        .stream(`${path}/events`, cursor(), {
          onOpen(response) {
            if (response.status >= 300) failed = toTrouble(response);
          },
          onText(text) {
            if (!heard) onReachable(true);
            heard = true;
            watch(LONGEST_SILENCE);
            feed(text);
          },
          onEnd: finish,
        })
        .then(({ data, error }) => {
          failed ??= error;
          if (data) hangUp = data;
          if (ended) hangUp();
          else if (error) finish();
        });
    });
  }

  async function run(): Promise<void> {
    let misses = api.streams ? 0 : Infinity;
    let looks = 0;
    for (let attempt = 0; !stopped; attempt += 1) {
      const streaming = misses < MISSES;
      const { data, error } = await (streaming ? listen() : look());
      if (stopped) return;
      const renewed = error?.status === 401 && streaming && attempt === 0;
      if (error && !isTemporary(error) && !renewed) return onEnd(error);
      if (streaming) {
        misses = data ? 0 : misses + 1;
        if (data) attempt = -1;
        if (attempt > 0) onReachable(false);
      } else if (error) {
        onReachable(false);
        if (api.streams) misses = 0;
      } else {
        onReachable(true);
        attempt = -1;
        looks += 1;
        if (api.streams && looks % LOOKS === 0) misses = MISSES - 1;
      }
      if (!hurry) await pause.wait(streaming || error ? retryDelay(Math.max(0, attempt), error?.retryAfter) : LOOK_EVERY);
      hurry = false;
    }
  }

  void run();
  return {
    reconnect() {
      hurry = true;
      close();
      pause.end();
    },
    stop() {
      stopped = true;
      close();
      pause.end();
    },
  };
}
