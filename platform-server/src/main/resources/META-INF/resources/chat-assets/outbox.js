const FIELD = 'outbox';

/**
 * Messages not yet acknowledged by the server, oldest first: {id, text, choiceId?, at, state: "pending" | "failed" |
 * "rejected"}. Each change reads what is stored first, since the same shop may be open in another tab.
 */
export function createOutbox(storage) {
  const read = () => {
    const items = storage.read(FIELD);
    return Array.isArray(items) ? items : [];
  };
  const change = (step) => storage.write(FIELD, step(read()));

  return {
    all: read,

    add(item) {
      change((items) => [...items, item]);
    },

    remove(id) {
      change((items) => items.filter((item) => item.id !== id));
    },

    mark(id, state) {
      change((items) => items.map((item) => (item.id === id ? { ...item, state } : item)));
    },

    nextPending() {
      return read().find((item) => item.state === 'pending') ?? null;
    },
  };
}
