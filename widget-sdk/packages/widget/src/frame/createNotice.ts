import type { State } from '@xiaoer/client';
import type { Words } from '../words/Words.js';
import { el } from '../dom/el.js';
import { setText } from '../dom/setText.js';
import { noticeOf } from './noticeOf.js';

export interface Notice {
  readonly node: HTMLElement;
  draw(state: State): void;
  /** Something that went wrong; until the shopper's next step. */
  tell(problem: string): void;
}

/** What the shopper should know now: trouble, or how the wait for a person goes. */
export function createNotice(words: Words): Notice {
  const title = el('b', '');
  const text = el('p', '');
  const node = el('div', 'notice', { id: 'notice', role: 'status', hidden: true }, title, text);
  let told = '';

  return {
    node,
    tell(problem) {
      told = problem;
    },
    draw(state) {
      const [first, second] = noticeOf(state, told, words);
      node.hidden = first === '';
      setText(title, first);
      setText(text, second);
    },
  };
}
