import { type Query } from '../../api/call.js';
import { type SharedWord } from '../../words/every-page.js';
import { type Say } from '../../words/wording.js';
import { type CellValue, type Column } from './sheet.js';
import { type ReportWord } from './words.js';

/** The words that a report is laid out in. */
export interface Tongue {
  readonly say: Say<ReportWord>;
  readonly sayShared: Say<SharedWord>;
}

/** A column, and what stands in it for an item of the hub's answer. */
interface ItemColumn<Item> {
  readonly word: ReportWord;
  readonly kind: Column['kind'];
  readonly of: (item: Item, tongue: Tongue) => CellValue;
}

/** What a chart of a breakdown shows: points in time as lines, all else as bars. */
export interface ChartPlan {
  readonly shape: 'lines' | 'bars';
  /** The columns that name the rows, the first that has a name; and those whose figures are drawn. */
  readonly named: readonly ReportWord[];
  readonly drawn: readonly ReportWord[];
}

/** A breakdown in the reader's words. */
export interface LaidOut {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly CellValue[])[];
  readonly notes: readonly string[];
}

/** How one breakdown is asked for, laid out and drawn. */
export interface Breakdown {
  readonly word: ReportWord;
  readonly path: string;
  readonly query: Query;
  readonly chart: { readonly shape: ChartPlan['shape']; readonly named: number[]; readonly drawn: number[] };
  readonly layOut: (answer: unknown, tongue: Tongue) => LaidOut;
}

interface Layout<Item, Answer extends { readonly items: readonly Item[] }> {
  readonly word: ReportWord;
  /** Below `/statistics`. */
  readonly path: string;
  readonly query?: Query;
  readonly columns: readonly ItemColumn<Item>[];
  readonly chart: ChartPlan;
  readonly notes?: (answer: Answer, tongue: Tongue) => readonly string[];
}

/** A breakdown from how its answer is laid out. */
export function breakdown<Item, Answer extends { readonly items: readonly Item[] }>(
  layout: Layout<Item, Answer>,
): Breakdown {
  const { word, path, query = {}, columns, chart, notes = () => [] } = layout;
  const at = (words: readonly ReportWord[]): number[] =>
    words.map((sought) => columns.findIndex((column) => column.word === sought));
  return {
    word,
    path: `/statistics/${path}`,
    query,
    chart: { shape: chart.shape, named: at(chart.named), drawn: at(chart.drawn) },
    layOut: (told, tongue) => {
      // What the hub answers at this path.
      const answer = told as Answer;
      return {
        columns: columns.map(({ word: heading, kind }) => ({ heading: tongue.say(heading), kind })),
        rows: answer.items.map((item) => columns.map(({ of }) => of(item, tongue))),
        notes: notes(answer, tongue),
      };
    },
  };
}

/** Columns of figures whose words are the names that the answer has for them. */
export function figures<Word extends ReportWord>(
  kind: 'count' | 'running',
  ...names: readonly Word[]
): ItemColumn<Readonly<Record<Word, number>>>[] {
  return names.map((word) => ({ word, kind, of: (item) => item[word] }));
}

/** A column of shares from 0 to 1. */
export function share<Item>(word: ReportWord, of: (item: Item) => number | undefined): ItemColumn<Item> {
  return { word, kind: 'share', of };
}

/** A column of counts. */
export function count<Item>(word: ReportWord, of: (item: Item) => number): ItemColumn<Item> {
  return { word, kind: 'count', of };
}

/** A column of text; `code` for what people compare letter by letter, `day` for `yyyy-MM-dd`. */
export function text<Item>(
  word: ReportWord,
  of: (item: Item, tongue: Tongue) => string | undefined,
  kind: 'text' | 'code' | 'day' = 'text',
): ItemColumn<Item> {
  return { word, kind, of };
}

/** A tier by its name. */
export const tierColumn = text<{ readonly tier: string }>('tier', ({ tier }, { sayShared }) =>
  tierName(tier, sayShared),
);

const TIER_WORDS: ReadonlySet<string> = new Set<SharedWord>(['central', 'province', 'district', 'commune', 'outside']);

/** What a tier is called; what is none is called as it is. */
export function tierName(tier: string, sayShared: Say<SharedWord>): string {
  return TIER_WORDS.has(tier) ? sayShared(tier as SharedWord) : tier;
}
