import { type StatisticsClient } from '#wire';
import { type Words } from '#core';
import { type CellValue, type Column } from './sheet.js';

/** The period asked for, and how many rows at most where there may be many. */
export interface ReportQuery {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly limit?: number | undefined;
}

/** A column, and what stands in it for an item of the hub's answer. */
interface ItemColumn<Item> extends Column {
  readonly of: (item: Item) => CellValue;
}

/** How one breakdown is asked for and laid out. */
export interface Breakdown {
  readonly columns: readonly Column[];
  readonly ask: (hub: StatisticsClient, query: ReportQuery) => Promise<Asked>;
}

/** The hub's answer, and the same laid out. */
export interface Asked {
  readonly answer: { readonly items: readonly unknown[] };
  readonly rows: readonly (readonly CellValue[])[];
  readonly notes: readonly Words[];
}

interface Layout<Item, Answer extends { readonly items: readonly Item[] }> {
  readonly ask: (hub: StatisticsClient, query: ReportQuery) => Promise<Answer>;
  readonly columns: readonly ItemColumn<Item>[];
  readonly notes?: (answer: Answer) => readonly Words[];
}

/** A breakdown from how its answer is laid out. */
export function breakdown<Item, Answer extends { readonly items: readonly Item[] }>({
  ask,
  columns,
  notes = () => [],
}: Layout<Item, Answer>): Breakdown {
  return {
    columns,
    ask: async (hub, query) => {
      const answer = await ask(hub, query);
      return { answer, rows: answer.items.map((item) => columns.map(({ of }) => of(item))), notes: notes(answer) };
    },
  };
}

/** A column of text. */
export function text<Item>(heading: Words, of: (item: Item) => string | undefined): ItemColumn<Item> {
  return { heading, kind: 'text', of };
}

/** A column of counts that add up. */
export function count<Item>(heading: Words, of: (item: Item) => number): ItemColumn<Item> {
  return { heading, kind: 'count', of };
}

/** A column of counts that run on from row to row. */
export function running<Item>(heading: Words, of: (item: Item) => number): ItemColumn<Item> {
  return { heading, kind: 'running', of };
}

/** A column of shares from 0 to 1. */
export function share<Item>(heading: Words, of: (item: Item) => number | undefined): ItemColumn<Item> {
  return { heading, kind: 'share', of };
}
