import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toRows } from '../../main/resources/META-INF/resources/chat-assets/rows.js';
import { createStore } from '../../main/resources/META-INF/resources/chat-assets/store.js';

const reply = (id, text = id) => ({ id, kind: 'answer', text });
const item = (id, author = 'bot', text = id) => ({ id, author, kind: 'answer', text, at: '2026-03-01T10:00:00+08:00' });
const own = (id, text = id) => ({ id, text, at: 0, state: 'pending' });
const ids = (store) => store.messages.map((message) => message.id);

test('showsAReplyOnceWhetherThePostOrTheStreamBroughtItFirst', () => {
  const store = createStore();
  store.addOwn(own('a'));
  store.receive([item('r1')]);
  store.delivered('a', 'a', [reply('r1'), reply('r2')]);
  store.receive([item('r2')]);
  assert.deepEqual(ids(store), ['a', 'r1', 'r2']);
});

test('recognisesItsOwnMessageUnderTheServersId', () => {
  const store = createStore();
  store.addOwn(own('a', '你好'));
  store.receive([item('srv-1', 'shopper', '你好')]);
  assert.deepEqual(ids(store), ['a']);
  store.delivered('a', 'srv-1', []);
  store.receive([item('srv-1', 'shopper', '你好')]);
  assert.deepEqual(ids(store), ['a']);
});

test('showsWhatWasWrittenInAnotherTab', () => {
  const store = createStore();
  store.addOwn(own('a', '你好'));
  store.receive([item('x', 'shopper', '在吗')]);
  assert.deepEqual(ids(store), ['a', 'x']);
});

test('putsAMessageOfUnknownFateWhereTheHistoryHasIt', () => {
  const store = createStore();
  store.addOwn(own('a'));
  store.addOwn(own('b'));
  store.addHistory([item('old'), item('a', 'shopper'), item('ra')]);
  assert.deepEqual(ids(store), ['old', 'a', 'ra', 'b']);
  assert.equal(store.messages[1].state, 'sent');
});

test('putsItThereAlsoWhenTheServerCallsItByAnotherId', () => {
  const store = createStore();
  store.addOwn(own('a'));
  store.addHistory([item('srv-a', 'shopper', 'a'), item('ra')]);
  store.delivered('a', 'srv-a', [reply('ra')]);
  assert.deepEqual(ids(store), ['srv-a', 'ra']);
});

test('greetsOnlyOnce', () => {
  const store = createStore();
  store.set({ greeting: '亲，您好', ready: true });
  assert.deepEqual(ids(store), ['greeting']);
  store.addHistory([item('g', 'bot', '亲，您好'), item('q', 'shopper')]);
  assert.deepEqual(ids(store), ['g', 'q']);
});

test('stopsShowingDotsWhenTheReplyIsThere', () => {
  const store = createStore();
  store.addOwn(own('a'));
  store.set({ typing: true });
  store.receive([item('r1')]);
  assert.equal(store.state.typing, false);
});

test('survivesOddItems', () => {
  const store = createStore();
  store.receive([{ id: 1, text: null, choices: 'x', links: [null, { url: 7 }], at: 'never' }]);
  const [message] = store.messages;
  assert.deepEqual([message.id, message.text, message.choices, message.links], ['1', '', [], []]);
});

test('groupsByAuthorAndShowsATimeAfterAPause', () => {
  const minute = 60_000;
  const noon = new Date(2026, 2, 5, 12).getTime();
  const at = (id, author, time) => ({ id, author, at: time === null ? null : noon + time * minute });
  const rows = toRows([at('g', 'bot', null), at('a', 'shopper', 0), at('b', 'shopper', 1), at('c', 'bot', 1), at('d', 'bot', 6)]);
  assert.deepEqual(
    rows.map((row) => (row.type === 'time' ? 'time' : row.key + (row.first ? ' first' : '') + (row.last ? ' last' : ''))),
    ['g first last', 'time', 'a first', 'b last', 'c first last', 'time', 'd first last'],
  );
});
