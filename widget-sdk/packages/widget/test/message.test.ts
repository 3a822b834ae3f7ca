// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import type { LogTools } from '../src/log/LogTools.js';
import { createMessageNode } from '../src/log/createMessageNode.js';
import { createWords } from '../src/words/createWords.js';
import { messageOf } from './messageOf.js';

function tools(part: Partial<LogTools> = {}): LogTools {
  return {
    words: createWords('zh-CN'),
    locale: 'zh-CN',
    avatar: () => document.createElement('span'),
    choose: vi.fn(),
    retry: vi.fn(),
    takeBack: vi.fn(),
    judge: vi.fn(),
    picture: async () => null,
    enlarge: vi.fn(),
    ...part,
  };
}

test('neverTurnsWhatWasSaidIntoHtml', () => {
  const odd = '<img src=x onerror="alert(1)"><b>x</b>';
  const { node } = createMessageNode(
    messageOf({
      text: odd,
      choices: [{ id: 'a', label: odd }],
      links: [{ label: odd, url: 'https://shop.example' }],
      cards: [{ kind: 'order', id: odd, title: odd, text: odd, status: odd }],
    }),
    tools(),
  );
  expect(node.querySelectorAll('img')).toHaveLength(0);
  expect(node.querySelector('.bubble')?.lastChild?.textContent).toBe(odd);
  expect(node.querySelector('.choice')?.textContent).toContain(odd);
});

test('leavesOutLinksThatAreNoWebPages', () => {
  const { node } = createMessageNode(messageOf({ text: 'x', links: [{ label: '查看', url: 'javascript:alert(1)' }] }), tools());
  expect(node.querySelector('a')).toBeNull();
});

test('offersToSendAgainWhatDidNotArrive', () => {
  const retry = vi.fn();
  const message = messageOf({ author: 'shopper', text: '在吗', delivery: 'pending' });
  const { node, update } = createMessageNode(message, tools({ retry }));
  update(message, true, '');
  expect(node.querySelector('.delivery')?.textContent).toBe('发送中');
  update({ ...message, delivery: 'failed' }, true, '');
  node.querySelector<HTMLButtonElement>('button.delivery')?.click();
  expect(retry).toHaveBeenCalledOnce();
  update({ ...message, delivery: 'sent' }, true, '');
  expect(node.querySelector('.delivery')).toBeNull();
});

test('asksWhatWasWrongAfterAThumbDown', () => {
  const judge = vi.fn();
  const { node, update } = createMessageNode(messageOf({ id: 'r', text: '答' }), tools({ judge }));
  const [up, down] = node.querySelectorAll<HTMLButtonElement>('.thumb');
  const form = node.querySelector('form');
  expect(form?.hidden).toBe(true);
  down?.click();
  expect(judge).toHaveBeenLastCalledWith('r', false);
  expect(form?.hidden).toBe(false);
  update(messageOf({ id: 'r', helpful: false }), true, '');
  expect([up?.getAttribute('aria-pressed'), down?.getAttribute('aria-pressed')]).toEqual(['false', 'true']);
  const comment = node.querySelector('input');
  if (comment) comment.value = ' 不是这个意思 ';
  form?.dispatchEvent(new Event('submit', { cancelable: true }));
  expect(judge).toHaveBeenLastCalledWith('r', false, '不是这个意思');
});

test('judgesOnlyAnswersOfTheBot', () => {
  expect(createMessageNode(messageOf({ kind: 'choices', text: '哪一种？' }), tools()).node.querySelector('.thumbs')).toBeNull();
  expect(createMessageNode(messageOf({ author: 'person', kind: 'person', text: '好' }), tools()).node.querySelector('.thumbs')).toBeNull();
});

test('namesThePersonWhoAnswers', () => {
  const { node } = createMessageNode(messageOf({ author: 'person', kind: 'person', text: '好', agent: '小王' }), tools());
  expect(node.querySelector('.name')?.textContent).toBe('小王');
});
