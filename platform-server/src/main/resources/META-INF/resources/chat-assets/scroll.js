const NEAR_THE_END = 80;

/**
 * Keeps the end of the log in view while the reader is there, and offers a button to it while they read further up.
 */
export function createScroll({ scroller, jump }) {
  let following = true;

  const atEnd = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_THE_END;

  function toEnd(behavior = 'auto') {
    scroller.scrollTo({ top: scroller.scrollHeight, behavior });
    following = true;
    jump.hidden = true;
  }

  scroller.addEventListener('scroll', () => {
    following = atEnd();
    if (following) jump.hidden = true;
  }, { passive: true });
  jump.addEventListener('click', () => toEnd('smooth'));
  new ResizeObserver(() => following && toEnd()).observe(scroller);

  return {
    toEnd,

    /** Something was added below. */
    grown() {
      if (following) toEnd();
      else jump.hidden = false;
    },

    /** Something below changed its height without being news. */
    settled() {
      if (following) toEnd();
    },
  };
}
