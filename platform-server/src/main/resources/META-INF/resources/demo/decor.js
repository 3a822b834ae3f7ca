/** What a shop's window says and shows beside what the shop's data tell; a shop without one has a plain window. */
const WINDOWS = {
  huayang: {
    show: ['serum-vc', 'cream-cera', 'lip-303'],
    lead: 'winter-box',
    first: ['mask-ha', 'serum-vc', 'lip-peach', 'cream-cera', 'cushion', 'toner', 'sunscreen', 'cleanser'],
    'zh-CN': { eyebrow: '冬日焕新季', title: '把好气色，\n留给这个冬天', text: '从补水到妆容，一次配齐。拿不准选哪款，随时问小二。' },
    en: { eyebrow: 'Winter renewal', title: 'Keep your glow\nall winter long', text: 'From hydration to colour, all in one place. Not sure? Just ask our clerk.' },
  },
  yunduo: {
    show: ['cloud-cream', 'cloud-foam', 'cloud-serum'],
    lead: 'cloud-cream',
    first: ['cloud-cream', 'cloud-foam', 'cloud-toner', 'cloud-mask'],
    'zh-CN': { eyebrow: '敏感肌的日常', title: '少一点，\n轻一点，刚刚好', text: '配方做减法，皮肤少负担。八款单品，够用就好。' },
    en: { eyebrow: 'Everyday care', title: 'Less, lighter,\njust right', text: 'Short formulas that are easy on the skin. Eight products, nothing more.' },
  },
  shanye: {
    show: ['cherry', 'crab', 'grape'],
    lead: 'cherry',
    first: ['cherry', 'grape', 'orange', 'blueberry', 'beef', 'salmon', 'milk', 'egg'],
    'zh-CN': { eyebrow: '产地直采 · 冷链到家', title: '山里的、海里的，\n趁新鲜', text: '当季现采，次日就在路上。收到有坏果，拍照就赔。' },
    en: { eyebrow: 'From the source, chilled all the way', title: 'From hills and sea,\nwhile it’s fresh', text: 'Picked in season and on its way the next day. Anything spoilt is on us.' },
  },
};

const PLAIN = { show: [], lead: null, first: [], 'zh-CN': { eyebrow: '欢迎光临', title: '慢慢逛', text: '' }, en: { eyebrow: 'Welcome', title: 'Take your time', text: '' } };

export const windowOf = (slug) => (Object.hasOwn(WINDOWS, slug) ? WINDOWS[slug] : PLAIN);

/** Goods in the order of the shelf: what the window names first, then what can be bought, pre-sales, and what is sold out. */
export function shelve(products, slug) {
  const first = windowOf(slug).first;
  const rank = (product) => {
    if (isSoldOut(product)) return 3000;
    if (product.presaleShipAt) return 2000;
    const at = first.indexOf(product.sku);
    return at < 0 ? 1000 : at;
  };
  return [...products].sort((a, b) => rank(a) - rank(b));
}

export const isSoldOut = (product) => product.stock === 0 && !product.presaleShipAt;
export const canBuy = (product) => product.price !== null && product.price !== undefined && !isSoldOut(product);
