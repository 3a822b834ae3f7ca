/** Safari reports the Enter that ends a composition after it has ended; its key code is still 229. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}
