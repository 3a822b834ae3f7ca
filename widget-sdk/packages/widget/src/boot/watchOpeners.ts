/** Any element with `data-xiaoer-open` opens the chat, whenever it came onto the page; a link among them leads nowhere else. */
export function watchOpeners(open: () => void): void {
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || event.target.closest('[data-xiaoer-open]') === null) return;
    event.preventDefault();
    open();
  });
}
