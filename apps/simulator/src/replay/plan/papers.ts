import { type AgencyCode, type Day, type KnownDocumentType, PAPERLESS_SINCE, paperless, type Priority } from '#core';
import { type Chance } from './chance.js';

/** How often which administrative documents are sent. [ours] */
const TYPES: readonly (readonly [KnownDocumentType, number])[] = [
  ['Công văn', 46],
  ['Báo cáo', 13],
  ['Thông báo', 9],
  ['Quyết định', 8],
  ['Kế hoạch', 7],
  ['Giấy mời', 7],
  ['Tờ trình', 4],
  ['Hướng dẫn', 2],
  ['Chỉ thị', 1],
  ['Công điện', 1],
  ['Phiếu chuyển', 1],
  ['Biên bản', 1],
];

const PRIORITIES: readonly (readonly [Priority, number])[] = [
  [0, 88],
  [1, 8],
  [2, 2.5],
  [3, 1.5],
];

/** With paper: before 4/2/2020 most, of the 26 types after it few, of the others still many. [ours] */
const PAPER = { before: 0.65, paperless: 0.06, others: 0.4 } as const;

/** What the documents of the period were about. */
const TOPICS: readonly string[] = [
  'cải cách thủ tục hành chính',
  'gửi, nhận văn bản điện tử trên Trục liên thông văn bản quốc gia',
  'phòng, chống dịch bệnh Covid-19',
  'phòng, chống dịch tả lợn châu Phi',
  'giải ngân vốn đầu tư công',
  'xây dựng nông thôn mới',
  'phòng, chống thiên tai và tìm kiếm cứu nạn',
  'bảo đảm trật tự, an toàn giao thông',
  'giải quyết kiến nghị của cử tri',
  'rà soát văn bản quy phạm pháp luật',
  'phát triển Chính phủ điện tử',
  'cung cấp dịch vụ công trực tuyến mức độ 3, mức độ 4',
  'kỳ thi trung học phổ thông quốc gia',
  'bảo hiểm xã hội và bảo hiểm y tế',
  'sử dụng chữ ký số chuyên dùng',
  'quản lý đất đai và bảo vệ môi trường',
  'hỗ trợ người dân gặp khó khăn',
  'tổ chức đại hội đảng bộ các cấp',
];

/** What a document is, apart from who writes to whom. */
export interface Paper {
  readonly type: KnownDocumentType;
  readonly subject: string;
  readonly priority: Priority;
  readonly paper: boolean;
}

/** Draws the kind of the next document. */
export function drawPaper(chance: Chance, issuer: AgencyCode, signedOn: Day): Paper {
  const type = chance.weighted(TYPES);
  const topic = chance.pick(TOPICS);
  const likelihood =
    signedOn < PAPERLESS_SINCE
      ? PAPER.before
      : paperless(type, false, issuer, signedOn)
        ? PAPER.paperless
        : PAPER.others;
  return {
    type,
    subject: type === 'Công văn' ? `V/v ${topic}` : `${type} về ${topic}`,
    priority: chance.weighted(PRIORITIES),
    paper: chance.happens(likelihood),
  };
}
