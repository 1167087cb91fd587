import { type SendForm } from '#wire';

/** A document of the demonstration and the system that sends it. */
export interface SampleDocument {
  readonly system: string;
  readonly form: SendForm;
}

const CONTENT = Buffer.from('Nội dung văn bản mẫu của bản mô phỏng Trục liên thông văn bản quốc gia.\n', 'utf8');
const FILES = [{ name: 'noi-dung.txt', contentType: 'text/plain', base64: CONTENT.toString('base64') }];

/** One document down all four tiers, to a department served by its province's system as well, and one up again. Numbers are given by their systems. */
export const SAMPLE_DOCUMENTS: readonly SampleDocument[] = [
  {
    system: 'g22',
    form: {
      from: '000.00.00.G22',
      to: ['000.00.00.G14', '000.00.00.H53', '000.00.04.H53', '000.00.31.H53', '000.21.31.H53'],
      subject: 'Về việc gửi, nhận văn bản điện tử giữa bốn cấp chính quyền',
      typeName: 'Công văn',
      priority: 2,
      files: FILES,
    },
  },
  {
    system: 'an-thanh',
    form: {
      from: '000.21.31.H53',
      to: ['000.00.31.H53', '000.00.00.H53', '000.00.00.G14', '000.00.00.G22'],
      subject: 'Kết quả gửi, nhận văn bản điện tử của xã An Thạnh',
      typeName: 'Báo cáo',
      files: FILES,
    },
  },
];
