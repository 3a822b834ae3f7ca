import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createClient } from '../src/createClient.js';
import type { Client } from '../src/types.js';
import { createDevice, type Device } from './createDevice.js';
import { createShop, type Shop } from './createShop.js';

let device: Device;
let shop: Shop;
const made: Client[] = [];

async function tab(): Promise<Client> {
  const client = createClient({ widgetKey: 'k', transport: shop.transport, backing: device.tab() });
  made.push(client);
  void client.start();
  await soon();
  client.connect();
  return client;
}

const soon = () => vi.advanceTimersByTimeAsync(50);
const texts = ({ state }: Client) => state.messages.map(({ text }) => text);

beforeEach(() => {
  vi.useFakeTimers();
  device = createDevice();
  shop = createShop();
});

afterEach(() => {
  made.splice(0).forEach((client) => client.stop());
  vi.useRealTimers();
});

test('allSeeWhatOneSays', async () => {
  const [one, other] = [await tab(), await tab()];
  one.say('一');
  await soon();
  other.say('二');
  await soon();
  for (const client of [one, other]) expect(texts(client)).toEqual(['您好', '一', '答：一', '二', '答：二']);
  expect(shop.talks.length).toBe(1);
});

test('areOneVisitorThoughTheyOpenAtOnce', async () => {
  const both = [device.tab(), device.tab()].map((backing) => createClient({ widgetKey: 'k', transport: shop.transport, backing }));
  made.push(...both);
  both.forEach((client) => void client.start());
  await soon();
  const visitors = shop.requests.map(({ body }) => JSON.parse(String(body)).visitorId);
  expect(visitors.length).toBe(2);
  expect(new Set(visitors).size).toBe(1);
});

test('sendEachMessageOnceAndInTheOrderOfWriting', async () => {
  const [one, other] = [await tab(), await tab()];
  for (let at = 0; at < 6; at += 1) (at % 2 ? one : other).say(`${at}`);
  await soon();
  const sent = shop.requests.filter(({ url, method }) => method === 'POST' && url.endsWith('/messages')).map(({ body }) => JSON.parse(String(body)).text);
  expect(sent).toEqual(['0', '1', '2', '3', '4', '5']);
  expect(texts(one)).toEqual(texts(other));
});

test('doNotShowAsUnreadWhatAnotherHasShown', async () => {
  const [one, other] = [await tab(), await tab()];
  one.say('一');
  await soon();
  expect([one.state.unread, other.state.unread]).toEqual([1, 1]);
  one.seen();
  await soon();
  expect([one.state.unread, other.state.unread]).toEqual([0, 0]);
});

test('sendWhatATabLeftBehindThatWasClosed', async () => {
  const [one, other] = [await tab(), await tab()];
  shop.instead = ({ method }, path) => (method === 'POST' && path !== '/session' ? new Error('offline') : undefined);
  one.say('一');
  await soon();
  expect(other.state.messages.at(-1)).toMatchObject({ text: '一', delivery: 'pending' });
  one.stop();
  shop.instead = () => undefined;
  await vi.advanceTimersByTimeAsync(20_000);
  expect(texts(other)).toEqual(['您好', '一', '答：一']);
});

test('forgetWhatOneHasTakenBack', async () => {
  const [one, other] = [await tab(), await tab()];
  shop.instead = ({ body }) => (String(body).includes('错') ? new Response('{}', { status: 400 }) : undefined);
  one.say('错');
  await soon();
  expect(other.state.messages.at(-1)).toMatchObject({ text: '错', delivery: 'rejected' });
  one.takeBack(one.state.messages.at(-1)?.id ?? '');
  await soon();
  expect(texts(other)).toEqual(['您好']);
});

test('keepShoppersApartOnOneDevice', async () => {
  const backing = device.tab();
  const open = (shopper: string) => {
    const client = createClient({ widgetKey: 'k', transport: shop.transport, backing, shopper });
    made.push(client);
    return client;
  };
  shop.instead = (_request, path) => (path === '/session' ? undefined : new Error('offline'));
  open('a').say('我是甲');
  const other = open('b');
  await other.start();
  expect(texts(other)).toEqual(['您好']);
});
