import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createOutbox } from '../../main/resources/META-INF/resources/chat-assets/outbox.js';
import { createSender } from '../../main/resources/META-INF/resources/chat-assets/sender.js';
import { createStorage } from '../../main/resources/META-INF/resources/chat-assets/storage.js';

const DOWN = { error: { status: 0, retryAfter: 0 } };
const OK = { data: { messageId: 'm', replies: [] } };
const refused = (status, retryAfter = 0) => ({ error: { status, retryAfter } });

function blockedStorage() {
  throw new Error('SecurityError');
}

function sending(answers, storage = createStorage('shop', blockedStorage)) {
  const outbox = createOutbox(storage);
  const seen = { delivered: [], states: [], tried: [], waits: [] };
  const sender = createSender({
    outbox,
    deliver: async (item) => {
      seen.tried.push(item.id);
      return answers.shift() ?? OK;
    },
    onBusy() {},
    onChange: (item, state) => seen.states.push([item.id, state]),
    onDelivered: (item) => seen.delivered.push(item.id),
    pause: { wait: async (time) => seen.waits.push(time), end() {} },
    delay: (attempt, retryAfter) => Math.max(attempt + 1, retryAfter),
  });
  const write = (id) => outbox.add({ id, text: id, at: 0, state: 'pending' });
  return { outbox, sender, seen, write };
}

test('sendsInOrderAndForgetsWhatHasArrived', async () => {
  const { outbox, sender, seen, write } = sending([]);
  write('a');
  write('b');
  await sender.drain();
  assert.deepEqual(seen.delivered, ['a', 'b']);
  assert.deepEqual(outbox.all(), []);
});

test('retriesUnderTheSameIdUntilItArrives', async () => {
  const { sender, seen, write } = sending([DOWN, refused(503), refused(429, 5000), OK]);
  write('a');
  await sender.drain();
  assert.deepEqual(seen.tried, ['a', 'a', 'a', 'a']);
  assert.deepEqual(seen.waits, [1, 2, 5000]);
  assert.deepEqual(seen.delivered, ['a']);
});

test('keepsEverythingWaitingWhenTheServerStaysAway', async () => {
  const { outbox, sender, seen, write } = sending([DOWN, DOWN, DOWN, DOWN, DOWN]);
  write('a');
  write('b');
  await sender.drain();
  assert.deepEqual(seen.states, [['a', 'failed'], ['b', 'failed']]);
  assert.deepEqual(outbox.all().map((item) => item.text), ['a', 'b']);
});

test('doesNotMakeTheShopperWaitOutALongRetryAfter', async () => {
  const { sender, seen, write } = sending([refused(429, 60_000)]);
  write('a');
  await sender.drain();
  assert.deepEqual(seen.tried, ['a']);
  assert.deepEqual(seen.states, [['a', 'failed']]);
});

test('sendsFailedMessagesAgainInTheirOrder', async () => {
  const { sender, seen, write } = sending([DOWN, DOWN, DOWN, DOWN, DOWN]);
  write('a');
  write('b');
  await sender.drain();
  await sender.retryFailed();
  assert.deepEqual(seen.delivered, ['a', 'b']);
});

test('setsARefusedMessageAsideAndGoesOn', async () => {
  const { outbox, sender, seen, write } = sending([refused(400)]);
  write('a');
  write('b');
  await sender.drain();
  assert.deepEqual(seen.states, [['a', 'rejected']]);
  assert.deepEqual(seen.delivered, ['b']);
  assert.deepEqual(outbox.all().map((item) => item.id), ['a']);
});

test('keepsAMessageTheServerDidNotLetIn', async () => {
  const { outbox, sender, write } = sending([refused(403)]);
  write('a');
  await sender.drain();
  assert.equal(outbox.all()[0].state, 'failed');
});

test('survivesAReload', () => {
  const disk = new Map();
  const backing = () => ({
    getItem: (name) => disk.get(name) ?? null,
    setItem: (name, value) => disk.set(name, value),
    removeItem: (name) => disk.delete(name),
  });
  sending([], createStorage('shop', backing)).write('a');
  assert.equal(createOutbox(createStorage('shop', backing)).all()[0].text, 'a');
  assert.deepEqual(createOutbox(createStorage('other-shop', backing)).all(), []);
});
