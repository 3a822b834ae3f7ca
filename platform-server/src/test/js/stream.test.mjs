import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createStream } from '../../main/resources/META-INF/resources/chat-assets/stream.js';

test('asksOnceAndNoMoreWhenTheShopRests', async () => {
  let asked = 0;
  const heard = await new Promise((resolve) => {
    createStream({
      async open() {
        asked += 1;
        return { error: { status: 403, code: 'suspended', detail: '', retryAfter: 0 } };
      },
      onEvent: () => assert.fail('nothing was said'),
      onConnected: () => assert.fail('there is no line'),
      onLost: () => assert.fail('it is not the line'),
      onGone: () => assert.fail('it is not gone'),
      onResting: resolve,
    }).start();
  });
  assert.equal(heard.code, 'suspended');
  assert.equal(asked, 1);
});
