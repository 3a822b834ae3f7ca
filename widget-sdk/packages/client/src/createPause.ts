export interface Pause {
  wait(milliseconds: number): Promise<void>;
  /** Ends every wait there is. */
  cutShort(): void;
}

/** Waits that can be cut short, for when the network comes back. */
export function createPause(): Pause {
  const waiting = new Set<() => void>();
  return {
    wait: (milliseconds) =>
      new Promise((resolve) => {
        const end = (): void => {
          clearTimeout(timer);
          waiting.delete(end);
          resolve();
        };
        const timer = setTimeout(end, milliseconds);
        waiting.add(end);
      }),
    cutShort: () => waiting.forEach((end) => end()),
  };
}
