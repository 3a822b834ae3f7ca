import type { Words } from '../words/Words.js';
import { el } from '../dom/el.js';

/** A line to say more in, hidden at first. */
export function createComment(words: Words, onSubmit: (comment: string) => void): { form: HTMLFormElement; input: HTMLInputElement } {
  const input = el('input', 'line', { maxlength: 500, 'aria-label': words('more'), placeholder: words('more') });
  const submit = (event: Event): void => {
    event.preventDefault();
    onSubmit(input.value.trim());
  };
  return { input, form: el('form', 'comment', { hidden: true, submit }, input, el('button', 'action', {}, words('send'))) };
}
