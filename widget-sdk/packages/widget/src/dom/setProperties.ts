/** Sets inline style through the object model, which a page's content policy does not forbid; null takes a property away. */
export function setProperties(node: HTMLElement, properties: Record<string, string | null>): void {
  for (const [name, value] of Object.entries(properties)) node.style.setProperty(name, value);
}
