/** A browser's storage, or a stand-in for this page where there is none. */
export function createKeep(open = () => window.localStorage) {
  const memory = new Map();
  let storage = null;
  try {
    storage = open();
    storage.setItem('xiaoer-demo', '1');
    storage.removeItem('xiaoer-demo');
  } catch {
    storage = null;
  }
  return {
    lasts: storage !== null,
    read(name) {
      try {
        return storage ? storage.getItem(name) : (memory.get(name) ?? null);
      } catch {
        return memory.get(name) ?? null;
      }
    },
    write(name, value) {
      memory.set(name, value);
      try {
        storage?.setItem(name, value);
      } catch {
        // full: it lasts as long as the page
      }
    },
  };
}
