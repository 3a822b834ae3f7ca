import { createLinks, readAddress } from './address.js';
import { readShop, readShopper } from './api.js';
import { createBasket } from './basket.js';
import { drawCart } from './cart.js';
import { paint } from './colours.js';
import { h } from './dom.js';
import { createFrame, lost } from './frame.js';
import { drawHome } from './home.js';
import { createKeep } from './keep.js';
import { drawMine } from './mine.js';
import { drawProduct } from './product.js';
import { createVisitor } from './visitor.js';
import { embedChat } from './widget.js';
import { createWords } from './words.js';

const PAGES = { home: drawHome, product: drawProduct, cart: drawCart, mine: drawMine };
const KINDS = { product: 'product', cart: 'cart', mine: 'mine' };
const MISSING = 404;

const app = document.getElementById('app');
const address = readAddress(location);

function show(...parts) {
  app.replaceChildren(...parts);
  app.removeAttribute('aria-busy');
}

function showFailure(error) {
  const words = createWords(address.lang ?? 'zh-CN');
  paint(document.documentElement, null);
  document.title = words(error === MISSING ? 'missing.shop' : 'failed');
  const start = h('a', { class: 'button', href: '/demo' }, words('back.start'));
  const again = h('button', { class: 'button', type: 'button', onclick: () => location.reload() }, words('failed.again'));
  show(error === MISSING ? lost('nothing', words('missing.shop'), words('missing.shopText'), start) : lost('nothing', words('failed'), words('failedText'), again));
}

async function open() {
  const answer = await readShop(address.slug);
  if (answer.error !== undefined) {
    showFailure(answer.error);
    return;
  }
  const shop = answer.data;
  const lang = address.lang ?? (shop.locale.startsWith('en') ? 'en' : 'zh-CN');
  document.documentElement.lang = lang;
  paint(document.documentElement, shop.theme.primaryColor);
  document.documentElement.dataset.shop = shop.slug;

  const words = createWords(lang, shop.timeZone);
  const keep = createKeep();
  const visitor = createVisitor(shop.slug, shop.shoppers, keep, address.as);
  const links = createLinks(shop.slug, { lang: address.lang, as: keep.lasts ? null : visitor.id });
  const basket = createBasket(shop.slug, keep);
  const known = visitor.id ? await readShopper(shop.slug, visitor.id) : {};
  const signed = known.data ?? null;
  const identity = signed?.identity ?? null;
  const chat = embedChat({ widgetKey: shop.widgetKey, kind: KINDS[address.page] ?? 'other', sku: address.sku, identity, locale: lang });

  /** Comes back to this page as somebody else. */
  function stay(id) {
    visitor.become(id);
    const query = new URLSearchParams(location.search);
    if (keep.lasts) query.delete('as');
    else query.set('as', id);
    if (String(query) === location.search.slice(1)) location.reload();
    else location.search = String(query);
  }

  const scene = { shop, words, links, basket, visitor, signed, chat, stay, sku: address.sku };
  const frame = createFrame({ ...scene, page: address.page });
  const draw = PAGES[address.page];
  const page = draw ? draw(scene) : lost('nothing', words('missing.page'), words('missing.pageText'), h('a', { class: 'button', href: links.home }, words('back.shop')));
  show(frame.note, frame.head, h('main', { id: 'main' }, page), frame.foot, frame.bar);
}

open();
