import { expect, test } from 'vitest';
import { createEventParser } from '../src/createEventParser.js';

function parse(...slices: string[]): string[][] {
  const events: string[][] = [];
  const feed = createEventParser((...event) => events.push(event));
  slices.forEach(feed);
  return events;
}

test('readsTypeDataAndId', () => {
  expect(parse('id:7\nevent:mode\ndata:{"mode":"person"}\n\n')).toEqual([['mode', '{"mode":"person"}', '7']]);
});

test('isNotConfusedByWhereTheNetworkCutsTheText', () => {
  const text = 'id: 1\r\nevent: message\r\ndata: 第一\r\n\r\n: beat\r\n\r\nid: 2\r\nevent: message\r\ndata: x\r\n\r\n';
  const whole = parse(text);
  expect(whole.filter(([type]) => type)).toEqual([
    ['message', '第一', '1'],
    ['message', 'x', '2'],
  ]);
  expect(parse(...text)).toEqual(whole);
});

test('keepsLineSeparatorsThatAreNoLineEnds', () => {
  expect(parse('event:message\ndata:"a\u2028b"\n\n')).toEqual([['message', '"a\u2028b"', '']]);
});

test('doesNotTakeWhatTheDataSaysForAField', () => {
  expect(parse('event:message\ndata:{"text":"id: 9"}\nid:3\n\n')).toEqual([['message', '{"text":"id: 9"}', '3']]);
});

test('neverTellsAnEventTheStreamDidNotFinish', () => {
  expect(parse('event:message\ndata:half\n')).toEqual([]);
});
