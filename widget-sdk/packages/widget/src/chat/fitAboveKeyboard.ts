import { setProperties } from '../dom/setProperties.js';

/**
 * Safari on iPhones lays its keyboard over the page instead of shrinking it; the chat is then fitted into what is left, so that
 * the text field stays above the keyboard and the header in view.
 */
export function fitAboveKeyboard(place: HTMLElement): void {
  const viewport = window.visualViewport;
  viewport?.addEventListener('resize', () => {
    const covered = viewport.scale === 1 && window.innerHeight - viewport.height > 80;
    setProperties(place, { height: covered ? `${viewport.height}px` : null });
    if (covered) window.scrollTo(0, 0);
  });
}
