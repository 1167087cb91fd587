/** An element as read, by its local name. `text` is its own text; `line` and `column` (from 1) are where its content begins. */
export interface Element {
  readonly name: string;
  text: string;
  children: Element[];
  readonly line: number;
  readonly column: number;
}

/** The first child of that name. */
export function childOf(element: Element | undefined, name: string): Element | undefined {
  if (!element) return undefined;
  for (const child of element.children) if (child.name === name) return child;
  return undefined;
}

/** Every child of that name, in order. */
export function childrenOf(element: Element | undefined, name: string): Element[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}
