import { type DispatchItem, type RegisteredSystem } from '#store';

/** The systems that take a document, each with the recipients it takes it for. */
export type Shares = DispatchItem['systems'];

/** A document on its way out, its shares told apart by how their systems take them. */
export interface Divided {
  readonly item: DispatchItem;
  readonly listening: Shares;
  readonly polling: Shares;
  /** The first system among them that nobody knows. */
  readonly unknown: string | undefined;
}

/** Divides a document's shares; asks once for each of them how its system takes documents. */
export function divided(item: DispatchItem, modeOf: (system: string) => RegisteredSystem['mode'] | undefined): Divided {
  const listening: Shares[number][] = [];
  const polling: Shares[number][] = [];
  let unknown: string | undefined;
  for (const share of item.systems) {
    const mode = modeOf(share.system);
    if (mode === undefined) unknown ??= share.system;
    else (mode === 'poll' ? polling : listening).push(share);
  }
  return { item, listening, polling, unknown };
}
