/** The address when it is http or https, else null: never javascript:, data: or an app's own scheme. */
export function safeUrl(url, base = window.location.href) {
  if (typeof url !== 'string' || url.trim() === '') return null;
  try {
    const parsed = new URL(url, base);
    return parsed.protocol === 'https:' || parsed.protocol === 'http:' ? parsed.href : null;
  } catch {
    return null;
  }
}
