export interface Memory {
  read(): string;
  write(text: string): void;
}

/** What the shopper was about to say, kept on the device; where storage is blocked, it is not. */
export function createMemory(widgetKey: string): Memory {
  const name = `xiaoer.draft.${widgetKey}`;
  return {
    read() {
      try {
        return localStorage.getItem(name) ?? '';
      } catch {
        return '';
      }
    },
    write(text) {
      try {
        localStorage.setItem(name, text);
      } catch {
        // a convenience
      }
    },
  };
}
