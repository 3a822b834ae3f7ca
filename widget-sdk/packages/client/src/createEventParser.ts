export interface ServerEvent {
  readonly type: string;
  readonly data: string;
  readonly id: string;
}

/**
 * Reads a text/event-stream as the HTML standard defines it. Feed it decoded text in any slices; it calls `onEvent` for each
 * complete event. An event cut off by the end of the stream is never delivered.
 */
export function createEventParser(onEvent: (event: ServerEvent) => void): (text: string) => void {
  let buffer = '';
  let started = false;
  let type = '';
  let data: string[] = [];
  let id = '';

  function take(line: string): void {
    const [, field = '', value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
    if (line === '') {
      if (data.length > 0) onEvent({ type: type || 'message', data: data.join('\n'), id });
      type = '';
      data = [];
    } else if (field === 'event') type = value;
    else if (field === 'data') data.push(value);
    else if (field === 'id' && !value.includes('\0')) id = value;
  }

  return (text) => {
    buffer += text;
    if (!started && buffer !== '') {
      started = true;
      buffer = buffer.replace(/^\ufeff/, '');
    }
    // A carriage return at the very end may be half of a CRLF, so its line waits for the next slice.
    const lines = buffer.split(/\r\n|\n|\r(?!$)/);
    buffer = lines.pop() ?? '';
    lines.forEach(take);
  };
}
