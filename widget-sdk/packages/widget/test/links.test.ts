import { expect, test } from 'vitest';
import { handedOverIn } from '../src/chat/handedOverIn.js';
import { takeHandedOver } from '../src/chat/takeHandedOver.js';
import { widgetKeyOf } from '../src/chat/widgetKeyOf.js';
import { readOffset } from '../src/element/readOffset.js';
import { firstLetter } from '../src/log/firstLetter.js';
import { safeUrl } from '../src/log/safeUrl.js';

const HERE = 'https://chat.example/chat/k';

test('opensOnlyWebPages', () => {
  expect(safeUrl('https://shop.example/a?b=1', HERE)?.href).toBe('https://shop.example/a?b=1');
  expect(safeUrl('/orders', HERE)?.href).toBe('https://chat.example/orders');
  const odd = ['javascript:alert(1)', ' JAVASCRIPT:alert(1)', 'java\nscript:alert(1)', 'data:text/html,x', 'weixin://x', 'blob:https://x/y', '', null, 7];
  for (const url of odd) expect(safeUrl(url, HERE), String(url)).toBeNull();
});

test('readsWhatIsHandedOverInTheFragment', () => {
  expect(handedOverIn('#staff=ab%2Bc')).toEqual({ staffCode: 'ab+c', identity: null });
  expect(handedOverIn('#identity=a.b.c')).toEqual({ staffCode: null, identity: 'a.b.c' });
  expect(handedOverIn('#identity=a.b.c&staff=x')).toEqual({ staffCode: 'x', identity: 'a.b.c' });
  for (const nothing of ['#staff=', '#identity=%20', '#other', '']) {
    expect(handedOverIn(nothing), nothing).toEqual({ staffCode: null, identity: null });
  }
});

test('takesItOutOfTheAddress', () => {
  const replaced: unknown[] = [];
  const history = { state: null, replaceState: (_state: unknown, _title: string, url?: unknown) => replaced.push(url) };
  const location = { hash: '#staff=abc', pathname: '/chat/k', search: '?x=1' };
  expect(takeHandedOver(location, history).staffCode).toBe('abc');
  expect(replaced).toEqual(['/chat/k?x=1']);
  expect(takeHandedOver({ ...location, hash: '#identity=a.b.c' }, history).identity).toBe('a.b.c');
  takeHandedOver({ ...location, hash: '#else' }, history);
  expect(replaced).toHaveLength(2);
});

test('readsTheKeyFromThePath', () => {
  expect(widgetKeyOf('/chat/w_1')).toBe('w_1');
  expect(widgetKeyOf('/chat/a%20b/')).toBe('a b');
});

test('takesWhatAReaderTakesForOneLetter', () => {
  expect(firstLetter('  花间美妆')).toBe('花');
  expect(firstLetter('éclair')).toBe('É');
  expect(firstLetter('e\u0301clair')).toBe('E\u0301');
  expect(firstLetter('🌹 玫瑰')).toBe('🌹');
  expect(firstLetter('')).toBe('');
});

test('readsWhereAnotherChatLeavesRoom', () => {
  expect(readOffset('24 96')).toEqual({ x: 24, y: 96 });
  expect(readOffset('24')).toEqual({ x: 24, y: 20 });
  expect(readOffset('x;y')).toEqual({ x: 20, y: 20 });
  expect(readOffset(null)).toEqual({ x: 20, y: 20 });
});
