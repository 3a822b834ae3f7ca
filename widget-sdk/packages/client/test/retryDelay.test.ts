import { expect, test, vi } from 'vitest';
import { isTemporary } from '../src/isTemporary.js';
import { retryDelay } from '../src/retryDelay.js';

test('waitsLongerAfterEachTryUpToHalfAMinute', () => {
  vi.spyOn(Math, 'random').mockReturnValue(1);
  expect([0, 1, 2, 3, 4, 5, 6, 2000].map((attempt) => retryDelay(attempt, 0))).toEqual([800, 1600, 3200, 6400, 12800, 25600, 30000, 30000]);
});

test('spreadsRetriesSoThatPagesDoNotComeBackTogether', () => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
  expect(retryDelay(2, 0)).toBe(2400);
});

test('neverComesBackSoonerThanAsked', () => {
  expect(retryDelay(0, 7000)).toBe(7000);
});

test('triesAgainOnlyWhatMayWorkUnchanged', () => {
  for (const status of [0, 408, 429, 500, 502, 503, 504]) expect(isTemporary({ status })).toBe(true);
  for (const status of [400, 401, 403, 404, 409, 413, 422]) expect(isTemporary({ status })).toBe(false);
});
