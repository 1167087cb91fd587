import { type ByAgency, type ByBranch, type ByDay, type ByMonth, type ByTier, type ByWeek } from '#wire';
import { words } from '#core';
import { breakdown, count, running, text } from './breakdown.js';
import { HEADINGS, type ItemOf, nameOfTier, tierColumn } from './columns.js';

type Figures = Pick<ItemOf<ByTier>, 'sent' | 'received' | 'recalls' | 'updates' | 'refused' | 'finished'>;
type InTime = Figures & Pick<ItemOf<ByDay>, 'sentSoFar' | 'receivedSoFar'>;

const figures = [
  count<Figures>(HEADINGS.sent, (item) => item.sent),
  count<Figures>(HEADINGS.received, (item) => item.received),
  count<Figures>(HEADINGS.recalls, (item) => item.recalls),
  count<Figures>(HEADINGS.updates, (item) => item.updates),
  count<Figures>(words('Từ chối', 'Refused'), (item) => item.refused),
  count<Figures>(words('Hoàn thành', 'Finished'), (item) => item.finished),
];

const soFar = [
  ...figures,
  running<InTime>(words('Gửi, lũy kế', 'Sent so far'), (item) => item.sentSoFar),
  running<InTime>(words('Nhận, lũy kế', 'Received so far'), (item) => item.receivedSoFar),
];

/** Sent and received: by whom, and when. */
export const BREAKDOWNS_OF_FIGURES = {
  tier: breakdown({
    ask: (hub, query) => hub.byTier(query),
    columns: [tierColumn, ...figures, count<ItemOf<ByTier>>(HEADINGS.agencies, (item) => item.agencies)],
  }),
  branch: breakdown({
    ask: (hub, query) => hub.byBranch(query),
    columns: [
      text<ItemOf<ByBranch>>(HEADINGS.code, (item) => item.branch),
      text<ItemOf<ByBranch>>(HEADINGS.name, (item) => item.name),
      ...figures,
      count<ItemOf<ByBranch>>(HEADINGS.agencies, (item) => item.agencies),
    ],
  }),
  agency: breakdown({
    ask: (hub, query) => hub.byAgency(query),
    columns: [
      text<ItemOf<ByAgency>>(HEADINGS.code, (item) => item.code),
      text<ItemOf<ByAgency>>(HEADINGS.name, (item) => item.name),
      text<ItemOf<ByAgency>>(HEADINGS.tier, (item) => nameOfTier(item.tier)),
      ...figures,
    ],
  }),
  day: breakdown({
    ask: (hub, query) => hub.byDay(query),
    columns: [text<ItemOf<ByDay>>(words('Ngày', 'Day'), (item) => item.day), ...soFar],
  }),
  week: breakdown({
    ask: (hub, query) => hub.byWeek(query),
    columns: [text<ItemOf<ByWeek>>(words('Tuần', 'Week'), (item) => item.week), ...soFar],
  }),
  month: breakdown({
    ask: (hub, query) => hub.byMonth(query),
    columns: [text<ItemOf<ByMonth>>(words('Tháng', 'Month'), (item) => item.month), ...soFar],
  }),
} as const;
