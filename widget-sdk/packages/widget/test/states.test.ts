import { expect, test } from 'vitest';
import { noticeOf } from '../src/frame/noticeOf.js';
import { statusOf } from '../src/frame/statusOf.js';
import { placed } from '../src/page/placed.js';
import { createWords } from '../src/words/createWords.js';
import type { Session } from '@xiaoer/client';

const words = createWords('zh-CN');
const there = { online: true, reachable: true, ready: true, officeHours: null };

test('tellsTheShopperTheirPlaceInLine', () => {
  expect(noticeOf({ ...there, mode: 'waiting', place: 3, officeHours: null }, '', words)[1]).toContain('前面还有 2 位');
  expect(noticeOf({ ...there, mode: 'waiting', place: 1, officeHours: null }, '', words)[1]).toContain('马上轮到你');
  expect(noticeOf({ ...there, mode: 'bot', place: null, officeHours: null }, '', words)).toEqual(['', '']);
});

test('tellsTheShopperWhenSomebodyWillBeThere', () => {
  const hours = { open: false, text: '每天 9:00–22:00 在线' };
  expect(noticeOf({ ...there, mode: 'waiting', place: 1, officeHours: hours }, '', words)).toEqual(['客服现在不在线', hours.text]);
  expect(noticeOf({ ...there, mode: 'waiting', place: 1, officeHours: { open: false, text: '' } }, '', words)[1]).toContain('留言');
});

test('saysHowThingsStand', () => {
  expect(statusOf({ ...there, mode: 'bot' })).toBe('online');
  expect(statusOf({ ...there, mode: 'person' })).toBe('person');
  expect(statusOf({ ...there, mode: 'closed' })).toBe('closed');
  expect(statusOf({ ...there, mode: 'bot', ready: false })).toBe('connecting');
  expect(statusOf({ ...there, mode: 'waiting' })).toBe('waiting');
  expect(statusOf({ ...there, mode: 'waiting', ready: false })).toBe('waiting');
  expect(statusOf({ ...there, mode: 'waiting', officeHours: { open: false, text: '' } })).toBe('offline');
  expect(statusOf({ ...there, mode: 'person', online: false })).toBe('offline');
});

test('standsOnlyWhereTheShopWantsIt', () => {
  const session = { placement: { product: true, cart: false, mine: false } } satisfies Partial<Session>;
  const full: Session = {
    theme: { primaryColor: null, avatarUrl: null, title: '', locale: '', radius: 'soft', position: 'right', launcher: 'bubble', scheme: 'auto' },
    greeting: '',
    mode: 'bot',
    staff: false,
    conversation: null,
    officeHours: null,
    ...session,
  };
  expect([placed(full, 'product'), placed(full, 'cart'), placed(full, 'mine'), placed(full, 'other')]).toEqual([true, false, false, true]);
  expect(placed(null, 'product')).toBe(false);
});

test('tellsOfTroubleFirst', () => {
  const waiting: Parameters<typeof noticeOf>[0] = { ...there, mode: 'waiting', place: 1 };
  expect(noticeOf(waiting, '没有成功', words)[0]).toBe('没有成功');
  expect(noticeOf({ ...waiting, online: false }, '', words)[0]).toContain('网络已断开');
  expect(noticeOf({ ...waiting, reachable: false }, '', words)[0]).toContain('重试');
});
