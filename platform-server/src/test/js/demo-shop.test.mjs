import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLinks, readAddress } from '../../main/resources/META-INF/resources/demo/address.js';
import { createBasket } from '../../main/resources/META-INF/resources/demo/basket.js';
import { inkOn } from '../../main/resources/META-INF/resources/demo/colours.js';
import { START_WORDS } from '../../main/resources/META-INF/resources/demo/index-words.js';
import { createKeep } from '../../main/resources/META-INF/resources/demo/keep.js';
import { promisesOf } from '../../main/resources/META-INF/resources/demo/promises.js';
import { createVisitor } from '../../main/resources/META-INF/resources/demo/visitor.js';
import { WORDS, createWords, price, zhe } from '../../main/resources/META-INF/resources/demo/words.js';

function storage() {
  const kept = new Map();
  return { getItem: (name) => kept.get(name) ?? null, setItem: (name, value) => kept.set(name, value), removeItem: (name) => kept.delete(name) };
}

const blocked = () => {
  throw new Error('blocked');
};

test('saysTheSameInBothLanguages', () => {
  for (const bundles of [WORDS, START_WORDS]) {
    assert.deepEqual(Object.keys(bundles.en).sort(), Object.keys(bundles['zh-CN']).sort());
    for (const key of Object.keys(bundles.en)) {
      const parts = (text) => [...text.matchAll(/\{\w+\}/g)].map((found) => found[0]).sort();
      assert.deepEqual(parts(bundles.en[key]), parts(bundles['zh-CN'][key]), key);
    }
  }
});

test('refusesWordsThereAreNot', () => {
  assert.throws(() => createWords('en')('no.such'), /no\.such/);
});

test('readsWhereItIs', () => {
  const read = (path) => {
    const [pathname, search = ''] = path.split('?');
    return readAddress({ pathname, search });
  };
  assert.deepEqual(read('/demo/shop/huayang'), { slug: 'huayang', page: 'home', sku: null, lang: null, as: null });
  assert.deepEqual(read('/demo/shop/huayang/product/a%2Fb?lang=en'), { slug: 'huayang', page: 'product', sku: 'a/b', lang: 'en', as: null });
  assert.equal(read('/demo/shop/huayang/mine?as=').as, '');
  assert.equal(read('/demo/shop/huayang?lang=fr').lang, null);
  assert.equal(read('/demo/shop/huayang/product/%E0%A4%A').sku, '%E0%A4%A');
});

test('keepsTheLanguageInItsLinks', () => {
  assert.equal(createLinks('huayang').cart, '/demo/shop/huayang/cart');
  assert.equal(createLinks('huayang', { lang: 'en', as: '' }).product('a/b'), '/demo/shop/huayang/product/a%2Fb?lang=en&as=');
});

test('keepsTheCartFromPageToPage', () => {
  const keep = createKeep(storage);
  const open = storage();
  const first = createBasket('huayang', createKeep(() => open));
  first.add('mask-ha', 2);
  first.add('mask-ha');
  first.add('toner');
  first.remove('toner');
  assert.deepEqual(createBasket('huayang', createKeep(() => open)).lines(), [{ sku: 'mask-ha', quantity: 3 }]);
  assert.deepEqual(createBasket('yunduo', keep).lines(), [], 'each shop has its own');
});

test('keepsQuantitiesWithinReason', () => {
  const basket = createBasket('huayang', createKeep(storage));
  basket.add('toner', 500);
  assert.equal(basket.count(), 99);
  for (const odd of [0, -3, NaN]) {
    basket.set('toner', odd);
    assert.equal(basket.count(), 1, String(odd));
  }
});

test('startsEmptyWhereTheBrowserKeptNonsense', () => {
  for (const nonsense of ['{', '7', '[{"sku":1,"quantity":1},{"sku":"a","quantity":0},null]']) {
    const kept = storage();
    kept.setItem('xiaoer-demo-cart-huayang', nonsense);
    assert.deepEqual(createBasket('huayang', createKeep(() => kept)).lines(), [], nonsense);
  }
});

test('worksForOnePageWhereStorageIsBlocked', () => {
  const keep = createKeep(blocked);
  const basket = createBasket('huayang', keep);
  basket.add('toner');
  assert.equal(keep.lasts, false);
  assert.equal(basket.count(), 1);
});

test('isTheFirstShopperUntilSomebodyElseIsChosen', () => {
  const shoppers = [{ id: 'lin' }, { id: 'wang' }];
  const keep = createKeep(storage);
  assert.equal(createVisitor('huayang', shoppers, keep, null).id, 'lin');
  assert.equal(createVisitor('huayang', shoppers, keep, 'wang').id, 'wang');
  assert.equal(createVisitor('huayang', shoppers, keep, null).id, 'wang');
  assert.equal(createVisitor('huayang', shoppers, keep, 'stranger').id, 'wang');
  createVisitor('huayang', shoppers, keep, null).become('');
  assert.equal(createVisitor('huayang', shoppers, keep, null).id, '', 'nobody is a choice');
  assert.equal(createVisitor('empty', [], createKeep(storage), null).id, '');
});

test('promisesNothingWithoutARule', () => {
  assert.deepEqual(promisesOf([], createWords('zh-CN')), []);
});

test('promisesWhatTheRulesSay', () => {
  const rules = [
    { type: 'shipping_fee', params: { fee: '10.00', freeOver: '99.00', remoteRegions: [] } },
    { type: 'threshold_promotion', params: { tiers: [{ over: '199.00', off: '20.50' }, { over: '299.00', off: '40.00' }], excludeCategories: [] } },
    { type: 'return', params: { windowDays: 0, requireUnopened: true, excludeCategories: [] } },
  ];
  assert.deepEqual(promisesOf(rules, createWords('zh-CN')).map(({ title, text }) => [title, text]), [
    ['满 199 减 20.50', '满 299 减 40'],
    ['满 99 元包邮', '不满的收 10 元运费'],
  ]);
});

test('writesPricesAndDiscountsAsShopsDo', () => {
  assert.deepEqual(price('59.90'), { whole: '59', cents: '.90' });
  assert.deepEqual(price('129.00'), { whole: '129', cents: '' });
  assert.deepEqual([10, 12, 5, 50].map(zhe), ['9', '8.8', '9.5', '5']);
});

test('choosesAnInkThatCanBeRead', () => {
  assert.equal(inkOn('#d6336c'), '#ffffff');
  assert.equal(inkOn('#ffd400'), '#1d1a19');
});
