const NEAR_THE_END = 80;

export interface Scroll {
  toEnd(): void;
  /** What is below has grown, by something new or not. */
  grown(news: boolean): void;
}

/** Keeps the end of the log in view while the reader is there, and offers a button to it while they read further up. */
export function createScroll(scroller: HTMLElement, jump: HTMLElement): Scroll {
  let following = true;

  function toEnd(): void {
    scroller.scrollTop = scroller.scrollHeight;
    following = true;
    jump.hidden = true;
  }

  function grown(news: boolean): void {
    if (following) toEnd();
    else if (news) jump.hidden = false;
  }

  scroller.addEventListener('scroll', () => {
    following = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_THE_END;
    if (following) jump.hidden = true;
  });
  jump.addEventListener('click', toEnd);
  new ResizeObserver(() => grown(false)).observe(scroller);
  return { toEnd, grown };
}
