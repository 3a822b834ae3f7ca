export type Attributes = Record<string, string | number | boolean | null | ((event: Event) => void)>;

/** Sets attributes, and gives the element back: `true` is an empty one, `false` and null none, a function listens. */
export function attributes<E extends Element>(node: E, values: Attributes): E {
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'function') node.addEventListener(name, value);
    else if (value === false || value === null) node.removeAttribute(name);
    else node.setAttribute(name, value === true ? '' : String(value));
  }
  return node;
}
