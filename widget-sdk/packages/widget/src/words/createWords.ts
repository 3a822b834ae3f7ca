import type { Locale } from './Locale.js';
import type { Words } from './Words.js';
import { TEXTS } from './TEXTS.js';

export function createWords(locale: Locale): Words {
  return (key, part = '') => TEXTS[key][locale === 'en' ? 1 : 0].replace('{}', () => String(part));
}
