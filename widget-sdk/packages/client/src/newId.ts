/** 128 random bits in hexadecimal digits. Not secret where there is no `crypto`, as in mini-programs. */
export function newId(): string {
  const bytes = new Uint8Array(16);
  const filled = typeof crypto === 'undefined' ? bytes.map(() => Math.random() * 256) : crypto.getRandomValues(bytes);
  return Array.from(filled, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
