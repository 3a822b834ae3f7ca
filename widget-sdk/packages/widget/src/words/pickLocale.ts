import type { Locale } from './Locale.js';

/** The first of the wished-for languages there are words in; Chinese when there is none. */
export function pickLocale(wishes: readonly unknown[]): Locale {
  for (const wish of wishes) {
    if (typeof wish !== 'string') continue;
    if (/^zh\b/i.test(wish)) return 'zh-CN';
    if (/^en\b/i.test(wish)) return 'en';
  }
  return 'zh-CN';
}
