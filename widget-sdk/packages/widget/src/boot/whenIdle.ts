/** Calls back when the page has loaded and has nothing better to do. */
export function whenIdle(callback: () => void): void {
  // Safari has no such thing
  const idle = (): unknown => (window.requestIdleCallback ?? setTimeout)(callback);
  if (document.readyState === 'complete') idle();
  else window.addEventListener('load', idle);
}
