import { type Day, dayAfter } from './calendar.js';
import { type DayPeriod, lastDayOf, type Month, monthAfter, monthOf } from './periods.js';

/** From one day, month (`2020-02`) or year (`2020`) to another, both included. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** What is to be added up, and what is to be taken from it. */
export interface Sum {
  readonly plus: readonly Span[];
  readonly minus: readonly Span[];
}

/** A period as a sum of days, months and years; few of them, so that little has to be read. */
export interface Spans {
  readonly days: Sum;
  readonly months: Sum;
  readonly years: Sum;
}

/** How pieces of time lie in larger ones. */
interface Grid {
  /** The larger piece that a piece lies in, and its first and last pieces. */
  outer(piece: string): string;
  first(outer: string): string;
  last(outer: string): string;
  step(piece: string, by: number): string;
  stepOuter(outer: string, by: number): string;
  ordinal(piece: string): number;
}

const DAYS: Grid = {
  outer: monthOf,
  first: (month) => `${month}-01`,
  last: lastDayOf,
  step: dayAfter,
  stepOuter: monthAfter,
  ordinal: (day: Day) => Date.parse(day) / 86_400_000,
};

const MONTHS: Grid = {
  outer: yearOf,
  first: (year) => `${year}-01`,
  last: (year) => `${year}-12`,
  step: monthAfter,
  stepOuter: (year, by) => String(Number(year) + by).padStart(4, '0'),
  ordinal: (month: Month) => 12 * Number(month.slice(0, 4)) + Number(month.slice(5)),
};

/** The year a day lies in, or a month. */
export function yearOf(piece: Day): string {
  return piece.slice(0, 4);
}

/** A period as years, and the months and days to be added to them and taken from them: of a piece cut in two the shorter part. */
export function inSpans(period: DayPeriod): Spans {
  const byMonth = cover(period, DAYS);
  const byYear = byMonth.whole ? cover(byMonth.whole, MONTHS) : { whole: undefined, plus: [], minus: [] };
  return {
    days: { plus: byMonth.plus, minus: byMonth.minus },
    months: { plus: byYear.plus, minus: byYear.minus },
    years: { plus: byYear.whole ? [byYear.whole] : [], minus: [] },
  };
}

/** A span as whole larger pieces, and the ends to be added and taken away. */
function cover({ from, to }: Span, grid: Grid): Sum & { readonly whole: Span | undefined } {
  const [outerFrom, outerTo] = [grid.outer(from), grid.outer(to)];
  const before = { from: grid.first(outerFrom), to: grid.step(from, -1) };
  const after = { from: grid.step(to, 1), to: grid.last(outerTo) };
  const length = (span: Span): number => grid.ordinal(span.to) - grid.ordinal(span.from) + 1;
  const isThere = (span: Span): boolean => span.from <= span.to;
  if (outerFrom === outerTo) {
    if (length({ from, to }) < length(before) + length(after))
      return { whole: undefined, plus: [{ from, to }], minus: [] };
    return { whole: { from: outerFrom, to: outerTo }, plus: [], minus: [before, after].filter(isThere) };
  }
  const head = { from, to: grid.last(outerFrom) };
  const tail = { from: grid.first(outerTo), to };
  const [addsHead, addsTail] = [length(head) < length(before), length(tail) < length(after)];
  const whole = {
    from: grid.stepOuter(outerFrom, addsHead ? 1 : 0),
    to: grid.stepOuter(outerTo, addsTail ? -1 : 0),
  };
  return {
    whole: isThere(whole) ? whole : undefined,
    plus: [...(addsHead ? [head] : []), ...(addsTail ? [tail] : [])],
    minus: [...(addsHead ? [] : [before]), ...(addsTail ? [] : [after])].filter(isThere),
  };
}
