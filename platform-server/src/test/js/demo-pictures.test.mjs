import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { cutout, drawn, isDrawn, picture } from '../../main/resources/META-INF/resources/demo/art/pictures.js';
import { shelve, windowOf } from '../../main/resources/META-INF/resources/demo/decor.js';

const FILES = { huayang: 'beauty', yunduo: 'cloud', shanye: 'fresh-food' };

function records(slug, kind) {
  const file = new URL(`../../main/resources/io/xiaoer/onboarding/demo/${FILES[slug]}-records.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')).filter((record) => record.kind === kind);
}

const skus = (slug) => records(slug, 'products').map((product) => product.id);

test('drawsEverythingTheDemoShopsSell', () => {
  const sold = Object.keys(FILES).flatMap(skus);
  assert.deepEqual(sold.filter((sku) => !isDrawn(sku)), []);
  assert.deepEqual(drawn().filter((sku) => !sold.includes(sku)), [], 'drawn, but sold by nobody');
});

test('drawsAParcelForWhatNobodyHasDrawn', () => {
  assert.match(picture('something-new'), /^<svg /);
  assert.equal(isDrawn('toString'), false);
});

test('drawsWithShapesOnlySoThatAStrictPageShowsThem', () => {
  for (const sku of drawn()) {
    for (const svg of [picture(sku), cutout(sku)]) {
      assert.doesNotMatch(svg, /undefined|NaN|style=|<style|<image|href=|<script| on[a-z]+=/, sku);
      assert.deepEqual(unclosed(svg), [], sku);
    }
  }
});

test('definesEachShadeOnceOnAPage', () => {
  const ids = drawn().flatMap((sku) => [...(picture(sku) + cutout(sku)).matchAll(/ id="([^"]+)"/g)].map((found) => found[1]));
  assert.equal(new Set(ids).size, ids.length);
});

test('putsInTheWindowOnlyWhatTheShopSells', () => {
  for (const slug of Object.keys(FILES)) {
    const decor = windowOf(slug);
    assert.deepEqual([...decor.show, decor.lead, ...decor.first].filter((sku) => !skus(slug).includes(sku)), [], slug);
  }
});

test('shelvesPreSalesAndWhatIsSoldOutLast', () => {
  const goods = [{ sku: 'gone', stock: 0 }, { sku: 'later', stock: 0, presaleShipAt: '2026-12-01T00:00:00Z' }, { sku: 'other', stock: 3 }, { sku: 'mask-ha', stock: 3 }];
  assert.deepEqual(shelve(goods, 'huayang').map((product) => product.sku), ['mask-ha', 'other', 'later', 'gone']);
});

test('sumsUpOrdersAndAsksOnlyForWhatTheShopSells', () => {
  for (const slug of Object.keys(FILES)) {
    const customers = records(slug, 'customers').map((customer) => customer.id);
    for (const { id, data } of records(slug, 'orders')) {
      assert.deepEqual(data.lines.filter((line) => !skus(slug).includes(line.sku)), [], id);
      const sum = data.lines.reduce((all, line) => all + line.quantity * Number(line.price), 0);
      assert.ok(Number(data.total) <= sum + 0.001 && Number(data.total) > sum * 0.8, id);
      assert.ok(customers.includes(data.customerId), id);
    }
  }
});

/** The tags that are open at the end, and those that close nothing. */
function unclosed(svg) {
  const open = [];
  for (const [, slash, name, , self] of svg.matchAll(/<(\/?)([a-zA-Z]+)((?:[^>"]|"[^"]*")*?)(\/?)>/g)) {
    if (self) continue;
    if (!slash) open.push(name);
    else if (open.at(-1) === name) open.pop();
    else open.push(`/${name}`);
  }
  return open;
}
