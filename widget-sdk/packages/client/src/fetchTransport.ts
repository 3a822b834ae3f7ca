import type { Transport, TransportResponse } from './types.js';

/** Requests by `fetch`, without cookies and past every cache. */
export function fetchTransport(ask: typeof fetch = (...parts) => fetch(...parts)): Transport {
  async function open(
    { url, method, headers, body }: Parameters<Transport['request']>[0],
    { signal }: AbortController,
  ): Promise<Response> {
    return ask(url, { method, headers, body: body ?? null, signal, cache: 'no-store', credentials: 'omit' });
  }

  const headOf = ({ status, headers }: Response, text = ''): TransportResponse => ({
    status,
    text,
    header: (name) => headers.get(name),
  });

  return {
    async request(request) {
      const controller = new AbortController();
      const timer = setTimeout(() => controller.abort(), request.timeout);
      try {
        const response = await open(request, controller);
        if (request.as === 'bytes' && response.ok) return { ...headOf(response), bytes: await response.arrayBuffer() };
        return headOf(response, await response.text());
      } finally {
        clearTimeout(timer);
      }
    },

    stream(request, { onOpen, onText, onEnd }) {
      const controller = new AbortController();
      const run = async (): Promise<void> => {
        const response = await open(request, controller);
        onOpen(headOf(response, response.ok ? '' : await response.text()));
        const reader = response.ok ? response.body?.getReader() : undefined;
        const decoder = new TextDecoder();
        for (;;) {
          const slice = await reader?.read();
          if (slice?.value === undefined) return;
          onText(decoder.decode(slice.value, { stream: true }));
        }
      };
      run().then(onEnd, onEnd);
      return () => controller.abort();
    },
  };
}
