import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstLetter } from '../../main/resources/META-INF/resources/chat-assets/avatar.js';
import { safeUrl } from '../../main/resources/META-INF/resources/chat-assets/safe-url.js';
import { customerOf, handedOverIn, takeHandedOver } from '../../main/resources/META-INF/resources/chat-assets/handed-over.js';

const HERE = 'https://chat.example/chat/k';

test('opensOnlyWebPages', () => {
  assert.equal(safeUrl('https://shop.example/a?b=1', HERE), 'https://shop.example/a?b=1');
  assert.equal(safeUrl('/orders', HERE), 'https://chat.example/orders');
  for (const odd of ['javascript:alert(1)', ' JAVASCRIPT:alert(1)', 'java\nscript:alert(1)', 'data:text/html,x', 'weixin://x', 'blob:https://x/y', '', null, 7]) {
    assert.equal(safeUrl(odd, HERE), null, String(odd));
  }
});

test('readsWhatIsHandedOverInTheFragment', () => {
  assert.deepEqual(handedOverIn('#staff=ab%2Bc'), { staffCode: 'ab+c', identity: null });
  assert.deepEqual(handedOverIn('#identity=a.b.c'), { staffCode: null, identity: 'a.b.c' });
  assert.deepEqual(handedOverIn('#identity=a.b.c&staff=x'), { staffCode: 'x', identity: 'a.b.c' });
  for (const nothing of ['#staff=', '#identity=%20', '#other', '']) {
    assert.deepEqual(handedOverIn(nothing), { staffCode: null, identity: null }, nothing);
  }
});

test('takesItOutOfTheAddress', () => {
  const replaced = [];
  const history = { state: null, replaceState: (_state, _title, url) => replaced.push(url) };
  const location = { hash: '#staff=abc', pathname: '/chat/k', search: '?x=1' };
  assert.equal(takeHandedOver(location, history).staffCode, 'abc');
  assert.deepEqual(replaced, ['/chat/k?x=1']);
  assert.equal(takeHandedOver({ ...location, hash: '#identity=a.b.c' }, history).identity, 'a.b.c');
  assert.equal(replaced.length, 2);
  takeHandedOver({ ...location, hash: '' }, history);
  assert.equal(replaced.length, 2);
});

test('tellsCustomersApartByTheirIdentity', () => {
  const signed = (claims) => `h.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.s`;
  assert.equal(customerOf(signed({ sub: '顾客-1?>' })), '顾客-1?>');
  assert.equal(customerOf(signed({ sub: 7 })), '7');
  assert.equal(customerOf(signed({})), null);
  assert.equal(customerOf('junk'), null);
});

test('doesNotCutALetterInTwo', () => {
  assert.equal(firstLetter(' 鲜果时光'), '鲜');
  assert.equal(firstLetter('👩‍🌾农家'), '👩‍🌾');
  assert.equal(firstLetter('apple'), 'A');
  assert.equal(firstLetter(''), '');
});
