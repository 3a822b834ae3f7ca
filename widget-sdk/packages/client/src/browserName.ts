/** Family and main version of the browser, and nothing that tells one shopper from another. */
export function browserName(): string {
  const agent = typeof navigator === 'undefined' ? '' : navigator.userAgent;
  const found = /(MicroMessenger|EdgA?|Firefox|FxiOS|CriOS|Chrome|Version)\/(\d+)/.exec(agent);
  return found ? `${found[1] === 'Version' ? 'Safari' : found[1]} ${found[2]}` : 'other';
}
