import { words, type Words } from '#core';

const MEANINGS: Readonly<Record<string, Words>> = {
  'agency-days': words(
    'bộ đếm của cơ quan theo ngày khác với đếm lại',
    'counters of an agency and day, against a recount',
  ),
  'ledger-days': words('sổ cái của ngày khác với đếm lại', 'the ledger of a day, against a recount'),
  'agency-months': words(
    'bộ đếm của cơ quan theo tháng khác với đếm lại',
    'counters of an agency and month, against a recount',
  ),
  'agency-years': words(
    'bộ đếm của cơ quan theo năm khác với đếm lại',
    'counters of an agency and year, against a recount',
  ),
  'document-days': words(
    'bộ đếm loại văn bản của ngày khác với đếm lại',
    'kinds of documents of a day, against a recount',
  ),
  'flow-days': words(
    'bộ đếm bản gửi từ cấp đến cấp của ngày khác với đếm lại',
    'deliveries from tier to tier of a day, against a recount',
  ),
  'status-days': words('bộ đếm trạng thái của ngày khác với đếm lại', 'statuses of a day, against a recount'),
  'tier-days': words('bộ đếm theo cấp của ngày khác với đếm lại', 'counters of the tiers on a day, against a recount'),
  'ledger-balance': words('sổ cái của ngày không cân', 'the ledger of a day does not add up'),
  'national-sums': words('tổng các cơ quan khác số toàn quốc', 'the sum of the agencies is not the national figure'),
  'delivery-without-document': words('bản gửi không thuộc văn bản nào', 'a delivery of no document'),
  'document-without-delivery': words('văn bản không có bản gửi nào', 'a document without deliveries'),
  'report-without-delivery': words('báo cáo trạng thái của bản gửi không có', 'a status report on no delivery'),
  'day-of-acceptance': words('ngày nhận vào không phải ngày của thời điểm nhận vào', 'day and moment of acceptance'),
  'day-of-delivery': words('ngày của bản gửi không phải ngày của văn bản', 'day of a delivery and of its document'),
  'day-of-arrival': words('ngày đến không phải ngày của thời điểm đến', 'day and moment of arrival'),
  'day-of-report': words('ngày của báo cáo không phải ngày của thời điểm báo cáo', 'day and moment of a status report'),
  'state-and-arrival': words(
    'trạng thái đã nhận mà không có lúc đến, hoặc ngược lại',
    'received without an arrival, or the reverse',
  ),
  'state-and-status': words('còn chờ mà đã có báo cáo trạng thái', 'waiting, yet something was reported'),
  'status-and-reports': words('trạng thái cuối khác với các báo cáo', 'a last status against what was reported'),
  'known-state': words('bản gửi ở trạng thái không có trong sổ cái', 'a delivery in a state the ledger does not know'),
  'body-kept': words('văn bản mất nội dung', 'a document without its body'),
  'body-digest': words('nội dung khác mã băm của văn bản', 'a body with another digest than its document'),
  'object-digest': words(
    'tệp nội dung lớn khác mã băm của văn bản',
    'a large body, kept as a file, with another digest',
  ),
};

/** What a check of the hub is about; one that is newer than this program, by its name. */
export function meaningOf(check: string): Words {
  return MEANINGS[check] ?? words(check, check);
}
