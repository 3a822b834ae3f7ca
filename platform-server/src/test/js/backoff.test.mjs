import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPause, isTemporary, parseRetryAfter, retryDelay } from '../../main/resources/META-INF/resources/chat-assets/backoff.js';

test('waitsLongerAfterEachTryUpToHalfAMinute', () => {
  const delays = [0, 1, 2, 3, 4, 5, 6, 100].map((attempt) => retryDelay(attempt, 0, () => 1));
  assert.deepEqual(delays, [800, 1600, 3200, 6400, 12800, 25600, 30000, 30000]);
});

test('spreadsRetriesSoThatPagesDoNotComeBackTogether', () => {
  assert.equal(retryDelay(2, 0, () => 0), 2400);
  assert.equal(retryDelay(2, 0, () => 1), 3200);
});

test('neverComesBackSoonerThanAsked', () => {
  assert.equal(retryDelay(0, 7000, () => 1), 7000);
  assert.equal(retryDelay(5, 7000, () => 1), 25600);
});

test('triesAgainOnlyWhatMayWorkUnchanged', () => {
  for (const status of [0, 408, 429, 500, 502, 503, 504]) assert.ok(isTemporary({ status }), String(status));
  for (const status of [400, 401, 403, 404, 409, 413, 422]) assert.ok(!isTemporary({ status }), String(status));
});

test('readsRetryAfterAsSecondsOrDate', () => {
  const now = Date.parse('2026-03-01T00:00:00Z');
  assert.equal(parseRetryAfter('3', now), 3000);
  assert.equal(parseRetryAfter('Sun, 01 Mar 2026 00:00:05 GMT', now), 5000);
  assert.equal(parseRetryAfter('Sat, 28 Feb 2026 00:00:00 GMT', now), 0);
  assert.equal(parseRetryAfter('soon', now), 0);
  assert.equal(parseRetryAfter(null, now), 0);
});

test('cutsAPauseShortWhenTheNetworkIsBack', async () => {
  const pause = createPause();
  const waiting = pause.wait(60_000);
  pause.end();
  await waiting;
});
