import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createShop } from '../../../packages/client/test/createShop.js';
import { createClient } from '../../../packages/client/src/createClient.js';
import { createIds } from '../xiaoer/createIds.js';
import { wxBacking } from '../xiaoer/wxBacking.js';
import { wxTransport } from '../xiaoer/wxTransport.js';

interface Asked {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly header: Record<string, string>;
  readonly data?: string | ArrayBuffer;
  readonly responseType: string;
  success(answer: { statusCode: number; header: Record<string, string>; data: unknown }): void;
  fail(error: unknown): void;
}

/** A mini-program's surroundings in front of a shop: no fetch, no crypto, no storage of browsers. */
function createWx(shop = createShop({ streams: false })) {
  const kept = new Map<string, string>();
  const state = { offline: false };
  return {
    shop,
    state,
    request({ url, method, header, data, responseType, success, fail }: Asked) {
      if (state.offline) queueMicrotask(() => fail(new Error('request:fail')));
      else {
        void shop.transport.send({ url, method, headers: header, body: data }).response.then(
          async (answer) =>
            success({
              statusCode: answer.status,
              header: { 'Content-Type': 'application/json', 'Retry-After': answer.headers.get('retry-after') ?? '' },
              data: responseType === 'arraybuffer' ? await answer.arrayBuffer() : await answer.text(),
            }),
          fail,
        );
      }
      return { abort: () => fail(new Error('request:fail abort')) };
    },
    getStorageSync: (name: string) => kept.get(name) ?? '',
    setStorageSync: (name: string, value: string) => void kept.set(name, value),
    getRandomValues({ length, success }: { length: number; success(answer: { randomValues: ArrayBuffer }): void }) {
      success({ randomValues: new Uint8Array(randomBytes(length)).buffer });
    },
  };
}

async function open(wx: ReturnType<typeof createWx>) {
  const client = createClient({ widgetKey: 'k', server: 'https://chat.example', transport: wxTransport(wx), backing: wxBacking(wx), newId: await createIds(wx) });
  void client.start();
  client.connect();
  return client;
}

const later = (time: number) => vi.advanceTimersByTimeAsync(time);

beforeEach(() => {
  vi.useFakeTimers();
  for (const missing of ['fetch', 'crypto', 'navigator', 'AbortSignal', 'atob']) vi.stubGlobal(missing, undefined);
});

afterEach(() => vi.useRealTimers());

test('talksWhereThereIsNothingOfABrowser', async () => {
  const wx = createWx();
  const client = await open(wx);
  await later(10);
  client.say('在吗');
  await later(10);
  wx.shop.say('person', '在的');
  await later(3_000);
  expect(client.state.messages.map(({ text }) => text)).toEqual(['您好', '在吗', '答：在吗', '在的']);
  expect(wx.shop.requests[0]?.url).toBe('https://chat.example/widget/v1/k/session');
  client.stop();
});

test('sendsWhatWasSaidWithoutANetworkOnceItIsBack', async () => {
  const wx = createWx();
  const first = await open(wx);
  await later(10);
  wx.state.offline = true;
  first.say('在吗');
  await later(20_000);
  expect(first.state).toMatchObject({ reachable: false });
  first.stop();
  wx.state.offline = false;
  const second = await open(wx);
  await later(100);
  expect(second.state.messages.map(({ text, delivery }) => `${text} ${delivery}`)).toEqual(['您好 sent', '在吗 sent', '答：在吗 sent']);
  expect(wx.shop.talks.flatMap(({ stored }) => stored.map(({ text }) => text))).toEqual(['在吗', '答：在吗']);
  second.stop();
});

test('sendsAndShowsPictures', async () => {
  const wx = createWx();
  wx.shop.instead = (_request, path) => (path.endsWith('/images/img') ? new Response(new Uint8Array([1, 2])) : undefined);
  const client = await open(wx);
  const uploading = client.upload(new Uint8Array([1, 2]).buffer, 'image/jpeg');
  await later(10);
  expect(await uploading).toEqual({ data: { id: 'img', width: 2, height: 3 } });
  const fetching = client.image('img');
  await later(10);
  expect(new Uint8Array((await fetching).data ?? new ArrayBuffer(0))).toEqual(new Uint8Array([1, 2]));
  client.stop();
});

test('neverGivesTheSameIdTwice', async () => {
  const newId = await createIds(createWx());
  const ids: string[] = [];
  for (let at = 0; at < 200; at += 1) {
    ids.push(newId());
    await Promise.resolve();
    await Promise.resolve();
  }
  expect(new Set(ids).size).toBe(200);
  expect(ids.every((id) => /^[0-9a-f]{32}$/.test(id))).toBe(true);
});
