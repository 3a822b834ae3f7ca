import { expect, test } from 'vitest';
import { TEXTS } from '../src/words/TEXTS.js';
import { createWords } from '../src/words/createWords.js';
import { pickLocale } from '../src/words/pickLocale.js';
import { timeLabel } from '../src/log/timeLabel.js';

test('hasTheSameGapsInBothLanguages', () => {
  for (const [key, [chinese, english]] of Object.entries(TEXTS)) {
    expect(chinese.split('{}').length, key).toBe(english.split('{}').length);
    expect(chinese, key).not.toBe('');
    expect(english, key).not.toMatch(/[\u4e00-\u9fff]/);
  }
});

test('takesTheFirstLanguageItKnows', () => {
  expect(pickLocale(['en', 'zh-CN'])).toBe('en');
  expect(pickLocale([null, 'zh-Hant-TW'])).toBe('zh-CN');
  expect(pickLocale(['fr-FR', 'en-GB'])).toBe('en');
  expect(pickLocale(['fr'])).toBe('zh-CN');
  expect(pickLocale([])).toBe('zh-CN');
});

test('fillsTheGapWithWhateverItIsGiven', () => {
  expect(createWords('zh-CN')('ahead', 2)).toContain('前面还有 2 位');
  expect(createWords('en')('order', '$&')).toBe('Order $&');
});

test('writesTimesAsPeopleDo', () => {
  const now = new Date(2026, 2, 5, 12).getTime();
  expect(timeLabel(new Date(2026, 2, 5, 9, 5).getTime(), now, 'zh-CN')).toBe('09:05');
  expect(timeLabel(new Date(2026, 1, 1, 8).getTime(), now, 'zh-CN')).toBe('2026年2月1日 08:00');
  expect(timeLabel(new Date(2026, 1, 1, 18).getTime(), now, 'en')).toBe('Feb 1, 2026, 18:00');
});
