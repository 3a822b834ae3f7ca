import { toTrouble } from './toTrouble.js';
import type { Result, Session, Transport, TransportRequest, TransportResponse } from './types.js';
import { UNREACHABLE } from './UNREACHABLE.js';
import type { WireSession } from './wire.js';

export interface Ask<T> {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly send?: Transport['request'];
  readonly read?: (response: TransportResponse) => Promise<T>;
}

export interface Api {
  session(): Promise<Result<Session>>;
  call<T>(path: string, ask?: Ask<T>): Promise<Result<T>>;
}

/** The calls of one shopper to one shop. A token the server no longer takes is replaced, without the caller noticing. */
export function createApi(root: string, { request }: Transport, who: () => unknown): Api {
  let token = '';
  let opening: Promise<Result<WireSession>> | null = null;

  async function attempt<T>(path: string, { body, headers, send = request, read = json }: Ask<T>): Promise<Result<T>> {
    const bytes = body instanceof ArrayBuffer;
    const asked: TransportRequest = {
      url: root + path,
      method: body ? 'POST' : 'GET',
      headers: {
        ...(body && !bytes ? { 'Content-Type': 'application/json' } : {}),
        ...(token && { Authorization: `Bearer ${token}` }),
        ...headers,
      },
      body: bytes ? body : JSON.stringify(body),
      timeout: bytes ? 60_000 : 20_000,
    };
    try {
      const response = await send(asked);
      return response.status < 300 ? { data: await read(response) } : { error: await toTrouble(response) };
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

    async call(path, ask = {}) {
      for (let again = false; ; again = true) {
        const { error } = token ? { error: undefined } : await session();
        if (error) return { error };
        const used = token;
        const result = await attempt(path, ask);
        if (again || result.error?.status !== 401) return result;
        if (token === used) token = '';
      }
    },
  };
}

async function json<T>(response: TransportResponse): Promise<T> {
  return JSON.parse((await response.text()) || 'null');
}
