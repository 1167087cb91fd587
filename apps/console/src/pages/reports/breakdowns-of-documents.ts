import { type ByPair, type ByPaper, type ByPriority, type ByType } from '#wire';
import { figure } from '../../words/figures.js';
import { type SharedWord } from '../../words/every-page.js';
import { breakdown, type ChartPlan, count, figures, text } from './breakdown.js';

type ItemOf<Answer extends { readonly items: readonly unknown[] }> = Answer['items'][number];
type Kind = Pick<ItemOf<ByType>, 'sent' | 'deliveries'>;

const kinds = [...figures('count', 'sent'), count<Kind>('made', ({ deliveries }) => deliveries)];
const bars = (...named: ChartPlan['named']): ChartPlan => ({ shape: 'bars', named, drawn: ['sent', 'made'] });

const PRIORITIES: readonly SharedWord[] = ['priority0', 'priority1', 'priority2', 'priority3', 'priority4'];
const MOST_PAIRS = 1000;

/** What kind of documents, and between whom. */
export const BREAKDOWNS_OF_DOCUMENTS = {
  type: breakdown<ItemOf<ByType>, ByType>({
    word: 'byType',
    path: 'by-type',
    columns: [text('type', ({ type }) => type), ...kinds],
    chart: bars('type'),
  }),
  priority: breakdown<ItemOf<ByPriority>, ByPriority>({
    word: 'byPriority',
    path: 'by-priority',
    columns: [
      text('urgency', ({ priority, name }, { sayShared }) => {
        const word = PRIORITIES[priority];
        return word === undefined ? name : `${priority} ${sayShared(word)}`;
      }),
      ...kinds,
    ],
    chart: bars('urgency'),
  }),
  paper: breakdown<ItemOf<ByPaper>, ByPaper>({
    word: 'byPaper',
    path: 'by-paper',
    columns: [text('paper', ({ paper }, { say }) => say(paper ? 'withPaper' : 'withoutPaper')), ...kinds],
    chart: bars('paper'),
    notes: ({ paperless: { sent, withPaper } }, { say }) => [
      say('paperNote', { withPaper: figure(withPaper), sent: figure(sent) }),
    ],
  }),
  pair: breakdown<ItemOf<ByPair>, ByPair>({
    word: 'byPair',
    path: 'by-pair',
    query: { limit: MOST_PAIRS },
    columns: [
      text('sender', ({ sender }) => sender, 'code'),
      text('senderName', ({ senderName }) => senderName),
      text('recipient', ({ recipient }) => recipient, 'code'),
      text('recipientName', ({ recipientName }) => recipientName),
      ...figures('running', 'made', 'received'),
    ],
    chart: {
      shape: 'bars',
      named: ['senderName', 'sender', 'recipientName', 'recipient'],
      drawn: ['made', 'received'],
    },
    notes: ({ items, total }, { say }) => [say('pairNote', { shown: figure(items.length), total: figure(total) })],
  }),
} as const;
