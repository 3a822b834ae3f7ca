/** Unchanged text is left alone: a live region would read it out again. */
export function setText(node: Element, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}
