import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstLetter } from '../../main/resources/META-INF/resources/chat-assets/avatar.js';
import { safeUrl } from '../../main/resources/META-INF/resources/chat-assets/safe-url.js';
import { staffCodeOf, takeStaffCode } from '../../main/resources/META-INF/resources/chat-assets/staff-link.js';

const HERE = 'https://chat.example/chat/k';

test('opensOnlyWebPages', () => {
  assert.equal(safeUrl('https://shop.example/a?b=1', HERE), 'https://shop.example/a?b=1');
  assert.equal(safeUrl('/orders', HERE), 'https://chat.example/orders');
  for (const odd of ['javascript:alert(1)', ' JAVASCRIPT:alert(1)', 'java\nscript:alert(1)', 'data:text/html,x', 'weixin://x', 'blob:https://x/y', '', null, 7]) {
    assert.equal(safeUrl(odd, HERE), null, String(odd));
  }
});

test('readsTheStaffCodeFromTheFragment', () => {
  assert.equal(staffCodeOf('#staff=ab%2Bc'), 'ab+c');
  assert.equal(staffCodeOf('#staff='), null);
  assert.equal(staffCodeOf('#other'), null);
  assert.equal(staffCodeOf(''), null);
});

test('takesTheStaffCodeOutOfTheAddress', () => {
  const replaced = [];
  const history = { state: null, replaceState: (_state, _title, url) => replaced.push(url) };
  const location = { hash: '#staff=abc', pathname: '/chat/k', search: '?x=1' };
  assert.equal(takeStaffCode(location, history), 'abc');
  assert.deepEqual(replaced, ['/chat/k?x=1']);
  assert.equal(takeStaffCode({ ...location, hash: '' }, history), null);
  assert.equal(replaced.length, 1);
});

test('doesNotCutALetterInTwo', () => {
  assert.equal(firstLetter(' 鲜果时光'), '鲜');
  assert.equal(firstLetter('👩‍🌾农家'), '👩‍🌾');
  assert.equal(firstLetter('apple'), 'A');
  assert.equal(firstLetter(''), '');
});
