/** Who a visitor of the demo is in a shop: one of its shoppers, or nobody (an empty text). The first shopper, until they choose. */
export function createVisitor(slug, shoppers, keep, asked) {
  const name = `xiaoer-demo-shopper-${slug}`;
  const known = (id) => id === '' || shoppers.some((shopper) => shopper.id === id);
  if (asked !== null && known(asked)) keep.write(name, asked);
  const kept = keep.read(name);
  return {
    id: kept !== null && known(kept) ? kept : (shoppers[0]?.id ?? ''),
    become: (id) => keep.write(name, id),
  };
}
