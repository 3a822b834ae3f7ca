import { parseJson } from './parseJson.js';
import type { OpenChannel } from './types.js';

/** Notes to the other tabs: over a BroadcastChannel, else by what the browser tells of changes in storage, else not at all. */
export const openChannel: OpenChannel = (name, onNote) => {
  try {
    if (typeof BroadcastChannel !== 'undefined') {
      const channel = new BroadcastChannel(name);
      channel.onmessage = ({ data }) => onNote(data);
      return { post: (note) => channel.postMessage(note), close: () => channel.close() };
    }
    const hear = ({ key, newValue }: StorageEvent): void => {
      if (key === name && newValue !== null) onNote(parseJson(newValue));
    };
    addEventListener('storage', hear);
    return {
      post(note) {
        try {
          localStorage.setItem(name, JSON.stringify(note));
          localStorage.removeItem(name);
        } catch {
          // blocked storage tells nobody
        }
      },
      close: () => removeEventListener('storage', hear),
    };
  } catch {
    return { post() {}, close() {} };
  }
};
