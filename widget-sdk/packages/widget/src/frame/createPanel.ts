import { isComposing } from '../compose/isComposing.js';
import { fitSheet } from '../page/fitSheet.js';
import { holdPage } from '../page/holdPage.js';

/** As in the styles. */
const SHEET = '(max-width: 519px), (max-height: 459px)';

export interface Panel {
  open(): void;
  close(): void;
  isOpen(): boolean;
  /** Over the whole screen, as on phones. */
  isSheet(): boolean;
}

/**
 * Opens and closes a panel: beside the page on wide screens; on phones a sheet over it, which holds the focus and the page
 * behind. `back` closes what is open inside and says whether something was; `onClosed` is told however it was closed.
 */
export function createPanel(panel: HTMLDialogElement, back: () => boolean, onClosed: () => void): Panel {
  const sheet = window.matchMedia(SHEET);
  let ends: (() => void)[] = [];
  let open = false;

  function close(): void {
    if (!open) return;
    open = false;
    ends.splice(0).forEach((end) => end());
    panel.close();
    onClosed();
  }

  // the browser's own ways out, such as a phone's back button
  panel.addEventListener('cancel', (event) => {
    event.preventDefault();
    if (!back()) close();
  });
  panel.addEventListener('close', () => panel.open || close());
  panel.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || isComposing(event)) return;
    event.preventDefault();
    event.stopPropagation();
    if (!back()) close();
  });

  return {
    open() {
      open = true;
      if (!sheet.matches) {
        panel.show();
        return;
      }
      panel.showModal();
      ends = [holdPage(), fitSheet(panel)];
      // not the field, or a keyboard would cover half of what was opened
      panel.focus();
    },
    close,
    isOpen: () => open,
    isSheet: () => sheet.matches,
  };
}
