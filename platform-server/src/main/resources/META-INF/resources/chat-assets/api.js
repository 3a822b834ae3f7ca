import { parseRetryAfter } from './backoff.js';

const TIMEOUT = 20_000;
const PAGE = { kind: 'other' };

/**
 * The calls of one visitor to one shop. Each gives {data} or {error: {status, code, detail, retryAfter}}; status 0 means the
 * server was not reached. A token the server no longer takes is replaced once, without the caller noticing.
 */
export function createApi({ widgetKey, visitorId, staffCode = null, identity = null, fetch = globalThis.fetch.bind(globalThis) }) {
  const root = `/widget/v1/${encodeURIComponent(widgetKey)}`;
  let token = null;
  let opening = null;

  async function attempt(path, { method = 'GET', body, headers = {}, signal } = {}) {
    try {
      const response = await fetch(root + path, {
        method,
        headers: { Accept: 'application/json', ...(body ? { 'Content-Type': 'application/json' } : {}), ...headers },
        body: body ? JSON.stringify(body) : undefined,
        cache: 'no-store',
        credentials: 'omit',
        signal,
      });
      return response.ok ? { response } : { error: await problem(response) };
    } catch {
      return { error: { status: 0, code: 'unreachable', detail: '', retryAfter: 0 } };
    }
  }

  async function json(result) {
    if (result.error) return result;
    try {
      return { data: await result.response.json() };
    } catch {
      return { error: { status: 0, code: 'unreadable', detail: '', retryAfter: 0 } };
    }
  }

  function openSession() {
    opening ??= requestSession().finally(() => {
      opening = null;
    });
    return opening;
  }

  async function requestSession() {
    const body = { visitorId, page: PAGE, ...(staffCode ? { staffCode } : {}), ...(identity ? { identity } : {}) };
    const result = await timed((signal) => attempt('/session', { method: 'POST', body, signal }).then(json));
    token = result.data?.token ?? null;
    return result;
  }

  async function authorised(path, options) {
    if (token === null) {
      const session = await openSession();
      if (session.error) return session;
    }
    const used = token;
    const result = await attempt(path, withToken(options, used));
    if (result.error?.status !== 401) return result;
    if (token === used) {
      const session = await openSession();
      if (session.error) return session;
    }
    return attempt(path, withToken(options, token));
  }

  const call = (path, options) => timed((signal) => authorised(path, { ...options, signal }).then(json));
  const conversation = (id) => `/conversations/${encodeURIComponent(id)}`;

  return {
    openSession,

    /** The same `requestId` never makes a second conversation, even when the first answer was lost on its way. */
    startConversation(requestId) {
      return call('/conversations', { method: 'POST', body: { page: PAGE }, headers: { 'Idempotency-Key': requestId } });
    },

    sendMessage(conversationId, { id, text, choiceId }) {
      const body = { id, text, ...(choiceId ? { choiceId } : {}) };
      return call(`${conversation(conversationId)}/messages`, { method: 'POST', body });
    },

    /** All messages of the conversation, oldest first. */
    async history(conversationId) {
      const items = [];
      let cursor = '';
      do {
        const query = cursor ? `?cursor=${encodeURIComponent(cursor)}` : '';
        const page = await call(`${conversation(conversationId)}/messages${query}`);
        if (page.error) return page;
        items.push(...page.data.items);
        cursor = page.data.nextCursor === cursor ? '' : page.data.nextCursor;
      } while (cursor);
      return { data: items };
    },

    /** An open event stream as {data: Response}; it lasts until `signal` ends it. */
    async events(conversationId, lastEventId, signal) {
      const headers = { Accept: 'text/event-stream', ...(lastEventId ? { 'Last-Event-ID': lastEventId } : {}) };
      const result = await authorised(`${conversation(conversationId)}/events`, { headers, signal });
      return result.error ? result : { data: result.response };
    },
  };
}

/** The shop is closed for now, and everything in it is kept: nothing is to be tried again or forgotten. */
export function isResting(error) {
  return error.status === 403 && error.code === 'suspended';
}

/** The shop no longer vouches for the shopper, and a new session does not help: only the shop's own page does. */
export function isSignedOut(error) {
  return error.status === 401;
}

function withToken(options = {}, token) {
  return { ...options, headers: { ...options.headers, Authorization: `Bearer ${token}` } };
}

async function timed(work) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), TIMEOUT);
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
  }
}

async function problem(response) {
  const body = await response.json().catch(() => ({}));
  return {
    status: response.status,
    code: body?.code ?? '',
    detail: body?.detail ?? '',
    retryAfter: parseRetryAfter(response.headers.get('Retry-After')),
  };
}
