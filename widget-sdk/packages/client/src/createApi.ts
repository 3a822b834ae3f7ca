import { parse } from './parse.js';
import type { Result, Session, Transport, TransportResponse, Trouble } from './types.js';
import { UNREACHABLE } from './UNREACHABLE.js';
import type { WireSession } from './wire.js';

export interface Ask<T> {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  read?(response: TransportResponse): Promise<T>;
  /** Gets the answer's text as it comes. */
  onText?(text: string): void;
  /** Gets what ends the request, which ends by itself otherwise. */
  onOpen?(close: () => void): void;
}

export interface Api {
  session(): Promise<Result<Session>>;
  ask<T>(path: string, ask?: Ask<T>): Promise<Result<T>>;
}

/** The calls of one shopper to one shop. A token the server no longer takes is replaced, without the caller noticing. */
export function createApi(root: string, transport: Transport, who: () => unknown): Api {
  let token = '';
  let opening: Promise<Result<WireSession>> | null = null;

  async function attempt<T>(path: string, { body, headers, read = json, onText, onOpen }: Ask<T>): Promise<Result<T>> {
    const request = {
      url: root + path,
      method: body ? ('POST' as const) : ('GET' as const),
      headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }), ...headers },
      body: body instanceof ArrayBuffer ? body : JSON.stringify(body),
    };
    try {
      const { response, close } = transport.send(request, onText);
      if (onOpen) onOpen(close);
      else setTimeout(close, 30_000);
      const answer = await response;
      if (answer.status < 300) return { data: await read(answer) };
      const problem = parse<Partial<Trouble>>(await answer.text());
      const retryAfter = Number(answer.headers.get('retry-after')) * 1000 || 0;
      return { error: { code: '', ...problem, status: answer.status, retryAfter } };
    } catch {
      return UNREACHABLE;
    }
  }

  function session(): Promise<Result<WireSession>> {
    token = '';
    opening ??= attempt<WireSession>('/session', { body: who() }).then((result) => {
      opening = null;
      token = result.data?.token ?? '';
      return result;
    });
    return opening;
  }

  return {
    session,

    async ask(path, asked = {}) {
      for (let again = false; ; again = true) {
        const opened = token ? null : await session();
        if (opened?.error) return opened;
        const used = token;
        const result = await attempt(path, asked);
        if (again || result.error?.status !== 401) return result;
        if (token === used) token = '';
      }
    },
  };
}

async function json<T>(response: TransportResponse): Promise<T> {
  return JSON.parse(response.status === 204 ? 'null' : await response.text());
}
