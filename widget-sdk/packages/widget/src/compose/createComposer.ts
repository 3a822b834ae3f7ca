import type { Client, Image } from '@xiaoer/client';
import type { Words } from '../words/Words.js';
import { attributes } from '../dom/attributes.js';
import { button } from '../dom/button.js';
import { el } from '../dom/el.js';
import { ICONS } from '../dom/ICONS.js';
import { setProperties } from '../dom/setProperties.js';
import { svg } from '../dom/svg.js';
import { createEmojiPicker } from './createEmojiPicker.js';
import { createTray, type Tray } from './createTray.js';
import { isComposing } from './isComposing.js';

const MAX = 2000;

export interface ComposerTools {
  readonly words: Words;
  readonly draft: string;
  say(text: string, images: Image[]): void;
  upload: Client['upload'];
  keep(id: string, picture: Blob): void;
  onTyping(text: string): void;
}

export interface Composer {
  readonly node: HTMLElement;
  /** Text to begin with, put before whatever is being typed. */
  prepend(text: string): void;
  readonly add: Tray['add'];
  focus(): void;
  /** Closes what is open inside; true when something was. */
  back(): boolean;
}

/**
 * What the shopper writes in. It grows with its text, keeps a draft, and never cuts text off: what is too long stays, is
 * counted, and cannot be sent yet.
 */
export function createComposer({ words, draft, say, upload, keep, onTyping }: ComposerTools): Composer {
  const counter = el('p', 'counter', { id: 'counter', role: 'status' });
  const input = el('textarea', 'input', {
    id: 'input',
    rows: 1,
    enterkeyhint: 'send',
    autocomplete: 'off',
    'aria-label': words('input'),
    placeholder: words('input'),
    'aria-describedby': 'counter',
    input: typed,
  });
  // a press on the button must not take the focus from the field, or a phone's keyboard would close after each message
  const keepFocus = (event: Event): void => event.preventDefault();
  const send = el('button', 'send', { id: 'send', 'aria-label': words('send'), pointerdown: keepFocus }, svg(ICONS.send));
  const picker = el('input', '', { type: 'file', accept: 'image/jpeg,image/png,image/gif', multiple: true, hidden: true, change: picked });
  const pick = button('tool', () => picker.click(), { 'aria-label': words('image') }, svg(ICONS.image));
  const emojis = createEmojiPicker(words, insert);
  const tray = createTray({
    words,
    upload,
    keep,
    tell(problem) {
      counter.textContent = words(problem);
    },
    onChange: refresh,
  });
  const field = el('div', 'field', {}, emojis.toggle, pick, input, send);
  const node = el('form', 'composer', { id: 'composer', submit }, emojis.node, tray.node, field, counter, picker);

  function refresh(): void {
    const images = tray.ready();
    const tooLong = input.value.length > MAX;
    send.disabled = tooLong || images === null || (input.value.trim() === '' && images.length === 0);
    attributes(input, { 'aria-invalid': String(tooLong) });
    setProperties(input, { height: 'auto' });
    if (input.scrollHeight > 0) setProperties(input, { height: `${input.scrollHeight}px` });
  }

  function typed(): void {
    const over = input.value.length - MAX;
    counter.textContent = over > 0 ? words('tooLong', over) : '';
    refresh();
    onTyping(input.value);
  }

  function setText(text: string): void {
    input.value = text;
    typed();
  }

  function insert(emoji: string): void {
    input.setRangeText(emoji, input.selectionStart, input.selectionEnd, 'end');
    typed();
  }

  function picked(): void {
    tray.add(picker.files);
    picker.value = '';
    input.focus();
  }

  function submit(event: Event): void {
    event.preventDefault();
    refresh();
    const images = tray.ready();
    if (send.disabled || images === null) return;
    const text = input.value.trim();
    tray.clear();
    emojis.close();
    setText('');
    say(text, images);
    input.focus();
  }

  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !isComposing(event)) submit(event);
  });
  input.addEventListener('paste', (event) => {
    if (tray.add(event.clipboardData?.files)) event.preventDefault();
  });
  input.value = draft;
  refresh();

  return {
    node,
    prepend(text) {
      setText([text, input.value].filter((part) => part !== '').join('\n'));
      input.focus();
    },
    add: tray.add,
    focus() {
      refresh();
      input.focus();
    },
    back: emojis.close,
  };
}
