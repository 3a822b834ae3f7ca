/** Names of the files this code is built into, as stacks show them. */
const OURS = /xiaoer-(widget|chat)/;

/** Reports what goes wrong in the widget's own code, and nothing of the page's. Gives what ends it. */
export function watchErrors(report: (error: unknown) => void): () => void {
  const check = (event: Event): void => {
    const error: unknown = event instanceof ErrorEvent ? event.error : event instanceof PromiseRejectionEvent && event.reason;
    if (error instanceof Error && OURS.test(error.stack ?? '')) report(error);
  };
  const events = ['error', 'unhandledrejection'];
  events.forEach((name) => window.addEventListener(name, check));
  return () => events.forEach((name) => window.removeEventListener(name, check));
}
