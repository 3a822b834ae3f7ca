export interface ServerEvent {
  readonly type: string;
  readonly data: string;
  readonly id: string;
}

/**
 * Reads a text/event-stream. Feed it decoded text in any slices; it calls `onEvent` for each complete event. An event cut off
 * by the end of the stream is never delivered.
 */
export function createEventParser(onEvent: (event: ServerEvent) => void): (text: string) => void {
  let buffer = '';

  return (text) => {
    const events = (buffer + text).split(/\r?\n\r?\n/);
    buffer = events.pop() ?? '';
    for (const event of events) {
      const field = (name: string): string =>
        Array.from(event.matchAll(new RegExp(`^${name}: ?(.*?)\r?$`, 'gm')), ([, value]) => value).join('\n');
      const data = field('data');
      if (data) onEvent({ type: field('event'), data, id: field('id') });
    }
  };
}
