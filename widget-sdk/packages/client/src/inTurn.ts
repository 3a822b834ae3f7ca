/**
 * Does `work` while no other tab does such work. A tab that comes to no end, perhaps because it is frozen, is not waited for
 * long, and where browsers have no locks nobody is: what is sent twice under one id is stored once.
 */
export async function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await navigator.locks.request(name, { signal: AbortSignal.timeout(8_000) }, work);
  } catch {
    return work();
  }
}
