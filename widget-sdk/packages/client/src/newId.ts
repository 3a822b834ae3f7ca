/** A random UUID, also where crypto is missing in part or altogether: plain http pages, older phones, mini-programs. */
export function newId(): string {
  if (typeof crypto !== 'undefined') {
    if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
    return inGroups(crypto.getRandomValues(new Uint8Array(16)));
  }
  return inGroups(Uint8Array.from({ length: 16 }, () => Math.random() * 256));
}

function inGroups(bytes: Uint8Array): string {
  return Array.from(bytes, (byte, at) => {
    const value = at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte;
    return (/^(4|6|8|10)$/.test(String(at)) ? '-' : '') + value.toString(16).padStart(2, '0');
  }).join('');
}
