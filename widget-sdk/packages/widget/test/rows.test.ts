import { expect, test } from 'vitest';
import type { Message } from '@xiaoer/client';
import { toRows } from '../src/log/toRows.js';
import { messageOf } from './messageOf.js';

const MINUTE = 60_000;
const NOON = new Date(2026, 2, 5, 12).getTime();

function at(id: string, author: Message['author'], minute: number | null, agent: string | null = null): Message {
  return messageOf({ id, author, agent, at: minute === null ? null : NOON + minute * MINUTE });
}

/** A line for each message: `-` for a time above it, `<` for the first of a run. */
function describe(messages: readonly Message[]): string[] {
  return toRows(messages).map(({ message, time, first }) => `${time === null ? '' : '-'}${first ? '<' : ''}${message.id}`);
}

test('groupsByAuthorAndShowsATimeAfterAPause', () => {
  const rows = describe([at('a', 'bot', null), at('b', 'shopper', 0), at('c', 'shopper', 1), at('d', 'bot', 1), at('e', 'bot', 7)]);
  expect(rows).toEqual(['<a', '-<b', 'c', '<d', '-<e']);
});

test('keepsTwoPeopleApart', () => {
  expect(describe([at('a', 'person', null, '小王'), at('b', 'person', null, '小李')])).toEqual(['<a', '<b']);
});

test('showsTheNewDay', () => {
  const late = messageOf({ id: 'a', at: new Date(2026, 2, 5, 23, 59).getTime() });
  const early = messageOf({ id: 'b', at: new Date(2026, 2, 6, 0, 1).getTime() });
  expect(describe([late, early])).toEqual(['-<a', '-<b']);
});
