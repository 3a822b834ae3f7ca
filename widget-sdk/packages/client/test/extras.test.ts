import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createBeacons } from '../src/createBeacons.js';
import { createClient } from '../src/createClient.js';
import { createEvents } from '../src/createEvents.js';
import { customerOf } from '../src/customerOf.js';
import { refusalOf } from '../src/refusalOf.js';
import type { Beacon } from '../src/types.js';
import { createShop, type Shop } from './createShop.js';

const jwt = (claims: object): string => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;
const soon = () => vi.advanceTimersByTimeAsync(50);

function visit(shop: Shop) {
  const client = createClient({ widgetKey: 'k', transport: shop.transport });
  const events = createEvents();
  createBeacons({ on: events.on, mode: () => client.state.mode, beacon: client.beacon }, '1', () => 'other');
  client.subscribe(events.take);
  void client.start();
  client.connect();
  return { ...client, on: events.on };
}

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-03-01T10:00:00Z') });
});

afterEach(() => vi.useRealTimers());

test('tellsWhatTheOtherSideSaysNowAndNotWhatItSaidBefore', async () => {
  const shop = createShop();
  const first = visit(shop);
  first.say('一');
  await soon();
  first.stop();
  shop.bySession = () => ({ conversation: { conversationId: 'c1', mode: 'bot', lastSeq: 2 } });
  const heard: string[] = [];
  const client = visit(shop);
  client.on('message', ({ text }) => heard.push(text));
  client.on('delivered', ({ text }) => heard.push(`送达 ${text}`));
  client.on('mode', ({ mode, place }) => heard.push(`${mode} ${place}`));
  await soon();
  expect(heard).toEqual([]);
  client.say('二');
  await soon();
  shop.mode('waiting', { place: 1 });
  await soon();
  shop.say('person', '在的');
  await soon();
  expect(heard).toEqual(['答：二', '送达 二', 'waiting 1', '在的']);
  client.stop();
});

test('tellsTheFirstReplyOfAll', async () => {
  const shop = createShop();
  const client = visit(shop);
  const heard: string[] = [];
  client.on('message', ({ text }) => heard.push(text));
  await soon();
  client.say('一');
  await soon();
  expect(heard).toEqual(['答：一']);
  client.stop();
});

test('readsWhoAnIdentityIsAbout', () => {
  expect(customerOf(jwt({ sub: 'C-1' }))).toBe('C-1');
  for (const none of [null, undefined, '', 'x', 'a.%%%.c', jwt({})]) expect(customerOf(none)).toBe('');
});

test('tellsWhyThereIsNoWayIn', () => {
  const why = (status: number, code = '', staff: string | null = null) => refusalOf({ status, code, retryAfter: 0 }, staff);
  expect([why(404), why(401), why(403, 'suspended', 'S'), why(403, 'forbidden', 'S'), why(403, 'forbidden'), why(400)]).toEqual([
    'unknown',
    'identity',
    'resting',
    'staff',
    'unavailable',
    'unavailable',
  ]);
});

function beacons() {
  const events = createEvents();
  const sent: Beacon[] = [];
  const told = createBeacons({ on: events.on, mode: () => 'bot', beacon: (beacon) => sent.push(beacon) }, '1', () => 'cart', 'Chrome 120');
  return { ...told, sent };
}

test('tellsOfAnErrorOnceAndOfTenAtMost', () => {
  const { report, sent } = beacons();
  for (let at = 0; at < 3; at += 1) report(new Error('broken'));
  expect(sent).toMatchObject([{ kind: 'error', browser: 'Chrome 120', version: '1', pageKind: 'cart', message: 'broken' }]);
  for (let at = 0; at < 30; at += 1) report(`no. ${at}`);
  expect(sent.length).toBe(10);
});

test('tellsNothingPersonal', () => {
  const { report, sent } = beacons();
  report(new Error('no order 2026030112345 of li@shop.example at https://shop.example/a?phone=13800138000#x:3:4'));
  expect(sent[0]?.message).toBe('no order … of … at https://shop.example/a…:3:4');
});

test('tellsOfSlowRepliesAsTheShopperFeltThemAndSeldom', async () => {
  const shop = createShop();
  const client = visit(shop);
  await soon();
  const slow = async (text: string, time: number): Promise<void> => {
    shop.instead = (_request, path) => (path.endsWith('/messages') ? new Promise((done) => setTimeout(() => done(undefined), time)) : undefined);
    client.say(text);
    await vi.advanceTimersByTimeAsync(time + 100);
  };
  await slow('一', 100);
  await slow('二', 4_000);
  await slow('三', 4_000);
  const sent = shop.requests.filter(({ url }) => url.endsWith('/beacons')).map(({ body }) => JSON.parse(String(body)));
  expect(sent).toMatchObject([{ kind: 'slow-reply', version: '1', pageKind: 'other' }]);
  expect(sent[0].millis).toBeGreaterThanOrEqual(4_000);
  expect(sent[0].millis).toBeLessThan(4_200);
  expect(JSON.stringify(sent)).not.toContain('二');
  client.stop();
});
