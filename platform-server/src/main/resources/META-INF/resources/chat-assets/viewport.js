/**
 * Safari on iPhones lays its keyboard over the page instead of shrinking it; the page is then fitted into what is left, so
 * that the text field stays above the keyboard and the header in view.
 */
export function fitAboveKeyboard(root = document.documentElement) {
  const viewport = window.visualViewport;
  if (!viewport) return;
  viewport.addEventListener('resize', () => {
    const covered = viewport.scale === 1 && window.innerHeight - viewport.height > 80;
    if (covered) root.style.setProperty('--app-height', `${viewport.height}px`);
    else root.style.removeProperty('--app-height');
    if (covered) window.scrollTo(0, 0);
  });
}
