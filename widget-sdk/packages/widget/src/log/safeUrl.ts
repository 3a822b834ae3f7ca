/** The address when it is http or https, else null: never javascript:, data: or an app's own scheme. */
export function safeUrl(url: unknown, base = document.baseURI): URL | null {
  if (typeof url !== 'string' || !url.trim()) return null;
  try {
    const parsed = new URL(url, base);
    return /^https?:$/.test(parsed.protocol) ? parsed : null;
  } catch {
    return null;
  }
}
