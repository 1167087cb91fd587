import {
  type AgencyNames,
  composeDocument,
  type DocumentForm,
  namingOf,
  readDocument,
  writeDocument,
} from '../index.js';

const G22 = '000.00.00.G22';
const H53 = '000.00.00.H53';
const NAMES: AgencyNames = { nameOf: () => undefined, abbreviationOf: () => 'UBND' };

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
    expect(namingOf(form({ typeName }), '2020-02-04', NAMES).notation).toBe(notation);
  });

  it('says who, what, when and how urgent, and is read back as it was written', () => {
    const given = { number: '07', at: Date.UTC(2020, 1, 4, 2, 30), names: NAMES };
    const written = form({
      priority: 2,
      content: 'Kính gửi',
      paper: true,
      dueOn: '2020-02-20',
      typeName: 'Báo cáo',
      to: ['H53.31', G22],
    });
    const document = composeDocument(written, namingOf(written, '2020-02-04', NAMES), given);
    const { header } = readDocument(writeDocument(document), { today: '2020-02-04' });
    expect(header).toMatchObject({
      ...{ number: '07', notation: 'BC-UBND', documentId: `${H53},2020/02/04,07/BC-UBND`, promulgatedOn: '2020-02-04' },
      ...{ type: { group: 2, detail: 14, name: 'Báo cáo' }, priority: 2, content: 'Kính gửi', dueOn: '2020-02-20' },
      ...{ business: { type: 0, paper: true }, trace: [{ code: H53, at: '2020/02/04 09:30:00' }] },
    });
    expect(header.to.map(({ code }) => code)).toEqual(['000.00.31.H53', G22]);
  });
});
