/** The code of a staff link's fragment, `#staff=CODE`; null when there is none. */
export function staffCodeOf(hash) {
  const code = new URLSearchParams(hash.replace(/^#/, '')).get('staff');
  return code === null || code.trim() === '' ? null : code.trim();
}

/** Takes the code from the address bar, so that it is not shared, bookmarked or left in the history by accident. */
export function takeStaffCode(location = window.location, history = window.history) {
  const code = staffCodeOf(location.hash);
  if (code !== null) history.replaceState(history.state, '', location.pathname + location.search);
  return code;
}
