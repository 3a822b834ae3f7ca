import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createClient } from '../src/createClient.js';
import { answer, createShop } from './createShop.js';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** The same luck each time. */
function luck(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

test.each([true, false])('everythingArrivesOnceAndInOrderHoweverBadTheLine (streams: %s)', async (streams) => {
  const random = luck(7);
  const shop = createShop({ streams });
  const drop = (): boolean => random() < 0.25;
  shop.instead = async () => {
    await new Promise((resolve) => setTimeout(resolve, random() * 400));
    if (drop()) return new Error('dropped');
    return drop() ? answer({}, 503) : undefined;
  };
  shop.onItsWay = () => (drop() ? new Error('cut') : undefined);
  const kept = new Map<string, string>();
  const backing = { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, value: string) => void kept.set(name, value) };
  const open = () => {
    const made = createClient({ widgetKey: 'k', transport: shop.transport, backing });
    void made.start();
    made.connect();
    return made;
  };

  let client = open();
  const said = Array.from({ length: 40 }, (_none, at) => `第${at}句`);
  for (const [at, text] of said.entries()) {
    client.say(text);
    if (random() < 0.3) shop.cutStreams();
    if (at % 5 === 4) shop.say('bot', `插话${at}`);
    await vi.advanceTimersByTimeAsync(random() * 3_000);
    if (at === 20) {
      client.stop();
      const [talk] = shop.talks;
      if (talk) shop.bySession = () => ({ conversation: { conversationId: talk.id, mode: 'bot', lastSeq: talk.stored.length } });
      client = open();
    }
  }
  shop.instead = () => undefined;
  shop.onItsWay = () => undefined;
  await vi.advanceTimersByTimeAsync(120_000);

  const stored = shop.talks.flatMap((talk) => talk.stored);
  expect(stored.filter(({ author }) => author === 'shopper').map(({ text }) => text)).toEqual(said);
  expect(client.state.messages.slice(1).map(({ text }) => text)).toEqual(stored.map(({ text }) => text));
  expect(client.state.messages.every(({ delivery }) => delivery === 'sent')).toBe(true);
  client.stop();
});
