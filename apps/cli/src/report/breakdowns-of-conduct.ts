import { reportDate, words } from '#core';
import { type ByStatus, type CoverageAnswer, type PunctualityAnswer } from '#wire';
import { breakdown, count, share } from './breakdown.js';
import { HEADINGS, type ItemOf, tierColumn } from './columns.js';

/** What became of documents, who takes part, and how soon; beside the targets. */
export const BREAKDOWNS_OF_CONDUCT = {
  status: breakdown({
    ask: (hub, query) => hub.byStatus(query),
    columns: [
      tierColumn,
      count<ItemOf<ByStatus>>(HEADINGS.received, (item) => item.received),
      count<ItemOf<ByStatus>>(words('01 Đã đến', '01 Arrived'), (item) => item.arrived),
      count<ItemOf<ByStatus>>(words('02 Từ chối', '02 Refused'), (item) => item.refused),
      count<ItemOf<ByStatus>>(words('03 Đã tiếp nhận', '03 Registered'), (item) => item.registered),
      count<ItemOf<ByStatus>>(words('04 Phân công', '04 Assigned'), (item) => item.assigned),
      count<ItemOf<ByStatus>>(words('05 Đang xử lý', '05 Processing'), (item) => item.processing),
      count<ItemOf<ByStatus>>(words('06 Hoàn thành', '06 Finished'), (item) => item.finished),
      count<ItemOf<ByStatus>>(words('15 Đã trả lại', '15 Given back'), (item) => item.givenBack),
      share<ItemOf<ByStatus>>(words('Tỷ lệ hoàn thành', 'Share finished'), (item) => item.finishedShare),
      share<ItemOf<ByStatus>>(words('Chỉ tiêu 2020', 'Target of 2020'), (item) => item.target),
    ],
  }),
  coverage: breakdown({
    ask: (hub, query) => hub.coverage(query),
    columns: [
      tierColumn,
      count<ItemOf<CoverageAnswer>>(words('Trong danh bạ', 'In the directory'), (item) => item.agencies),
      count<ItemOf<CoverageAnswer>>(words('Có gửi', 'Sent'), (item) => item.senders),
      count<ItemOf<CoverageAnswer>>(words('Có nhận', 'Received'), (item) => item.recipients),
      count<ItemOf<CoverageAnswer>>(words('Có gửi hoặc nhận', 'Either'), (item) => item.active),
      share<ItemOf<CoverageAnswer>>(words('Tỷ lệ', 'Share'), (item) => item.activeShare),
    ],
    notes: ({ goal }) => [
      words(
        `Mục tiêu: cả bốn cấp gửi, nhận văn bản điện tử trước ${reportDate(goal.before)}.`,
        `Goal: all four tiers send and receive before ${reportDate(goal.before)}.`,
      ),
    ],
  }),
  punctuality: breakdown({
    ask: (hub, query) => hub.punctuality(query),
    columns: [
      tierColumn,
      count<ItemOf<PunctualityAnswer>>(HEADINGS.sent, (item) => item.sent),
      count<ItemOf<PunctualityAnswer>>(words('Trong ngày ký', 'The day signed'), (item) => item.sentSameDay),
      count<ItemOf<PunctualityAnswer>>(words('Sáng làm việc kế tiếp', 'Next morning'), (item) => item.sentNextMorning),
      share<ItemOf<PunctualityAnswer>>(words('Gửi đúng hạn', 'Sent in time'), (item) => item.sentInTimeShare),
      count<ItemOf<PunctualityAnswer>>(HEADINGS.received, (item) => item.received),
      share<ItemOf<PunctualityAnswer>>(words('Đến trong ngày', 'Same day'), (item) => item.receivedSameDayShare),
      count<ItemOf<PunctualityAnswer>>(words('Đã tiếp nhận (03)', 'Registered (03)'), (item) => item.registered),
      share<ItemOf<PunctualityAnswer>>(
        words('Tiếp nhận trong ngày', 'Same day'),
        (item) => item.registeredSameDayShare,
      ),
    ],
  }),
} as const;
