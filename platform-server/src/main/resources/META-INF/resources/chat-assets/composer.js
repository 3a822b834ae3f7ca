const MAX = 2000;
const NEAR = 1800;

/**
 * The field the shopper types in. It grows with its text, keeps a draft through `onDraft`, and never cuts text off: what is
 * too long stays, is counted, and cannot be sent yet.
 */
export function createComposer({ form, input, counter, button, onSend, onDraft }) {
  let words = null;

  function refresh() {
    const { length } = input.value;
    const tooLong = length > MAX;
    button.disabled = input.value.trim() === '' || tooLong;
    counter.classList.toggle('counter-over', tooLong);
    input.setAttribute('aria-invalid', String(tooLong));
    if (tooLong) counter.textContent = words('input.tooLong', { max: MAX, over: length - MAX });
    else counter.textContent = length >= NEAR ? `${length} / ${MAX}` : '';
    input.style.height = 'auto';
    input.style.height = `${input.scrollHeight}px`;
  }

  function submit() {
    if (button.disabled) return;
    const text = input.value.trim();
    setText('');
    onSend(text);
  }

  function setText(text) {
    input.value = text;
    onDraft(text);
    refresh();
  }

  input.addEventListener('input', () => {
    onDraft(input.value);
    refresh();
  });

  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || isComposing(event)) return;
    event.preventDefault();
    submit();
  });

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });

  keepKeyboardOpen(button);

  return {
    speak(newWords) {
      words = newWords;
      input.placeholder = words('input.placeholder');
      input.setAttribute('aria-label', words('input.label'));
      button.setAttribute('aria-label', words('input.send'));
      refresh();
    },

    /** Text to begin with, put before whatever is being typed. */
    prepend(text) {
      setText([text, input.value].filter((part) => part !== '').join('\n'));
    },

    focus() {
      input.focus();
    },
  };
}

/** Safari reports the Enter that ends a composition after it has ended; its key code is still 229. */
function isComposing(event) {
  return event.isComposing || event.keyCode === 229;
}

/** A press on the button must not take the focus from the field, or a phone's keyboard would close after each message. */
function keepKeyboardOpen(button) {
  button.addEventListener('pointerdown', (event) => event.preventDefault());
}
