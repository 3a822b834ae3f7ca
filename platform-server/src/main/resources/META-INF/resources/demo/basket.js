export const MOST_OF_ONE = 99;
const MOST_LINES = 50;

/** A shop's cart as the browser keeps it: skus and quantities, no prices. */
export function createBasket(slug, keep) {
  const name = `xiaoer-demo-cart-${slug}`;
  const listeners = [];
  let lines = read();

  function read() {
    try {
      const kept = JSON.parse(keep.read(name) ?? '[]');
      return (Array.isArray(kept) ? kept : []).filter(isLine).slice(0, MOST_LINES);
    } catch {
      return [];
    }
  }

  function change(fresh) {
    lines = fresh;
    keep.write(name, JSON.stringify(lines));
    listeners.forEach((listener) => listener(lines));
  }

  return {
    lines: () => lines,
    count: () => lines.reduce((sum, line) => sum + line.quantity, 0),
    add(sku, quantity = 1) {
      const old = lines.find((line) => line.sku === sku);
      if (old) this.set(sku, old.quantity + quantity);
      else if (lines.length < MOST_LINES) change([...lines, { sku, quantity: Math.min(quantity, MOST_OF_ONE) }]);
    },
    set(sku, quantity) {
      const fair = Math.min(Math.max(1, Math.trunc(quantity) || 1), MOST_OF_ONE);
      change(lines.map((line) => (line.sku === sku ? { sku, quantity: fair } : line)));
    },
    remove(sku) {
      change(lines.filter((line) => line.sku !== sku));
    },
    onChange: (listener) => listeners.push(listener),
  };
}

function isLine(line) {
  return typeof line?.sku === 'string' && Number.isInteger(line.quantity) && line.quantity >= 1 && line.quantity <= MOST_OF_ONE;
}
