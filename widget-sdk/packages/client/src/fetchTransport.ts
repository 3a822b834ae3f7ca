import type { Transport } from './types.js';

/** Requests by `fetch`, without cookies. */
export function fetchTransport(): Transport {
  async function read(opening: Promise<Response>, onText?: (text: string) => void): Promise<Response> {
    const response = await opening;
    const reader = onText && response.ok && response.body?.getReader();
    const decoder = new TextDecoder();
    for (let slice; reader && (slice = await reader.read()).value; ) onText(decoder.decode(slice.value, { stream: true }));
    return response;
  }

  return {
    streams: true,
    send(request, onText) {
      const controller = new AbortController();
      const { signal } = controller;
      const response = read(fetch(request.url, { ...request, body: request.body ?? null, signal, credentials: 'omit' }), onText);
      return { response, close: () => controller.abort() };
    },
  };
}
