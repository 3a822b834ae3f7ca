const PATIENCE = 8_000;

/**
 * Does `work` while no other tab does such work. A tab that never comes to an end, perhaps because it is frozen, is not waited
 * for; and where browsers have no locks, nobody is: what is sent twice under one id is stored once.
 */
export function inTurn(name: string, work: () => Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    let begun: Promise<void> | undefined;
    const begin = (): Promise<void> => (begun ??= work().then(resolve));
    const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
    if (locks === undefined) return void begin();
    setTimeout(begin, PATIENCE);
    locks.request(name, begin).catch(begin);
  });
}
