import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSseParser } from '../../main/resources/META-INF/resources/chat-assets/sse.js';

function parse(...slices) {
  const events = [];
  const feed = createSseParser((event) => events.push(event));
  slices.forEach(feed);
  return events;
}

test('readsTypeDataAndId', () => {
  assert.deepEqual(parse('id: 7\nevent: mode\ndata: {"mode":"person"}\n\n'), [{ type: 'mode', data: '{"mode":"person"}', id: '7' }]);
});

test('isNotConfusedByWhereTheNetworkCutsTheText', () => {
  const text = '\ufeffid: 1\r\nevent: message\r\ndata: 第一\r\ndata: 第二\r\n\r\n: beat\r\n\r\nid: 2\r\ndata: x\r\n\r\n';
  const whole = parse(text);
  assert.deepEqual(whole, [
    { type: 'message', data: '第一\n第二', id: '1' },
    { type: 'message', data: 'x', id: '2' },
  ]);
  assert.deepEqual(parse(...text), whole);
});

test('acceptsEveryLineEndingOfTheStandard', () => {
  assert.deepEqual(parse('data: a\r\rdata: b\n\ndata: c\r\n\r\n').map((event) => event.data), ['a', 'b', 'c']);
});

test('keepsTheLastIdForEventsWithoutOne', () => {
  assert.deepEqual(parse('id: 9\ndata: a\n\ndata: b\n\n').map((event) => event.id), ['9', '9']);
});

test('ignoresCommentsUnknownFieldsAndEventsWithoutData', () => {
  assert.deepEqual(parse(': hello\n\nretry: 100\n\nevent: typing\n\nnonsense\n\n'), []);
});

test('doesNotCarryATypeOverToTheNextEvent', () => {
  assert.deepEqual(parse('event: mode\n\ndata: a\n\n').map((event) => event.type), ['message']);
});

test('takesOnlyOneSpaceAfterTheColon', () => {
  assert.deepEqual(parse('data:  a\n\ndata:b\n\n').map((event) => event.data), [' a', 'b']);
});

test('neverDeliversAnEventTheStreamDidNotFinish', () => {
  assert.deepEqual(parse('data: half'), []);
  assert.deepEqual(parse('data: half\n'), []);
});

test('refusesAnIdWithANullCharacter', () => {
  assert.equal(parse('id: 1\ndata: a\n\nid: 2\0\ndata: b\n\n')[1].id, '1');
});
