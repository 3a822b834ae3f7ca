import type { Refusal } from '@xiaoer/client';
import type { Locale } from '../words/Locale.js';
import { setText } from '../dom/setText.js';
import { REFUSALS } from './REFUSALS.js';

/** Replaces the chat with one friendly page that says why there is none. */
export function showRefusal(refusal: Refusal, locale: Locale, reload: () => void): void {
  const { title, text, action } = REFUSALS[refusal];
  const language = locale === 'en' ? 1 : 0;
  const part = (id: string): HTMLElement | null => document.getElementById(id);
  const fill = (id: string, words: string): void => {
    const node = part(id);
    if (node) setText(node, words);
  };
  fill('page-title', title[language]);
  fill('page-text', text[language]);
  fill('page-action', action?.[language] ?? '');
  document.title = title[language];
  document.documentElement.lang = locale;
  part('chat')?.remove();
  const page = part('page');
  const button = part('page-action');
  if (page) page.hidden = false;
  if (button) {
    button.hidden = action === null;
    button.onclick = reload;
  }
  part('page-title')?.focus();
}
