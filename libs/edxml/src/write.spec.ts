import {
  type DocumentHeader,
  type EdxmlDocument,
  type StatusMessage,
  readDocument,
  readEnvelope,
  writeDocument,
  writeStatus,
} from './index.js';
import { sample } from '../testing/sample.js';

const READ = readDocument(Buffer.from(sample('new')));

const LEAST: DocumentHeader = {
  from: { code: '000.00.00.G22', name: 'Văn phòng Chính phủ' },
  to: [{ code: 'H53.31', name: '' }],
  documentId: 'bất kỳ',
  number: '01',
  notation: 'VPCP',
  promulgatedOn: '2020-02-04',
  type: { group: 2, name: 'Công văn' },
  subject: 'V/v thử',
  signer: { competence: '', position: '', fullName: 'A' },
  toPlaces: [],
  priority: 0,
  appendixes: [],
  responseFor: [],
  taskCodes: [],
  trace: [{ code: '000.00.00.G22', at: '2020/02/04 09:30:00' }],
  business: { type: 0, paper: false, replaces: [] },
  manifest: [],
};

/** What comes back, without the fields that are undefined. */
function again(document: EdxmlDocument): EdxmlDocument {
  return JSON.parse(JSON.stringify(readDocument(writeDocument(document)))) as EdxmlDocument;
}

describe('A document that is written', () => {
  it('is read again as it was, with the least in it', () => {
    expect(again({ header: LEAST, attachments: [] }).header).toEqual(LEAST);
    expect(writeDocument({ header: LEAST, attachments: [] }).toString()).not.toContain('edXMLBody');
  });

  it('is read again as it was, with everything in it', () => {
    const header: DocumentHeader = {
      ...LEAST,
      responseFor: [
        { organId: '000.00.00.H53', code: '12/UBND', promulgatedOn: '2020-01-31', documentId: 'H53.2020.12/UBND' },
        { documentId: 'x' },
      ],
      steering: 2,
      taskCodes: ['T1', 'T2'],
      applicationType: 'QLVB',
      priority: 3,
      trace: [...LEAST.trace, { code: '000.00.00.H53', at: '2020/02/04 09:31:00' }],
      business: {
        type: 3,
        reason: 'Nhầm',
        paper: true,
        documentId: 'd',
        change: { content: false, recipients: true, receivers: [{ code: 'H29', removed: true }] },
        replaces: [
          { documentId: 'e', holders: [] },
          { documentId: 'f', holders: ['H26'] },
        ],
        staff: { department: 'Văn thư', staff: 'B', email: 'b@x', mobile: '1', departmentId: '2', staffId: '3' },
      },
      manifest: [{ contentId: 'cid:1' }],
    };
    expect(again({ header, attachments: [] }).header).toEqual(header);
  });

  it('keeps every character that XML can hold, and only those', () => {
    const subject = `A & B < C > D ]]> "E" 'F' &amp; \u{1f4dc} ộ`;
    expect(again({ header: { ...LEAST, subject }, attachments: [] }).header.subject).toBe(subject);
    const broken = { ...LEAST, subject: 'a\u0000b\u001fc\ud800d\uffffe' };
    expect(again({ header: broken, attachments: [] }).header.subject).toBe('a\ufffdb\ufffdc\ufffdd\ufffde');
  });

  it('lists its attachments when it has no list of its own', () => {
    const attachment = {
      contentId: 'cid:1',
      name: 'A & B.pdf',
      contentType: 'application/pdf',
      content: Buffer.from([0, 255, 10]),
    };
    const written = readDocument(writeDocument({ header: LEAST, attachments: [attachment] }));
    expect(written.header.manifest).toMatchObject([
      { contentId: 'cid:1', name: 'A & B.pdf', contentType: 'application/pdf' },
    ]);
    expect(written.attachments).toMatchObject([attachment]);
  });

  it.each([0, 1, 2, 3, 1000, 100_000])('carries attachments of %d bytes', (length) => {
    const content = Buffer.alloc(length, 'nội dung');
    const attachments = [1, 2].map((at) => ({ contentId: `cid:${at}`, name: `${at}`, contentType: 'a/b', content }));
    const written = readDocument(writeDocument({ header: READ.header, attachments }));
    expect(written.attachments.map((attachment) => attachment.content.equals(content))).toEqual([true, true]);
  });
});

describe('A status that is written', () => {
  const status: StatusMessage = {
    from: { code: '000.00.31.H53', name: 'Bến Cầu' },
    responseFor: { organId: '000.00.00.G22', code: '01/VPCP', promulgatedOn: '2020-02-04', documentId: 'x' },
    staff: {},
    statusCode: '02',
    description: 'Không thuộc thẩm quyền <của huyện>',
    at: '2020/02/04 10:05:00',
  };

  it('has every field the standard wants, and is read again as it was', () => {
    const envelope = readEnvelope(writeStatus(status));
    expect(JSON.parse(JSON.stringify(envelope))).toEqual({ kind: 'status', status });
  });
});
