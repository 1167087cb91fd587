import { createHash } from 'node:crypto';
import { type Envelope, readDocument, readEnvelope, readEnvelopeStream } from '../index.js';
import { altered, inPieces, refusalOf, sample } from '../../testing/sample.js';

const NEW = sample('new');
const CONTENT = Buffer.from('S8OtbmggZ+G7rWk6IFbEg24gcGjDsm5nIENow61uaCBwaOG7pwo=', 'base64');
const expected = readEnvelope(Buffer.from(NEW));

describe('A new document', () => {
  it('is read with every field of its header', () => {
    expect(expected).toMatchObject({
      kind: 'document',
      header: {
        from: { code: '000.00.00.G22', name: 'Văn phòng Chính phủ', inCharge: 'Chính phủ', fax: '0240000023' },
        to: [{ code: '000.00.00.H26' }, { code: '000.00.31.H53', name: 'Ủy ban nhân dân huyện Bến Cầu' }],
        documentId: '000.00.00.G22,2020/02/04,0123/VPCP-KSTT',
        number: '0123',
        notation: 'VPCP-KSTT',
        place: 'Hà Nội',
        promulgatedOn: '2020-02-04',
        type: { group: 2, detail: 18, name: 'Công văn' },
        signer: { competence: 'KT. BỘ TRƯỞNG, CHỦ NHIỆM', position: 'Phó Chủ nhiệm', fullName: 'Nguyễn Văn A' },
        dueOn: '2020-02-20',
        toPlaces: ['Như trên', 'Lưu: VT'],
        priority: 0,
        copies: 2,
        pages: 3,
        appendixes: ['Danh mục văn bản'],
        responseFor: [],
        steering: 1,
        trace: [{ code: '000.00.00.G22', at: '2020/02/04 09:30:00' }],
        business: { type: 0, paper: false, replaces: [], staff: { staff: 'Trần Thị B', mobile: '0900000022' } },
        manifest: [{ contentId: 'cid:1', contentType: 'text/plain', name: '0123_VPCP-KSTT.txt' }],
      },
    });
  });

  it('has its attachments measured without being held', () => {
    expect(expected.kind === 'document' && expected.attachments).toEqual([
      {
        contentId: 'cid:1',
        name: '0123_VPCP-KSTT.txt',
        contentType: 'text/plain',
        bytes: CONTENT.length,
        sha256: createHash('sha256').update(CONTENT).digest('hex'),
      },
    ]);
  });

  it('is read with its attachments when they are asked for', () => {
    const { attachments } = readDocument(Buffer.from(NEW));
    expect(attachments).toMatchObject([{ name: '0123_VPCP-KSTT.txt', description: 'Công văn 0123' }]);
    expect(attachments[0]?.content.equals(CONTENT)).toBe(true);
  });

  it.each([1, 2, 3, 5, 7, 64, 1000, 4096])('reads the same in pieces of %d bytes', async (size) => {
    expect(await readEnvelopeStream(inPieces(Buffer.from(NEW), size))).toEqual(expected);
  });
});

describe('The other kinds of message', () => {
  it('a recall names its target', () => {
    expect(headerOf(readEnvelope(Buffer.from(sample('recall')))).business).toMatchObject({
      type: 1,
      documentId: '000.00.00.G22,2020/02/04,0123/VPCP-KSTT',
      reason: 'Thu hồi do ban hành nhầm phụ lục',
    });
  });

  it('an update says what changes', () => {
    expect(headerOf(readEnvelope(Buffer.from(sample('update')))).business).toMatchObject({
      type: 2,
      change: { content: true, recipients: true, receivers: [{ code: '000.00.00.H29', removed: false }] },
    });
  });

  it('a replacement names what it replaces, and who holds it', () => {
    expect(headerOf(readEnvelope(Buffer.from(sample('replace')))).business.replaces).toEqual([
      { documentId: '000.00.00.G22,2020/02/04,0123/VPCP-KSTT', holders: ['000.00.00.H26', '000.00.31.H53'] },
    ]);
  });

  it('a status is told from a document', () => {
    expect(readEnvelope(Buffer.from(sample('status-03')))).toMatchObject({
      kind: 'status',
      status: {
        from: { code: '000.00.31.H53' },
        responseFor: { organId: '000.00.00.G22', code: '0123/VPCP-KSTT', promulgatedOn: '2020-02-04' },
        staff: { staff: 'Lê Văn C', mobile: '0900000031' },
        statusCode: '03',
        at: '2020/02/04 10:05:00',
      },
    });
    expect(refusalOf(() => readDocument(Buffer.from(sample('status-03')))).code).toBe('REQUEST_INVALID');
  });
});

describe('Files as they occur', () => {
  const contentTag = '<edXML:ContentTransferEncoded xmlns:edXML="http://www.mic.gov.vn/TBT/QCVN_102_2016">';

  it.each<[string, string]>([
    ['a byte-order mark', `\ufeff${NEW}`],
    ['blanks and line ends before', `\r\n  \t${NEW}`],
    ['stray text before', `Kính gửi: văn bản\n${NEW}`],
    ['a line end after', `${NEW}\r\n`],
    ['stray text after', `${NEW}hết\u0000`],
    ['a comment after', `${NEW}<!-- hết -->`],
    ['Windows line ends', NEW.replaceAll('\n', '\r\n')],
    ['no XML declaration', altered(NEW, /<\?xml[^>]*>\n/, '')],
    ['an encoding declared in small letters', altered(NEW, 'UTF-8', 'utf-8')],
    ['no prefixes at all', NEW.replaceAll('edXML:', '').replaceAll('xmlns:edXML', 'xmlns')],
    ['other prefixes', NEW.replaceAll('edXML:', 'e:').replaceAll('xmlns:edXML', 'xmlns:e')],
    [
      'a prefixed root',
      altered(
        NEW,
        '<edXML xmlns="',
        '<edXML:edXML xmlns:edXML="http://www.mic.gov.vn/TBT/QCVN_102_2016" xmlns="',
      ).replace('</edXML>\n', '</edXML:edXML>\n'),
    ],
    ['an attachment in lines', altered(NEW, 'S8OtbmggZ', 'S8Ot\r\nbmgg\nZ')],
    ['an attachment in lines as Java writes them', altered(NEW, 'S8OtbmggZ', 'S8Ot&#13;\nbmggZ')],
    ['an attachment in CDATA', altered(altered(NEW, 'S8Otbmgg', '<![CDATA[S8Otbmgg'), 'pwo=</', 'pwo=]]></')],
    ['an attachment half in CDATA', altered(NEW, 'bmgg', '<![CDATA[bmgg]]>')],
    ['a > in an attribute', altered(NEW, contentTag, contentTag.replace('xmlns', 'note="a>b" xmlns'))],
    [
      'a signature',
      altered(
        NEW,
        '</edXML:edXMLHeader>',
        '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><To/><MessageHeader>x</MessageHeader></Signature></edXML:edXMLHeader>',
      ),
    ],
    ['fields nobody knows', altered(NEW, '<edXML:Subject>', '<edXML:Extra>?</edXML:Extra><edXML:Subject>')],
    ['blanks around a value', altered(NEW, '<edXML:CodeNumber>0123', '<edXML:CodeNumber>\n  0123 ')],
    ['a field in CDATA', altered(NEW, '>VPCP-KSTT<', '><![CDATA[VPCP-KSTT]]><')],
  ])('are read with %s', async (_what, text) => {
    expect(readEnvelope(Buffer.from(text))).toEqual(expected);
    for (const size of [7, 1000]) expect(await readEnvelopeStream(inPieces(Buffer.from(text), size))).toEqual(expected);
  });

  it('are read with junk after the root that is not even text', () => {
    expect(readEnvelope(Buffer.concat([Buffer.from(NEW), Buffer.from([0xff, 0xfe, 0x80, 0x3c])]))).toEqual(expected);
  });

  it('are read when the name of the content stands where it means nothing', () => {
    const subject = altered(
      NEW,
      '<edXML:Subject>',
      '<!-- ContentTransferEncoded --><edXML:Subject>ContentTransferEncoded &gt; ',
    );
    expect(headerOf(readEnvelope(Buffer.from(subject))).subject).toMatch(/^ContentTransferEncoded > V\/v/);
  });

  it('give an attachment without a name the one of the manifest', () => {
    const nameless = altered(NEW, '<AttachmentName>0123_VPCP-KSTT.txt</AttachmentName>', '');
    expect(readEnvelope(Buffer.from(nameless))).toEqual(expected);
  });
});

function headerOf(envelope: Envelope): Extract<Envelope, { kind: 'document' }>['header'] {
  if (envelope.kind !== 'document') throw new Error('This is a status.');
  return envelope.header;
}
