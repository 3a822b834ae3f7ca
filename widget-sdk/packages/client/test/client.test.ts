import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createClient } from '../src/createClient.js';
import type { Client, ClientOptions } from '../src/types.js';
import { answer, createShop, type Shop } from './createShop.js';

const made: Client[] = [];

function visit(shop: Shop, options: Partial<ClientOptions> = {}): Client {
  const client = createClient({ widgetKey: 'k', transport: shop.transport, backing: memory(), ...options });
  made.push(client);
  return client;
}

function memory() {
  const kept = new Map<string, string>();
  return { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, value: string) => void kept.set(name, value) };
}

const blocked = {
  getItem(): string | null {
    throw new Error('SecurityError');
  },
  setItem(): void {
    throw new Error('SecurityError');
  },
};

const soon = () => vi.advanceTimersByTimeAsync(50);
const later = (time: number) => vi.advanceTimersByTimeAsync(time);
const texts = ({ state }: Client) => state.messages.map(({ text }) => text);

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-03-01T10:00:00Z') });
  vi.spyOn(Math, 'random').mockReturnValue(1);
});

afterEach(() => {
  made.splice(0).forEach((client) => client.stop());
  vi.useRealTimers();
});

test('asksForOneThingBeforeTheChatIsOpened', async () => {
  const shop = createShop();
  const client = visit(shop, { page: { kind: 'product', sku: 'S' }, identity: 'jwt', staffCode: 'code' });
  await client.start();
  await later(60_000);
  expect(shop.asked).toEqual(['POST /session']);
  expect(JSON.parse(String(shop.requests[0]?.body))).toMatchObject({ page: { kind: 'product', sku: 'S' }, identity: 'jwt', staffCode: 'code' });
  expect(client.state).toMatchObject({ ready: true, unread: 0, mode: 'bot' });
  expect(texts(client)).toEqual(['您好']);
});

test('opensAConversationWhenSomethingIsFirstSaid', async () => {
  const shop = createShop();
  const client = visit(shop);
  await client.start();
  client.connect();
  client.say('在吗');
  expect(client.state.messages.at(-1)).toMatchObject({ text: '在吗', delivery: 'pending', author: 'shopper' });
  await soon();
  expect(texts(client)).toEqual(['您好', '在吗', '答：在吗']);
  expect(client.state.messages.map(({ delivery }) => delivery)).toEqual(['sent', 'sent', 'sent']);
  expect(client.state).toMatchObject({ conversationId: 'c1', typing: false, unread: 1 });
});

test('showsEachMessageOnceInTheServersOrderWhereverItCameFrom', async () => {
  const shop = createShop();
  const client = visit(shop);
  client.say('一');
  client.say('二');
  await soon();
  shop.say('bot', '还有');
  await soon();
  shop.cutStreams();
  await later(5_000);
  expect(texts(client)).toEqual(['您好', '一', '答：一', '二', '答：二', '还有']);
  expect(client.state.messages.slice(1).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
});

test('putsAReplyBelowItsQuestionEvenBeforeTheStreamHasToldOfTheQuestion', async () => {
  const shop = createShop({ streams: false });
  const client = visit(shop);
  await client.start();
  client.connect();
  client.say('一');
  await vi.advanceTimersByTimeAsync(0);
  expect(texts(client)).toEqual(['您好', '一', '答：一']);
});

test('sendsUnderTheSameIdUntilItArrives', async () => {
  const shop = createShop();
  const client = visit(shop);
  let tries = 0;
  shop.instead = (request, path) => {
    if (request.method !== 'POST' || !path.endsWith('/messages') || (tries += 1) > 3) return undefined;
    return tries === 1 ? new Error('down') : answer({}, tries === 2 ? 503 : 429, { 'Retry-After': '5' });
  };
  client.say('一');
  await later(500);
  expect(client.state).toMatchObject({ reachable: true, typing: false });
  await later(2_000);
  expect(client.state).toMatchObject({ reachable: false });
  expect(client.state.messages.at(-1)).toMatchObject({ text: '一', delivery: 'pending' });
  await later(10_000);
  const ids = shop.requests.filter(({ url, method }) => method === 'POST' && url.endsWith('/messages')).map(({ body }) => JSON.parse(String(body)).id);
  expect(new Set(ids).size).toBe(1);
  expect(ids.length).toBe(4);
  expect(texts(client)).toEqual(['您好', '一', '答：一']);
  expect(client.state.reachable).toBe(true);
});

test('isNotSentTwiceWhenOnlyTheAnswerWasLost', async () => {
  const shop = createShop();
  const client = visit(shop);
  let lost = 0;
  shop.onItsWay = (path) => (/messages$|conversations$/.test(path) && (lost += 1) <= 2 ? new Error('cut') : undefined);
  client.say('一');
  await later(20_000);
  expect(shop.talks.length).toBe(1);
  expect(shop.talks[0]?.stored.map(({ text }) => text)).toEqual(['一', '答：一']);
  expect(texts(client)).toEqual(['您好', '一', '答：一']);
});

test('takesAnAnswerThatIsNoneOfTheServersForNone', async () => {
  const shop = createShop();
  const client = visit(shop);
  const odd = ['', '<html>please log in to the WLAN</html>'];
  shop.instead = ({ method }, path) => (method === 'POST' && path.endsWith('/messages') && odd.length > 0 ? new Response(odd.pop()) : undefined);
  client.say('一');
  await later(10_000);
  expect(texts(client)).toEqual(['您好', '一', '答：一']);
});

test('setsAMessageAsideThatTheServerRefusesAndGoesOn', async () => {
  const shop = createShop();
  const client = visit(shop);
  shop.instead = ({ body }) => (typeof body === 'string' && body.includes('太长') ? answer({ code: 'invalid-input' }, 400) : undefined);
  client.say('太长');
  client.say('短');
  await soon();
  expect(client.state.messages.map(({ text, delivery }) => `${text} ${delivery}`)).toEqual(['您好 sent', '短 sent', '答：短 sent', '太长 rejected']);
  const [rejected] = client.state.messages.slice(-1);
  client.takeBack(rejected?.id ?? '');
  expect(texts(client)).not.toContain('太长');
});

test('keepsEverythingWhenThereIsNoWayIn', async () => {
  const shop = createShop();
  const backing = memory();
  const client = visit(shop, { backing });
  await client.start();
  shop.instead = () => answer({ code: 'suspended' }, 403);
  client.say('一');
  await soon();
  expect(client.state.refusal).toMatchObject({ status: 403, code: 'suspended' });
  expect(client.state.messages.at(-1)).toMatchObject({ text: '一', delivery: 'failed' });
  const before = shop.asked.length;
  await later(120_000);
  expect(shop.asked.length).toBe(before);
  client.stop();

  shop.instead = () => undefined;
  const again = visit(shop, { backing });
  await again.start();
  again.retry();
  await soon();
  expect(texts(again)).toEqual(['您好', '一', '答：一']);
});

test('sendsWhatAReloadLeftUnsentUnlessItIsOld', async () => {
  const shop = createShop();
  const backing = memory();
  shop.instead = (_request, path) => (path === '/session' ? undefined : new Error('offline'));
  const first = visit(shop, { backing });
  first.say('旧');
  await soon();
  await later(11 * 60_000);
  first.say('新');
  first.stop();
  shop.instead = () => undefined;
  const second = visit(shop, { backing });
  await second.start();
  await soon();
  expect(second.state.messages.map(({ text, delivery }) => `${text} ${delivery}`)).toEqual(['您好 sent', '新 sent', '答：新 sent', '旧 failed']);
  second.retry();
  await soon();
  expect(shop.talks[0]?.stored.map(({ text }) => text)).toEqual(['新', '答：新', '旧', '答：旧']);
});

test('worksWhereStorageIsBlocked', async () => {
  const shop = createShop();
  const client = visit(shop, { backing: blocked });
  client.say('一');
  client.say('二');
  await soon();
  expect(texts(client)).toEqual(['您好', '一', '答：一', '二', '答：二']);
  client.seen();
  await soon();
  expect(client.state.unread).toBe(0);
});

test('findsWhatWasSaidBeforeAlsoWithoutStorage', async () => {
  const shop = createShop();
  const first = visit(shop, { backing: blocked });
  for (const text of ['一', '二', '三']) first.say(text);
  await soon();
  first.stop();
  shop.bySession = () => ({ conversation: { conversationId: 'c1', mode: 'bot', lastSeq: 6 } });
  const second = visit(shop, { backing: blocked });
  await second.start();
  expect(second.state.ready).toBe(false);
  second.connect();
  await soon();
  expect(texts(second)).toEqual(['您好', '一', '答：一', '二', '答：二', '三', '答：三']);
  expect(second.state).toMatchObject({ ready: true, unread: 0 });
});

test('countsWhatTheOtherSideSaidSinceItWasLastSeen', async () => {
  const shop = createShop();
  const backing = memory();
  const client = visit(shop, { backing });
  client.say('一');
  await soon();
  client.seen();
  await soon();
  expect(client.state.unread).toBe(0);
  client.stop();
  shop.say('person', '在的');
  shop.bySession = () => ({ conversation: { conversationId: 'c1', mode: 'bot', lastSeq: 3 } });
  const back = visit(shop, { backing });
  await back.start();
  await soon();
  expect(back.state.unread).toBe(1);
});

test('listensBeforeItIsOpenedWhileAPersonIsAwaited', async () => {
  const shop = createShop();
  const client = visit(shop);
  client.say('人工');
  await soon();
  client.stop();
  shop.mode('waiting');
  shop.bySession = () => ({ conversation: { conversationId: 'c1', mode: 'waiting', lastSeq: 2 } });
  const back = visit(shop);
  await back.start();
  await soon();
  shop.say('person', '来了');
  await soon();
  expect(back.state).toMatchObject({ mode: 'waiting', unread: 1 });
});

test('resumesAfterTheLastEventThereIs', async () => {
  const shop = createShop();
  const client = visit(shop);
  client.say('一');
  await soon();
  shop.cutStreams();
  await later(1_000);
  const [first, last] = shop.requests.filter(({ url }) => url.endsWith('/events')).map(({ headers }) => headers['Last-Event-ID']);
  expect([first, last]).toEqual(['0', '2']);
});

test('looksForNewsWhereNothingComesThroughAStream', async () => {
  const shop = createShop();
  shop.instead = (_request, path) => (path.endsWith('/events') ? new Promise(() => {}) : undefined);
  const client = visit(shop);
  client.say('一');
  await soon();
  await later(90_000);
  shop.say('person', '在的');
  shop.mode('person');
  await later(3_000);
  expect(texts(client)).toEqual(['您好', '一', '答：一', '在的']);
  expect(client.state.mode).toBe('person');
});

test('looksForNewsWhereThereAreNoStreams', async () => {
  const shop = createShop({ streams: false });
  const client = visit(shop);
  client.say('一');
  await soon();
  shop.say('person', '在的');
  await later(3_000);
  expect(texts(client)).toEqual(['您好', '一', '答：一', '在的']);
  expect(shop.asked.some((one) => one.includes('/events'))).toBe(false);
});

test('takesAStreamThatIsSilentForLongForADeadLine', async () => {
  const shop = createShop();
  const client = visit(shop);
  client.say('一');
  await soon();
  const streams = () => shop.asked.filter((one) => one.endsWith('/events')).length;
  const before = streams();
  await later(37_000);
  expect(streams()).toBe(before + 1);
  expect(client.state.reachable).toBe(true);
});

test('letsGoOfItsLineOutOfSightAndSeesWhatItMissedWhenItIsBack', async () => {
  const shop = createShop();
  const client = visit(shop);
  client.say('一');
  await soon();
  client.sleep();
  await soon();
  expect(shop.talks[0]?.streams.size).toBe(0);
  shop.say('bot', '二');
  await later(60_000);
  expect(texts(client)).not.toContain('二');
  client.wake();
  await soon();
  expect(texts(client)).toContain('二');
  expect(shop.talks[0]?.streams.size).toBe(1);
});

test('keepsOneLineHoweverOftenItIsAskedTo', async () => {
  const shop = createShop();
  const client = visit(shop);
  client.say('一');
  await soon();
  for (let at = 0; at < 5; at += 1) {
    client.wake();
    client.connect();
  }
  await later(5_000);
  expect(shop.talks[0]?.streams.size).toBe(1);
});

test('showsWhoWritesAndHowTheConversationStands', async () => {
  const shop = createShop();
  const client = visit(shop);
  client.say('一');
  await soon();
  shop.mode('waiting', { reason: 'asked-for', place: 3, officeHours: { open: true, text: '9–18' } });
  await soon();
  expect(client.state).toMatchObject({ mode: 'waiting', reason: 'asked-for', place: 3, officeHours: { open: true } });
  shop.mode('person', { agent: { name: '小王' } });
  shop.typing();
  await soon();
  expect(client.state).toMatchObject({ mode: 'person', place: null, agent: '小王', typing: true });
  shop.say('person', '您好');
  await soon();
  expect(client.state.typing).toBe(false);
  shop.typing();
  await soon();
  await later(7_000);
  expect(client.state.typing).toBe(false);
});

test('tellsThatTheShopperWritesSeldomAndOnlyToPeople', async () => {
  const shop = createShop();
  const client = visit(shop);
  client.say('一');
  await soon();
  client.typing();
  shop.mode('person');
  await soon();
  for (let at = 0; at < 10; at += 1) client.typing();
  await later(3_500);
  client.typing();
  await soon();
  expect(shop.asked.filter((one) => one.endsWith('/typing')).length).toBe(2);
});

test('asksForAPersonAlsoBeforeAnythingWasSaid', async () => {
  const shop = createShop();
  const client = visit(shop);
  const asking = client.handOver();
  await soon();
  expect(await asking).toEqual({ data: { mode: 'waiting', reason: null, place: 2, agent: null, officeHours: { open: true, text: '9–18' } } });
  expect(client.state).toMatchObject({ mode: 'waiting', place: 2 });
  expect(texts(client)).toEqual(['您好', '稍等']);
});

test('rememberWhatTheShopperThinksOfAReplyOnceItIsStored', async () => {
  const shop = createShop();
  const client = visit(shop);
  client.say('一');
  await soon();
  const reply = client.state.messages.at(-1);
  shop.instead = () => new Error('down');
  expect((await client.feedback(reply?.id ?? '', true)).error?.status).toBe(0);
  expect(client.state.messages.at(-1)?.helpful).toBeNull();
  shop.instead = () => undefined;
  await client.feedback(reply?.id ?? '', false, '不对');
  expect(client.state.messages.at(-1)?.helpful).toBe(false);
  expect(JSON.parse(String(shop.requests.at(-1)?.body))).toEqual({ helpful: false, comment: '不对' });
});

test('sendsPicturesAsTheyAreAndNamesThemInTheMessage', async () => {
  const shop = createShop();
  const client = visit(shop);
  const uploading = client.upload(new Uint8Array([1, 2, 3]).buffer, 'image/png');
  await soon();
  const { data: image } = await uploading;
  expect(image).toEqual({ id: 'img', width: 2, height: 3 });
  const sent = shop.requests.find(({ url }) => url.endsWith('/images'));
  expect(sent?.headers['Content-Type']).toBe('image/png');
  expect(sent?.body).toBeInstanceOf(ArrayBuffer);
  if (image) client.say('', { images: [image] });
  await soon();
  expect(JSON.parse(String(shop.requests.find(({ body }) => String(body).includes('"images"'))?.body)).images).toEqual(['img']);
});

test('doesNotPickTheSameChoiceTwice', async () => {
  const shop = createShop();
  const client = visit(shop);
  client.choose({ id: 'x', label: '退货' });
  client.choose({ id: 'x', label: '退货' });
  await soon();
  expect(shop.talks[0]?.stored.filter(({ author }) => author === 'shopper').length).toBe(1);
  client.choose({ id: 'x', label: '退货' });
  await soon();
  expect(shop.talks[0]?.stored.filter(({ author }) => author === 'shopper').length).toBe(2);
});

test('beginsAnewWhenTheServerNoLongerKnowsTheConversation', async () => {
  const shop = createShop();
  const client = visit(shop);
  client.say('一');
  await soon();
  shop.talks.splice(0, 1, { id: 'other', stored: [], streams: new Set(), mode: 'bot' });
  client.say('二');
  await soon();
  expect(client.state.conversationId).toBe('c2');
  expect(texts(client)).toEqual(['您好', '二', '答：二']);
});

test('replacesATokenTheServerNoLongerTakes', async () => {
  const shop = createShop();
  const client = visit(shop);
  client.say('一');
  await soon();
  let refused = 0;
  shop.instead = (_request, path) => (path !== '/session' && (refused += 1) === 1 ? answer({}, 401) : undefined);
  client.say('二');
  await soon();
  expect(texts(client)).toEqual(['您好', '一', '答：一', '二', '答：二']);
  expect(client.state.refusal).toBeNull();
});

test('isSignedOutWhenANewTokenDoesNotHelp', async () => {
  const shop = createShop();
  const client = visit(shop, { identity: 'old' });
  shop.instead = () => answer({ code: 'unauthorized' }, 401);
  const { error } = await client.start();
  expect(error?.status).toBe(401);
  expect(client.state.refusal?.status).toBe(401);
});

test('triesUntilTheServerIsThere', async () => {
  const shop = createShop();
  const client = visit(shop);
  let tries = 0;
  shop.instead = () => ((tries += 1) < 4 ? new Error('down') : undefined);
  void client.start();
  await later(3_000);
  expect(client.state).toMatchObject({ session: null, reachable: false });
  await later(8_000);
  expect(client.state).toMatchObject({ ready: true, reachable: true });
});

test('tellsSeveralChangesInOneGoOnce', async () => {
  const shop = createShop();
  const client = visit(shop);
  const heard = vi.fn();
  client.subscribe(heard);
  client.say('一');
  client.setOnline(false);
  await Promise.resolve();
  expect(heard).toHaveBeenCalledTimes(1);
  expect(heard.mock.calls[0]?.[0]).toBe(client.state);
});
