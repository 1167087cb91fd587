import { type Overview } from '#wire';

/** Tiers from above; what is outside of them shows only when there is something of it. */
const FOUR = ['central', 'province', 'district', 'commune'] as const;

/** A tier of the matrix. */
export type FlowTier = (typeof FOUR)[number] | 'outside';

/** Deliveries from tier to tier with sums by row and column. `most` is the largest single cell. */
export interface FlowMatrix {
  readonly tiers: readonly FlowTier[];
  readonly rows: readonly { readonly from: FlowTier; readonly cells: readonly number[]; readonly total: number }[];
  readonly totals: readonly number[];
  readonly total: number;
  readonly most: number;
}

/** Lays out what the hub lists; tiers it does not name have nothing. */
export function flowMatrix(flow: Overview['flow']): FlowMatrix {
  const hasOutside = flow.some(({ from, to, made }) => made > 0 && (from === 'outside' || to === 'outside'));
  const tiers: readonly FlowTier[] = hasOutside ? [...FOUR, 'outside'] : FOUR;
  const rows = tiers.map((from) => {
    const cells = tiers.map((to) => sum(flow.filter((each) => each.from === from && each.to === to).map(made)));
    return { from, cells, total: sum(cells) };
  });
  const totals = tiers.map((_to, index) => sum(rows.map(({ cells }) => cells[index] ?? 0)));
  return { tiers, rows, totals, total: sum(totals), most: Math.max(...rows.flatMap(({ cells }) => cells)) };
}

function made(each: Overview['flow'][number]): number {
  return each.made;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
