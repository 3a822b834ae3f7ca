import { plain } from './words.js';

const SHOWN_REGIONS = 4;

/** What a shop promises, as its rules in force say: [{icon, title, text}]. A rule it has not is no promise. */
export function promisesOf(rules, words) {
  const first = (type) => rules.find((rule) => rule.type === type)?.params;
  const told = [];
  const say = (icon, title, text = '') => told.push({ icon, title, text });

  const promotion = first('threshold_promotion');
  if (promotion) {
    const [lowest, ...more] = promotion.tiers.map((tier) => words('promise.promotion', { over: plain(tier.over), off: plain(tier.off) }));
    say('ticket', lowest, more.join(' · '));
  }
  const shipping = first('shipping_fee');
  if (shipping) {
    const fee = plain(shipping.fee);
    if (Number(shipping.fee) === 0) say('truck', words('promise.shippingFree'));
    else if (shipping.freeOver) say('truck', words('promise.shipping', { over: plain(shipping.freeOver) }), words('promise.shippingText', { fee }));
    else say('truck', words('promise.shippingFee', { fee }));
  }
  const delivery = first('delivery_promise');
  if (delivery) {
    const regions = words.list(delivery.regions.slice(0, SHOWN_REGIONS)) + (delivery.regions.length > SHOWN_REGIONS ? '…' : '');
    say(
      delivery.coldChain ? 'snow' : 'truck',
      words(delivery.coldChain ? 'promise.cold' : 'promise.deliver', { hours: delivery.hours }),
      delivery.regions.length > 0 ? words('promise.coldText', { regions }) : '',
    );
  }
  const claim = first('fresh_claim');
  if (claim) say('shield', words('promise.fresh', { hours: claim.withinHours }), words('promise.freshText'));
  const dispatch = first('dispatch');
  if (dispatch) {
    say('clock', words('promise.dispatch', { hours: dispatch.withinHours }), dispatch.cutOff ? words('promise.dispatchText', { time: dispatch.cutOff }) : '');
  }
  const back = first('return');
  if (back && back.windowDays > 0) {
    const except = back.excludeCategories.length > 0 ? words('promise.excluded', { categories: words.list(back.excludeCategories.slice(0, SHOWN_REGIONS)) }) : '';
    say('back', words('promise.return', { days: back.windowDays }), except || words(back.requireUnopened ? 'promise.returnText' : 'promise.returnPlain'));
  }
  const allergy = first('allergy_return');
  if (allergy) say('shield', words('promise.allergy', { days: allergy.windowDays }), words('promise.allergyText'));
  const protection = first('price_protection');
  if (protection) say('ticket', words('promise.protect', { days: protection.days }), words('promise.protectText'));
  const gift = first('new_customer_gift');
  if (gift) say('gift', words('promise.gift', { gift: gift.gift }), gift.how);
  return told;
}

/** Whether a rule names a product's category among those it leaves out. */
export const leavesOut = (params, product) => (params?.excludeCategories ?? []).includes(product.category);
