import { dots, PRIORITY_NAMES, words } from '#core';
import { type ByPair, type ByPaper, type ByPriority, type ByType } from '#wire';
import { breakdown, count, running, text } from './breakdown.js';
import { HEADINGS, type ItemOf } from './columns.js';
import { percent } from './sheet.js';

type Kind = Pick<ItemOf<ByType>, 'sent' | 'deliveries'>;

const kinds = [count<Kind>(HEADINGS.sent, (item) => item.sent), count<Kind>(HEADINGS.made, (item) => item.deliveries)];
/** What kind of documents, and between whom. */
export const BREAKDOWNS_OF_DOCUMENTS = {
  type: breakdown({
    ask: (hub, query) => hub.byType(query),
    columns: [text<ItemOf<ByType>>(words('Loại văn bản', 'Document type'), (item) => item.type), ...kinds],
  }),
  urgency: breakdown({
    ask: (hub, query) => hub.byPriority(query),
    columns: [
      text<ItemOf<ByPriority>>(words('Độ khẩn', 'Urgency'), (item) => PRIORITY_NAMES[item.priority] ?? item.name),
      ...kinds,
    ],
  }),
  paper: breakdown({
    ask: (hub, query) => hub.byPaper(query),
    columns: [
      text<ItemOf<ByPaper>>(words('Bản giấy', 'Paper'), (item) => (item.paper ? 'Có bản giấy' : 'Không bản giấy')),
      ...kinds,
    ],
    notes: ({ paperless: { sent, withPaper, withPaperShare } }) => [
      words(
        `Trong 26 loại không gửi bản giấy (từ 4/2/2020): ${dots(withPaper)} trên ${dots(sent)} văn bản vẫn kèm bản giấy, ${percent(withPaperShare)}.`,
        `Of the 26 types that go without paper (since 4/2/2020): ${dots(withPaper)} of ${dots(sent)} documents still had a paper copy, ${percent(withPaperShare)}.`,
      ),
    ],
  }),
  pair: breakdown({
    ask: (hub, query) => hub.byPair(query),
    columns: [
      text<ItemOf<ByPair>>(words('Nơi gửi', 'Sender'), (item) => item.sender),
      text<ItemOf<ByPair>>(words('Tên nơi gửi', "Sender's name"), (item) => item.senderName),
      text<ItemOf<ByPair>>(words('Nơi nhận', 'Recipient'), (item) => item.recipient),
      text<ItemOf<ByPair>>(words('Tên nơi nhận', "Recipient's name"), (item) => item.recipientName),
      running<ItemOf<ByPair>>(HEADINGS.made, (item) => item.made),
      running<ItemOf<ByPair>>(HEADINGS.received, (item) => item.received),
    ],
    notes: ({ items, total }) => [
      words(
        `${dots(items.length)} cặp nhiều bản gửi nhất trên ${dots(total)} cặp; tính theo ngày trục chấp nhận văn bản.`,
        `The ${dots(items.length)} pairs with the most deliveries of ${dots(total)}; by the day of acceptance.`,
      ),
    ],
  }),
} as const;
