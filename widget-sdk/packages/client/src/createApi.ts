import { asRecord } from './asRecord.js';
import { parseJson } from './parseJson.js';
import { textOrNull } from './textOrNull.js';
import { toSession } from './toSession.js';
import { toTrouble } from './toTrouble.js';
import { trouble } from './trouble.js';
import type { Result, Session, StreamListener, Transport, TransportRequest, TransportResponse, Trouble } from './types.js';

const TIMEOUT = 20_000;

export interface Ask {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly as?: TransportRequest['as'];
}

export interface Api {
  session(): Promise<Result<Session>>;
  raw(path: string, ask?: Ask): Promise<Result<TransportResponse>>;
  /** `read` brings the answer's JSON, undefined where there is none, into shape. */
  call<T>(path: string, read: (value: unknown) => T, ask?: Ask): Promise<Result<T>>;
  /** Resolves once the stream is being opened, with what closes it. */
  stream(path: string, lastEventId: number, listener: StreamListener): Promise<Result<() => void>>;
  readonly streams: boolean;
}

/** The calls of one shopper to one shop. A token the server no longer takes is replaced, without the caller noticing. */
export function createApi(root: string, transport: Transport, who: () => unknown): Api {
  let token: string | null = null;
  let opening: Promise<Result<Session>> | null = null;

  function build(path: string, { body, headers, as = 'text' }: Ask): TransportRequest {
    const request: TransportRequest = {
      url: root + path,
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        Accept: 'application/json',
        ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      as,
      timeout: TIMEOUT,
    };
    if (body === undefined) return request;
    return { ...request, body: body instanceof ArrayBuffer ? body : JSON.stringify(body) };
  }

  async function attempt(path: string, ask: Ask): Promise<Result<TransportResponse>> {
    try {
      const response = await transport.request(build(path, ask));
      return isGood(response) ? { data: response } : { error: toTrouble(response) };
    } catch {
      return trouble('unreachable');
    }
  }

  async function openSession(): Promise<Result<Session>> {
    token = null;
    const { data, error } = await attempt('/session', { body: who() });
    if (error) return { error };
    const session = parseJson(data.text);
    token = textOrNull(asRecord(session).token);
    return token === null ? trouble('unreadable') : { data: toSession(session) };
  }

  function session(): Promise<Result<Session>> {
    opening ??= openSession().finally(() => {
      opening = null;
    });
    return opening;
  }

  async function admitted(): Promise<Trouble | undefined> {
    return token === null ? (await session()).error : undefined;
  }

  async function raw(path: string, ask: Ask = {}): Promise<Result<TransportResponse>> {
    for (let again = false; ; again = true) {
      const error = await admitted();
      if (error) return { error };
      const used = token;
      const result = await attempt(path, ask);
      if (again || result.error?.status !== 401) return result;
      if (token === used) token = null;
    }
  }

  return {
    session,
    raw,
    streams: transport.stream !== undefined,

    async call(path, read, ask) {
      const { data, error } = await raw(path, ask);
      if (error) return { error };
      const value = parseJson(data.text);
      return value === undefined && data.status !== 204 ? trouble('unreadable') : { data: read(value) };
    },

    async stream(path, lastEventId, listener) {
      const error = await admitted();
      if (error) return { error };
      const used = token;
      const headers = { Accept: 'text/event-stream', 'Last-Event-ID': String(lastEventId) };
      const close = transport.stream?.(build(path, { headers }), {
        ...listener,
        onOpen(response) {
          if (response.status === 401 && token === used) token = null;
          listener.onOpen(response);
        },
      });
      return { data: close ?? (() => {}) };
    },
  };
}

function isGood({ status }: TransportResponse): boolean {
  return status >= 200 && status < 300;
}
