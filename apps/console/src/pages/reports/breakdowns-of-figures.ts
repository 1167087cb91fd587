import { type ByAgency, type ByBranch, type ByDay, type ByMonth, type ByTier, type ByWeek } from '#wire';
import { breakdown, type ChartPlan, figures, text, tierColumn } from './breakdown.js';

type ItemOf<Answer extends { readonly items: readonly unknown[] }> = Answer['items'][number];

const counts = figures('count', 'sent', 'received', 'recalls', 'updates', 'refused', 'finished');
const inTime = [...counts, ...figures('running', 'sentSoFar', 'receivedSoFar')];
const bars = (...named: ChartPlan['named']): ChartPlan => ({ shape: 'bars', named, drawn: ['sent', 'received'] });
const lines = (...named: ChartPlan['named']): ChartPlan => ({ ...bars(...named), shape: 'lines' });

/** Sent and received: by whom, and when. */
export const BREAKDOWNS_OF_FIGURES = {
  tier: breakdown<ItemOf<ByTier>, ByTier>({
    word: 'byTier',
    path: 'by-tier',
    columns: [tierColumn, ...counts, ...figures('count', 'agencies')],
    chart: bars('tier'),
  }),
  branch: breakdown<ItemOf<ByBranch>, ByBranch>({
    word: 'byBranch',
    path: 'by-branch',
    columns: [
      text('code', ({ branch }) => branch, 'code'),
      text('name', ({ name }) => name),
      ...counts,
      ...figures('count', 'agencies'),
    ],
    chart: bars('name', 'code'),
  }),
  agency: breakdown<ItemOf<ByAgency>, ByAgency>({
    word: 'byAgency',
    path: 'by-agency',
    columns: [text('code', ({ code }) => code, 'code'), text('name', ({ name }) => name), tierColumn, ...counts],
    chart: bars('name', 'code'),
  }),
  day: breakdown<ItemOf<ByDay>, ByDay>({
    word: 'byDay',
    path: 'by-day',
    columns: [text('day', ({ day }) => day, 'day'), ...inTime],
    chart: lines('day'),
  }),
  week: breakdown<ItemOf<ByWeek>, ByWeek>({
    word: 'byWeek',
    path: 'by-week',
    columns: [text('week', ({ week }) => week, 'code'), ...inTime],
    chart: lines('week'),
  }),
  month: breakdown<ItemOf<ByMonth>, ByMonth>({
    word: 'byMonth',
    path: 'by-month',
    columns: [text('month', ({ month }) => month, 'code'), ...inTime],
    chart: lines('month'),
  }),
} as const;
