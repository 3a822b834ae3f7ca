import assert from 'node:assert/strict';
import { test } from 'node:test';
import { atLeast, contrast, parseHex, textOn, toHex } from '../../main/resources/META-INF/resources/chat-assets/contrast.js';
import { brandColours } from '../../main/resources/META-INF/resources/chat-assets/theme.js';

const CUBE = [];
for (let red = 0; red < 256; red += 17) {
  for (let green = 0; green < 256; green += 17) {
    for (let blue = 0; blue < 256; blue += 17) CUBE.push([red, green, blue]);
  }
}

test('measuresContrastAsWcagDoes', () => {
  assert.equal(contrast([0, 0, 0], [255, 255, 255]), 21);
  assert.equal(contrast([255, 255, 255], [255, 255, 255]), 1);
  assert.equal(contrast(parseHex('#767676'), [255, 255, 255]).toFixed(2), '4.54');
});

test('readsShortAndLongHexColours', () => {
  assert.deepEqual(parseHex('#f60'), [255, 102, 0]);
  assert.deepEqual(parseHex(' #FF6600 '), [255, 102, 0]);
  assert.equal(toHex([255, 102, 0]), '#ff6600');
});

test('refusesAnythingThatIsNotAHexColour', () => {
  for (const odd of ['red', '#ff', '#12345', '#ggg', 'url(x)', '#fff;background:url(x)', '', null, undefined, 7]) {
    assert.equal(parseHex(odd), null, String(odd));
  }
});

test('choosesWhiteOnDarkAndDarkOnLight', () => {
  assert.deepEqual(textOn(parseHex('#1f4e8c')), [255, 255, 255]);
  assert.deepEqual(textOn(parseHex('#ffd400')), [26, 26, 26]);
});

test('isReadableOnEveryColourAShopMayPick', () => {
  const unreadable = CUBE.filter((colour) => contrast(textOn(colour), colour) < 4.5);
  assert.deepEqual(unreadable, []);
});

test('movesAColourOnlyAsFarAsNeeded', () => {
  assert.deepEqual(atLeast([0, 0, 0], [255, 255, 255], 4.5), [0, 0, 0]);
  const moved = contrast(atLeast(parseHex('#ffcc00'), [255, 255, 255], 4.5), [255, 255, 255]);
  assert.ok(moved >= 4.5 && moved < 5.2, String(moved));
});

test('keepsEveryTextOfAThemeReadableByDayAndByNight', () => {
  const grounds = { light: ['#ffffff', '#f7f4ef'], dark: ['#24221f', '#171614'] };
  for (const [scheme, [surface, canvas]] of Object.entries(grounds)) {
    for (const colour of CUBE) {
      const theme = brandColours(toHex(colour), scheme);
      const against = (ink, ground) => contrast(parseHex(ink), parseHex(ground));
      const context = `${toHex(colour)} ${scheme}`;
      assert.ok(against(theme['--on-brand'], theme['--brand']) >= 4.5, `bubble ${context}`);
      assert.ok(against(theme['--brand-ink'], theme['--brand-soft']) >= 4.5, `link ${context}`);
      assert.ok(against(theme['--brand-ink'], surface) >= 4.5, `choice ${context}`);
      assert.ok(against(theme['--brand'], canvas) >= 1.29, `outline ${context}`);
    }
  }
});

test('fallsBackToItsOwnColourWhenTheThemeHasNone', () => {
  assert.equal(brandColours(undefined, 'light')['--brand'], '#c2512f');
  assert.equal(brandColours('javascript:1', 'light')['--brand'], '#c2512f');
});
