/**
 * Reads a text/event-stream as the HTML standard defines it. Feed it decoded text in any slices; it calls `onEvent` with
 * {type, data, id} for each complete event. An event cut off by the end of the stream is never delivered.
 */
export function createSseParser(onEvent) {
  let buffer = '';
  let started = false;
  let type = '';
  let data = [];
  let lastEventId = '';

  function take(line) {
    if (line === '') return dispatch();
    const colon = line.indexOf(':');
    if (colon === 0) return undefined;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') type = value;
    else if (field === 'data') data.push(value);
    else if (field === 'id' && !value.includes('\0')) lastEventId = value;
    return undefined;
  }

  function dispatch() {
    const event = { type: type || 'message', data: data.join('\n'), id: lastEventId };
    const hasData = data.length > 0;
    type = '';
    data = [];
    if (hasData) onEvent(event);
  }

  return function feed(text) {
    buffer += text;
    if (!started && buffer.length > 0) {
      started = true;
      if (buffer.charCodeAt(0) === 0xfeff) buffer = buffer.slice(1);
    }
    let from = 0;
    for (;;) {
      const end = nextLineEnd(buffer, from);
      if (end === null) break;
      take(buffer.slice(from, end.at));
      from = end.next;
    }
    buffer = buffer.slice(from);
  };
}

/** A carriage return at the very end may be half of a CRLF, so the line waits for the next slice. */
function nextLineEnd(text, from) {
  for (let at = from; at < text.length; at += 1) {
    const char = text[at];
    if (char === '\n') return { at, next: at + 1 };
    if (char === '\r') {
      if (at + 1 === text.length) return null;
      return { at, next: text[at + 1] === '\n' ? at + 2 : at + 1 };
    }
  }
  return null;
}
