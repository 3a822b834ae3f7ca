// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { createComposer, type ComposerTools } from '../src/compose/createComposer.js';
import { createWords } from '../src/words/createWords.js';

function composer(part: Partial<ComposerTools> = {}) {
  const say = vi.fn();
  const onTyping = vi.fn();
  const made = createComposer({
    words: createWords('zh-CN'),
    draft: '',
    say,
    onTyping,
    upload: async () => ({ data: { id: 'i', width: 1, height: 1 } }),
    keep: vi.fn(),
    ...part,
  });
  document.body.replaceChildren(made.node);
  const input = made.node.querySelector('textarea');
  const send = made.node.querySelector<HTMLButtonElement>('#send');
  if (!input || !send) throw new Error('nothing to write in');
  const type = (text: string): void => {
    input.value = text;
    input.dispatchEvent(new Event('input'));
  };
  const press = (options: KeyboardEventInit): boolean => input.dispatchEvent(new KeyboardEvent('keydown', { cancelable: true, ...options }));
  return { ...made, say, onTyping, input, send, type, press };
}

test('sendsWithEnterAndEmptiesTheField', () => {
  const { say, input, type, press } = composer();
  type('  在吗 ');
  press({ key: 'Enter' });
  expect(say).toHaveBeenCalledExactlyOnceWith('在吗', []);
  expect(input.value).toBe('');
});

test('leavesTheEnterThatEndsACompositionAlone', () => {
  const { say, type, press } = composer();
  type('zai');
  press({ key: 'Enter', isComposing: true });
  press({ key: 'Enter', shiftKey: true });
  expect(say).not.toHaveBeenCalled();
});

test('sendsNothingWhereNothingIs', () => {
  const { say, send, type, press } = composer();
  type('   ');
  expect(send.disabled).toBe(true);
  press({ key: 'Enter' });
  expect(say).not.toHaveBeenCalled();
});

test('keepsWhatIsTooLongAndSaysHowMuch', () => {
  const { node, send, input, type } = composer();
  type('好'.repeat(2003));
  expect(send.disabled).toBe(true);
  expect(input.value).toHaveLength(2003);
  expect(node.querySelector('.counter')?.textContent).toContain('3');
});

test('beginsWithTheDraftAndPutsWhatIsTakenBackBeforeIt', () => {
  const { input, prepend, onTyping } = composer({ draft: '草稿' });
  expect(input.value).toBe('草稿');
  prepend('没发出去的');
  expect(input.value).toBe('没发出去的\n草稿');
  expect(onTyping).toHaveBeenLastCalledWith('没发出去的\n草稿');
});

test('putsAnEmojiWhereTheCaretIs', () => {
  const { node, input, type, back } = composer();
  type('好的');
  input.setSelectionRange(1, 1);
  node.querySelector<HTMLButtonElement>('[aria-label="表情"].tool')?.click();
  node.querySelector<HTMLButtonElement>('.emoji')?.click();
  expect(input.value).toBe('好😀的');
  expect(back()).toBe(true);
  expect(back()).toBe(false);
});
