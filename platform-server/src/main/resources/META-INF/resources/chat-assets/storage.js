/**
 * What the page remembers about one shop, as JSON under that shop's own names, so that two shops never share a visitor.
 * When the browser blocks or has filled its storage, values live in memory for as long as the page is open.
 */
export function createStorage(widgetKey, backing = browserStorage) {
  const memory = new Map();
  const name = (field) => `xiaoer.chat.${widgetKey}.${field}`;

  return {
    read(field) {
      if (memory.has(field)) return memory.get(field);
      try {
        const text = backing().getItem(name(field));
        return text === null ? null : JSON.parse(text);
      } catch {
        return null;
      }
    },

    write(field, value) {
      try {
        backing().setItem(name(field), JSON.stringify(value));
        memory.delete(field);
      } catch {
        memory.set(field, value);
      }
    },

    remove(field) {
      memory.delete(field);
      try {
        backing().removeItem(name(field));
      } catch {
        memory.set(field, null);
      }
    },
  };
}

/** Reading window.localStorage itself throws where storage is blocked, so it is only touched inside a try. */
function browserStorage() {
  return window.localStorage;
}
