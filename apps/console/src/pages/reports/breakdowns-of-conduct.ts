import { type ByStatus, type CoverageAnswer, type PunctualityAnswer } from '#wire';
import { dayOf } from '../../words/figures.js';
import { breakdown, count, figures, share, tierColumn } from './breakdown.js';

type ItemOf<Answer extends { readonly items: readonly unknown[] }> = Answer['items'][number];

/** What became of documents, who takes part, and how soon; beside the targets. */
export const BREAKDOWNS_OF_CONDUCT = {
  status: breakdown<ItemOf<ByStatus>, ByStatus>({
    word: 'byStatus',
    path: 'by-status',
    columns: [
      tierColumn,
      ...figures('count', 'received'),
      count('status01', ({ arrived }) => arrived),
      count('status02', ({ refused }) => refused),
      count('status03', ({ registered }) => registered),
      count('status04', ({ assigned }) => assigned),
      count('status05', ({ processing }) => processing),
      count('status06', ({ finished }) => finished),
      count('status15', ({ givenBack }) => givenBack),
      share('finishedShare', ({ finishedShare }) => finishedShare),
      share('target', ({ target }) => target),
    ],
    chart: { shape: 'bars', named: ['tier'], drawn: ['finishedShare', 'target'] },
  }),
  coverage: breakdown<ItemOf<CoverageAnswer>, CoverageAnswer>({
    word: 'byCoverage',
    path: 'coverage',
    columns: [
      tierColumn,
      count('inDirectory', ({ agencies }) => agencies),
      ...figures('count', 'senders', 'recipients', 'active'),
      share('activeShare', ({ activeShare }) => activeShare),
    ],
    chart: { shape: 'bars', named: ['tier'], drawn: ['activeShare'] },
    notes: ({ goal }, { say }) => [say('goalNote', { before: dayOf(goal.before) })],
  }),
  punctuality: breakdown<ItemOf<PunctualityAnswer>, PunctualityAnswer>({
    word: 'byPunctuality',
    path: 'punctuality',
    columns: [
      tierColumn,
      ...figures('count', 'sent', 'sentSameDay', 'sentNextMorning'),
      share('sentInTime', ({ sentInTimeShare }) => sentInTimeShare),
      ...figures('count', 'received'),
      share('receivedSameDay', ({ receivedSameDayShare }) => receivedSameDayShare),
      ...figures('count', 'registered'),
      share('registeredSameDay', ({ registeredSameDayShare }) => registeredSameDayShare),
    ],
    chart: { shape: 'bars', named: ['tier'], drawn: ['sentInTime', 'receivedSameDay', 'registeredSameDay'] },
  }),
} as const;
