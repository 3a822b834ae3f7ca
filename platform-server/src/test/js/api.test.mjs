import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createApi, isSignedOut } from '../../main/resources/META-INF/resources/chat-assets/api.js';

function answering(handle) {
  const calls = [];
  const fetch = async (url, options) => {
    calls.push({ url, method: options.method, headers: options.headers, body: options.body && JSON.parse(options.body) });
    return handle(calls[calls.length - 1], calls.length);
  };
  return { calls, api: createApi({ widgetKey: 'k/1', visitorId: 'v', staffCode: 'S', fetch }) };
}

const json = (body, init) => new Response(JSON.stringify(body), init);
const isSession = ({ url }) => url.endsWith('/session');

test('opensASessionBeforeTheFirstCallAndKeepsItsToken', async () => {
  const { calls, api } = answering((call) => json(isSession(call) ? { token: 't1' } : { messageId: 'm', replies: [] }));
  await api.sendMessage('c', { id: 'm', text: 'hi' });
  await api.sendMessage('c', { id: 'm', text: 'hi', choiceId: 'x' });
  assert.deepEqual(calls.map((call) => call.url), [
    '/widget/v1/k%2F1/session',
    '/widget/v1/k%2F1/conversations/c/messages',
    '/widget/v1/k%2F1/conversations/c/messages',
  ]);
  assert.deepEqual(calls[0].body, { visitorId: 'v', page: { kind: 'other' }, staffCode: 'S' });
  assert.equal(calls[1].headers.Authorization, 'Bearer t1');
  assert.deepEqual(calls[1].body, { id: 'm', text: 'hi' });
  assert.deepEqual(calls[2].body, { id: 'm', text: 'hi', choiceId: 'x' });
});

test('replacesATokenTheServerNoLongerTakesAndTriesOnceMore', async () => {
  let sessions = 0;
  const { api } = answering((call) => {
    if (isSession(call)) return json({ token: `t${(sessions += 1)}` });
    return call.headers.Authorization === 'Bearer t2' ? json({ items: [], nextCursor: null }) : json({}, { status: 401 });
  });
  assert.deepEqual(await api.history('c'), { data: [] });
  assert.equal(sessions, 2);
});

test('givesUpWhenTheNewTokenIsRefusedToo', async () => {
  const { calls, api } = answering((call) => (isSession(call) ? json({ token: 't' }) : json({}, { status: 401 })));
  assert.equal((await api.history('c')).error.status, 401);
  assert.equal(calls.length, 4);
});

test('asksForOneNewSessionHoweverManyCallsNeedIt', async () => {
  const { calls, api } = answering((call) => json(isSession(call) ? { token: 't' } : { items: [], nextCursor: null }));
  await Promise.all([api.history('a'), api.history('b'), api.openSession()]);
  assert.equal(calls.filter(isSession).length, 1);
});

test('readsTheHistoryToItsEnd', async () => {
  const { api } = answering((call) => {
    if (isSession(call)) return json({ token: 't' });
    return json(call.url.endsWith('?cursor=p%202') ? { items: [{ id: '2' }], nextCursor: null } : { items: [{ id: '1' }], nextCursor: 'p 2' });
  });
  assert.deepEqual((await api.history('c')).data.map((item) => item.id), ['1', '2']);
});

test('tellsTroubleAsAValue', async () => {
  const limited = answering(() => json({ code: 'rate-limited', detail: 'slow down' }, { status: 429, headers: { 'Retry-After': '3' } }));
  assert.deepEqual(await limited.api.openSession(), { error: { status: 429, code: 'rate-limited', detail: 'slow down', retryAfter: 3000 } });
  const garbled = answering(() => new Response('<html>', { status: 502 }));
  assert.equal((await garbled.api.openSession()).error.status, 502);
  const offline = answering(() => {
    throw new TypeError('Failed to fetch');
  });
  assert.equal((await offline.api.openSession()).error.status, 0);
});

test('handsTheIdentityToTheSessionAndSaysWhenItIsRefused', async () => {
  const bodies = [];
  const fetch = async (_url, options) => {
    bodies.push(JSON.parse(options.body));
    return json({ code: 'unauthorized', detail: 'The identity has expired.' }, { status: 401 });
  };
  const api = createApi({ widgetKey: 'k', visitorId: 'v', identity: 'a.b.c', fetch });
  const { error } = await api.openSession();
  assert.deepEqual(bodies, [{ visitorId: 'v', page: { kind: 'other' }, identity: 'a.b.c' }]);
  assert.equal(isSignedOut(error), true);
});
