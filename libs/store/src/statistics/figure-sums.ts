import { type CounterFigure } from './counter-figures.js';
import { type CounterTable, type KeyPart } from './counter.js';

/** Rows of several counter tables as they are added up. */
export class Sums {
  private readonly rows = new Map<string, { counter: string; key: readonly KeyPart[]; counts: number[] }>();

  add<Count extends string>(
    { name, counts }: CounterTable<Count>,
    key: readonly KeyPart[],
    what: Count,
    n: number,
  ): void {
    const id = [name, ...key].join('\u0000');
    let row = this.rows.get(id);
    if (row === undefined) this.rows.set(id, (row = { counter: name, key, counts: counts.map(() => 0) }));
    const at = counts.indexOf(what);
    row.counts[at] = (row.counts[at] ?? 0) + n;
  }

  figures(): CounterFigure[] {
    return [...this.rows.values()];
  }
}
