import type { Transport, TransportRequest, TransportResponse } from '../src/types.js';

interface Stored {
  readonly id: string;
  readonly seq: number;
  readonly author: string;
  readonly kind: string;
  readonly text: string;
  readonly at: string;
  readonly inReplyTo?: readonly string[];
}

interface Talk {
  readonly id: string;
  readonly stored: Stored[];
  readonly streams: Set<(text: string) => void>;
  mode: string;
}

export interface Shop {
  readonly transport: Transport;
  /** `METHOD /path` of every request, in order. */
  readonly asked: string[];
  readonly requests: TransportRequest[];
  readonly talks: Talk[];
  /** Answers in place of the shop; undefined lets the shop answer. */
  instead: (request: TransportRequest, path: string) => TransportResponse | Error | undefined | Promise<TransportResponse | Error | undefined>;
  /** What happens to an answer on its way; an error loses it. */
  onItsWay: (path: string) => Error | undefined;
  bySession: (body: Record<string, unknown>) => Record<string, unknown>;
  say(author: string, text: string): void;
  mode(mode: string, more?: object): void;
  typing(): void;
  cutStreams(): void;
}

export function answer(body: unknown, status = 200, headers: Record<string, string> = {}): TransportResponse {
  return new Response(status === 204 ? null : JSON.stringify(body), { status, headers });
}

/** A shop's server in memory that keeps to the widget API. */
export function createShop({ streams = true } = {}): Shop {
  const talks: Talk[] = [];
  const asked: string[] = [];
  const requests: TransportRequest[] = [];
  const byKey = new Map<string, Talk>();
  const answered = new Map<string, unknown>();
  let token = 0;

  const event = ({ seq, ...message }: Stored): string => `id:${seq}\nevent:message\ndata:${JSON.stringify({ seq, ...message })}\n\n`;

  function add(talk: Talk, message: Omit<Stored, 'seq' | 'at'>): Stored {
    const stored = { ...message, seq: talk.stored.length + 1, at: new Date(Date.now()).toISOString() };
    talk.stored.push(stored);
    talk.streams.forEach((push) => push(event(stored)));
    return stored;
  }

  function serve(request: TransportRequest, path: string): TransportResponse {
    const body = typeof request.body === 'string' ? JSON.parse(request.body) : request.body;
    if (path === '/session') {
      token += 1;
      return answer({ token: `t${token}`, theme: {}, greeting: '您好', mode: 'bot', staff: false, conversation: null, ...shop.bySession(body) });
    }
    if (!/^Bearer t\d+$/.test(request.headers.Authorization ?? '')) return answer({ code: 'unauthorized' }, 401);
    if (path === '/conversations') {
      const key = request.headers['Idempotency-Key'] ?? '';
      const talk = byKey.get(key) ?? { id: `c${talks.length + 1}`, stored: [], streams: new Set(), mode: 'bot' };
      if (!byKey.has(key)) talks.push(talk);
      byKey.set(key, talk);
      return answer({ conversationId: talk.id, mode: 'bot', greeting: '您好' }, 201);
    }
    if (path === '/beacons') return answer(null, 204);
    const [, , id = '', rest = '', query = ''] = /^\/(conversations)\/([^/]+)\/([^?]*)\??(.*)$/.exec(path) ?? [];
    const talk = talks.find((one) => one.id === id);
    if (talk === undefined) return answer({ code: 'not-found' }, 404);
    if (rest === 'messages' && request.method === 'GET') {
      const after = Number(new URLSearchParams(query).get('after'));
      const items = talk.stored.filter(({ seq }) => seq > after);
      return answer({ items: items.slice(0, 3), nextCursor: items.length > 3 ? 'more' : null, mode: { mode: talk.mode } });
    }
    if (rest === 'messages') {
      if (!answered.has(body.id)) {
        add(talk, { id: body.id, author: 'shopper', kind: 'text', text: body.text });
        const { at: _at, ...reply } = add(talk, { id: `r-${body.id}`, author: 'bot', kind: 'answer', text: `答：${body.text}`, inReplyTo: [body.id] });
        answered.set(body.id, { messageId: body.id, replies: talk.mode === 'bot' ? [reply] : [] });
      }
      return answer(answered.get(body.id));
    }
    if (rest === 'handover') {
      talk.mode = 'waiting';
      return answer({ mode: 'waiting', place: 2, officeHours: { open: true, text: '9–18' }, replies: [add(talk, { id: 'h', author: 'bot', kind: 'handover', text: '稍等' })] });
    }
    if (rest === 'images') return answer({ id: 'img', width: 2, height: 3 }, 201);
    return answer(null, 204);
  }

  const pathOf = (request: TransportRequest): string => request.url.replace(/^.*\/widget\/v1\/[^/]+/, '');

  async function ask(request: TransportRequest): Promise<TransportResponse> {
    const path = pathOf(request);
    asked.push(`${request.method} ${path}`);
    requests.push(request);
    const other = await shop.instead(request, path);
    if (other instanceof Error) throw other;
    const response = other ?? serve(request, path);
    const lost = shop.onItsWay(path);
    if (lost !== undefined) throw lost;
    return response;
  }

  const shop: Shop = {
    asked,
    requests,
    talks,
    instead: () => undefined,
    onItsWay: () => undefined,
    bySession: () => ({}),

    say(author, text) {
      const talk = talks[talks.length - 1];
      if (talk) add(talk, { id: `s${talk.stored.length}`, author, kind: author === 'person' ? 'person' : 'answer', text });
    },

    mode(mode, more = {}) {
      const talk = talks[talks.length - 1];
      if (!talk) return;
      talk.mode = mode;
      talk.streams.forEach((push) => push(`id:${talk.stored.length}\nevent:mode\ndata:${JSON.stringify({ mode, ...more })}\n\n`));
    },

    typing() {
      talks.forEach((talk) => talk.streams.forEach((push) => push(`id:${talk.stored.length}\nevent:typing\ndata:{"author":"person"}\n\n`)));
    },

    cutStreams() {
      talks.forEach((talk) => talk.streams.forEach((push) => push('')));
    },

    transport: {
      streams,
      send(request, onText) {
        if (onText === undefined) return { response: ask(request), close() {} };
        let close = (): void => {};
        const closed = new Promise<never>((_resolve, reject) => {
          close = () => reject(new Error('closed'));
        });
        closed.catch(() => {});
        const opened = ask(request).then((head) => {
          const talk = talks.find(({ id }) => pathOf(request).includes(`/${id}/`));
          if (talk === undefined || head.status !== 204) return head;
          const push = (text: string): void => (text === '' ? close() : onText(text));
          talk.streams.add(push);
          closed.catch(() => talk.streams.delete(push));
          onText(': still here\n\n');
          talk.stored.filter(({ seq }) => seq > Number(request.headers['Last-Event-ID'])).forEach((one) => push(event(one)));
          return closed;
        });
        return { response: Promise.race([opened, closed]), close };
      },
    },
  };
  return shop;
}
