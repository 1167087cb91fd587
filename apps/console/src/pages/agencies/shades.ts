/** Shades above "none": as many as eyes tell apart without looking twice. */
const SHADES = 4;

/** The least count of each shade, the lightest first. */
export type Bounds = readonly number[];

/** Bounds that put about as many of the counts above 0 into each shade; fewer shades when few counts differ. */
export function boundsOf(counts: readonly number[]): Bounds {
  const some = counts.filter((count) => count > 0).sort((one, other) => one - other);
  const bounds = Array.from({ length: SHADES }, (_none, shade) => some[Math.floor((shade * some.length) / SHADES)]);
  return [...new Set(bounds.filter((bound) => bound !== undefined))];
}

/** 0 for none, else the number of the shade from 1. */
export function shadeOf(count: number, bounds: Bounds): number {
  return count === 0 ? 0 : Math.max(bounds.filter((bound) => bound <= count).length, 1);
}

/** Where a shade ends: one below the next; undefined for the darkest. */
export function endOf(shade: number, bounds: Bounds): number | undefined {
  const next = bounds[shade];
  return next === undefined ? undefined : next - 1;
}
