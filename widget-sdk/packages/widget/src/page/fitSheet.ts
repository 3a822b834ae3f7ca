import { setProperties } from '../dom/setProperties.js';

/**
 * Keeps the sheet of a phone above the keyboard: Safari lays its keyboard over the page instead of shrinking it, and moves the
 * page under it. Gives what ends it.
 */
export function fitSheet(panel: HTMLElement): () => void {
  const viewport = window.visualViewport;
  if (viewport === null || viewport === undefined) return () => undefined;
  const fit = (): void => {
    if (viewport.scale > 1.01) return;
    setProperties(panel, { '--at': `${viewport.offsetTop}px`, '--height': `${viewport.height}px` });
  };
  viewport.addEventListener('resize', fit);
  viewport.addEventListener('scroll', fit);
  fit();
  return () => {
    viewport.removeEventListener('resize', fit);
    viewport.removeEventListener('scroll', fit);
    setProperties(panel, { '--at': null, '--height': null });
  };
}
