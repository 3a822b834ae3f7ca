import type { Transport, TransportRequest } from './types.js';

/** Requests by `fetch`, without cookies and past every cache. */
export function fetchTransport(): Transport {
  const open = ({ url, method, headers, body }: TransportRequest, { signal }: AbortController): Promise<Response> =>
    fetch(url, { method, headers, body: body ?? null, signal, cache: 'no-store', credentials: 'omit' });

  async function pump(opening: Promise<Response>, onText: (text: string) => void): Promise<Response> {
    const response = await opening;
    const reader = response.ok ? response.body?.getReader() : undefined;
    const decoder = new TextDecoder();
    for (let slice = await reader?.read(); slice?.value; slice = await reader?.read()) {
      onText(decoder.decode(slice.value, { stream: true }));
    }
    return response;
  }

  return {
    request(request) {
      const controller = new AbortController();
      setTimeout(() => controller.abort(), request.timeout);
      return open(request, controller);
    },

    stream(request, onText) {
      const controller = new AbortController();
      return { ended: pump(open(request, controller), onText), close: () => controller.abort() };
    },
  };
}
