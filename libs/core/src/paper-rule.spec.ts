import { parseAgencyCode } from './agency-code.js';
import { ADMINISTRATIVE_TYPES, LEGAL_ACT_TYPES, documentTypeOf, typeDetailOf } from './document-type.js';
import { PAPERLESS_ADMINISTRATIVE, paperless } from './paper-rule.js';

const G22 = parseAgencyCode('000.00.00.G22');
const issuer = parseAgencyCode;

describe('The 26 types without paper', () => {
  it('are 22 administrative types and four legal acts', () => {
    expect(PAPERLESS_ADMINISTRATIVE.size).toBe(22);
    expect(ADMINISTRATIVE_TYPES.filter((type) => paperless(type, false, G22))).toHaveLength(22);
  });

  it.each([
    ['Thông tư', '000.00.00.G14', true],
    ['Thông tư liên tịch', '000.00.00.G14', true],
    ['Nghị quyết', '000.00.00.K53', true],
    ['Nghị quyết', '000.00.31.K53', true],
    ['Nghị quyết', '000.00.00.G22', false],
    ['Nghị quyết', '000.00.00.H53', false],
    ['Quyết định', '000.00.00.H53', true],
    ['Quyết định', '000.21.31.H53', true],
    ['Quyết định', '000.00.00.G22', false],
    ['Nghị định', '000.00.00.G22', false],
    ['Luật', '000.00.00.C01', false],
    ['Chỉ thị', '000.00.00.H53', false],
  ])('of the legal acts, %s by %s: %s', (type, code, expected) => {
    expect(paperless(type, true, issuer(code))).toBe(expected);
  });

  it('need paper for the types not listed, and for unknown ones', () => {
    for (const type of ['Hợp đồng', 'Biên bản', 'Thư công', 'Bản ghi nhớ', 'Sao y'])
      expect(paperless(type, false, G22)).toBe(false);
  });

  it('began on 4/2/2020', () => {
    expect(paperless('Công văn', false, G22, '2020-02-03')).toBe(false);
    expect(paperless('Công văn', false, G22, '2020-02-04')).toBe(true);
  });
});

describe('The type of a document', () => {
  it.each([
    ['Công văn', 'Công văn'],
    ['  công  VĂN ', 'Công văn'],
    ['Giấy uỷ quyền', 'Giấy ủy quyền'],
    ['Bản thoả thuận', 'Bản thỏa thuận'],
    ['Kế hoạch'.normalize('NFD'), 'Kế hoạch'],
    ['Sao lục', 'khác'],
    ['', 'khác'],
    ['Cong van', 'khác'],
  ])('%p is %s', (typeName, type) => {
    expect(documentTypeOf(typeName)).toBe(type);
  });

  it('is its own for every known name', () => {
    for (const type of [...ADMINISTRATIVE_TYPES, ...LEGAL_ACT_TYPES]) expect(documentTypeOf(type)).toBe(type);
  });

  it('has the number edXML gives it', () => {
    expect(typeDetailOf('Nghị quyết')).toBe(1);
    expect(typeDetailOf('Công văn')).toBe(18);
    expect(typeDetailOf('Phiếu báo')).toBe(33);
    expect(typeDetailOf('khác')).toBeUndefined();
  });
});
