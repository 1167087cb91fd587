import { readDocument, writeDocument } from '#edxml';
import { composeDocument, namingOf } from './compose-document.js';
import { type DocumentForm, readFormFields, readJsonForm } from './document-form.js';

const G22 = '000.00.00.G22';
const H53 = '000.00.00.H53';

function form(over: Partial<DocumentForm> = {}): DocumentForm {
  return { from: H53, to: [G22], subject: 'V/v thử', files: [], ...over };
}

describe('A document composed from a form', () => {
  it.each([
    ['Công văn', 'UBND'],
    ['Quyết định', 'QĐ-UBND'],
    ['quyết  định', 'QĐ-UBND'],
    ['Kế hoạch', 'KH-UBND'],
    ['Tờ trình', 'TTr-UBND'],
    ['Thông tư', '2020/UBND'],
    ['Sổ tay', 'UBND'],
  ])('of type %s has notation %s', (typeName, notation) => {
    expect(namingOf(form({ typeName }), '2020-02-04').notation).toBe(notation);
  });

  it('says who, what, when and how urgent, and is read back as it was written', () => {
    const given = { number: '07', at: Date.UTC(2020, 1, 4, 2, 30) };
    const written = form({
      priority: 2,
      content: 'Kính gửi',
      paper: true,
      dueOn: '2020-02-20',
      typeName: 'Báo cáo',
      to: ['H53.31', G22],
    });
    const document = composeDocument(written, namingOf(written, '2020-02-04'), given);
    const { header } = readDocument(writeDocument(document), { today: '2020-02-04' });
    expect(header).toMatchObject({
      ...{ number: '07', notation: 'BC-UBND', documentId: `${H53},2020/02/04,07/BC-UBND`, promulgatedOn: '2020-02-04' },
      ...{ type: { group: 2, detail: 14, name: 'Báo cáo' }, priority: 2, content: 'Kính gửi', dueOn: '2020-02-20' },
      ...{ business: { type: 0, paper: true }, trace: [{ code: H53, at: '2020/02/04 09:30:00' }] },
    });
    expect(header.to.map(({ code }) => code)).toEqual(['000.00.31.H53', G22]);
  });
});

describe('A form', () => {
  it('that came as JSON has its files decoded', () => {
    const files = [{ name: 'a.txt', base64: 'eGlu' }];
    expect(readJsonForm({ from: H53, to: [G22], subject: 'x', files }).files).toEqual([
      { name: 'a.txt', contentType: 'application/octet-stream', content: Buffer.from('xin') },
    ]);
  });

  it('that came in parts may name its recipients one by one or together', () => {
    const fields: [string, string][] = [
      ...([
        ['from', H53],
        ['subject', 'x'],
        ['priority', '3'],
      ] as [string, string][]),
      ...([
        ['to', G22],
        ['to', 'H53.31, H53.04'],
      ] as [string, string][]),
    ];
    expect(readFormFields(fields, [])).toMatchObject({ to: [G22, 'H53.31', 'H53.04'], priority: 3 });
  });

  it('with fields that do not exist or do not fit is refused with every fault', () => {
    expect(() => readJsonForm({ from: H53, to: [], subject: 'x', secret: true })).toThrow(/to.*secret|secret.*to/s);
  });
});
