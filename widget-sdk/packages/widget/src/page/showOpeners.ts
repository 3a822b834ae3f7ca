/** The page's own buttons are there where the shop wants the chat, and not where it does not. */
export function showOpeners(shown: boolean): void {
  document.querySelectorAll<HTMLElement>('[data-xiaoer-open]').forEach((opener) => {
    opener.hidden = !shown;
  });
}
