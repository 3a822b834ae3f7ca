import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { BUNDLES, createWords, pickLocale } from '../../main/resources/META-INF/resources/chat-assets/i18n.js';
import { timeLabel } from '../../main/resources/META-INF/resources/chat-assets/time.js';

const ASSETS = new URL('../../main/resources/META-INF/resources/chat-assets/', import.meta.url);

test('saysTheSameThingsInEveryLanguage', () => {
  const [first, ...others] = Object.values(BUNDLES).map((bundle) => Object.keys(bundle).sort());
  others.forEach((keys) => assert.deepEqual(keys, first));
});

test('fillsInTheSamePartsInEveryLanguage', () => {
  const parts = (text) => (text.match(/\{\w+\}/g) ?? []).sort();
  for (const key of Object.keys(BUNDLES['zh-CN'])) {
    assert.deepEqual(parts(BUNDLES.en[key]), parts(BUNDLES['zh-CN'][key]), key);
  }
});

test('hasWordsForEveryKeyThePageUses', () => {
  const scripts = readdirSync(ASSETS).filter((name) => name.endsWith('.js') && name !== 'i18n.js');
  const sources = scripts.map((name) => readFileSync(new URL(name, ASSETS), 'utf8')).join('\n');
  const used = sources.match(/'(?:title|status|badge|log|input|send|banner|page|time)\.[A-Za-z.]+'/g) ?? [];
  assert.ok(used.length > 15, 'no keys found: has the way words are looked up changed?');
  used.forEach((quoted) => assert.ok(quoted.slice(1, -1) in BUNDLES['zh-CN'], quoted));
});

test('takesTheFirstLanguageItKnows', () => {
  assert.equal(pickLocale(['en', 'zh-CN']), 'en');
  assert.equal(pickLocale([undefined, 'zh-Hant-TW']), 'zh-CN');
  assert.equal(pickLocale(['fr-FR', 'en-GB']), 'en');
  assert.equal(pickLocale(['fr']), 'zh-CN');
  assert.equal(pickLocale([]), 'zh-CN');
});

test('fillsInNamedParts', () => {
  assert.equal(createWords('zh-CN')('input.tooLong', { max: 2000, over: 3 }), '最多 2000 字，已超出 3 字');
  assert.throws(() => createWords('en')('no.such.key'));
});

test('writesTimesAsPeopleDoInAChat', () => {
  const words = createWords('zh-CN');
  const now = new Date(2026, 2, 5, 12, 0).getTime();
  const label = (...parts) => timeLabel(new Date(...parts).getTime(), now, 'zh-CN', words);
  assert.equal(label(2026, 2, 5, 0, 5), '00:05');
  assert.equal(label(2026, 2, 4, 23, 59), '昨天 23:59');
  assert.equal(label(2026, 2, 3, 9, 30), '3月3日 09:30');
  assert.equal(label(2025, 11, 31, 9, 30), '2025年12月31日 09:30');
});
