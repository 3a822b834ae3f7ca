/**
 * Reads a text/event-stream as the server writes it, each event's data one line of JSON. Feed it decoded text in any slices; an
 * event cut off by the end of the stream is never told.
 */
export function createEventParser(onEvent: (type: string, data: string, id: string) => void): (text: string) => void {
  let buffer = '';

  return (text) => {
    const events = (buffer + text).split(/\r?\n\r?\n/);
    buffer = events.pop() ?? '';
    for (const event of events) {
      const field = (name: string): string => RegExp(`(^|\n)${name}: ?([^\r\n]*)`).exec(event)?.[2] ?? '';
      onEvent(field('event'), field('data'), field('id'));
    }
  };
}
