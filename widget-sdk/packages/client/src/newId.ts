/** 128 random bits. */
export function newId(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}
