import { parseAgencyCode, tierOf } from '#core';
import { AGENCIES, agencyNamed, searchAgencies } from './index.js';

const names = (text: string): string[] => searchAgencies(text).map(({ name }) => name);

describe('The directory', () => {
  it('has the 31 central agencies, the 63 provinces, and the tree of Tây Ninh in use', () => {
    expect(AGENCIES.filter(({ code }) => /^000\.00\.00\.G/.test(code))).toHaveLength(31);
    expect(AGENCIES.filter(({ code }) => /^000\.00\.00\.H/.test(code))).toHaveLength(63);
    expect(AGENCIES.filter(({ code }) => code.endsWith('.H53'))).toHaveLength(24);
  });

  it('names no agency twice, and each after the one above it', () => {
    const seen = new Set<string>();
    for (const { code, parent } of AGENCIES) {
      expect(seen.has(code)).toBe(false);
      if (parent !== undefined) expect(seen.has(parent)).toBe(true);
      seen.add(code);
    }
  });

  it('writes every name in composed Unicode', () => {
    expect(AGENCIES.filter(({ name }) => name !== name.normalize('NFC'))).toEqual([]);
  });

  it.each([
    ['000.00.00.G22', 'Văn phòng Chính phủ', undefined, 'central'],
    ['000.00.00.H53', 'Ủy ban nhân dân tỉnh Tây Ninh', undefined, 'province'],
    ['000.00.04.H53', 'Sở Giao thông vận tải tỉnh Tây Ninh', '000.00.00.H53', 'province'],
    ['000.00.31.H53', 'Ủy ban nhân dân huyện Bến Cầu', '000.00.00.H53', 'district'],
    ['000.21.31.H53', 'Ủy ban nhân dân xã An Thạnh', '000.00.31.H53', 'commune'],
  ])('knows %s as %s', (code, name, parent, tier) => {
    const agency = agencyNamed(parseAgencyCode(code));
    expect(agency).toMatchObject({ name, ...(parent === undefined ? {} : { parent }) });
    expect(agency && tierOf(agency.code)).toBe(tier);
  });

  it('knows nothing of a code nobody has', () => {
    expect(agencyNamed(parseAgencyCode('000.00.99.H53'))).toBeUndefined();
  });
});

describe('Searching the directory', () => {
  it('needs no diacritics', () => {
    expect(names('ben cau')).toEqual(['Ủy ban nhân dân huyện Bến Cầu', 'Ủy ban nhân dân thị trấn Bến Cầu']);
    expect(names('da nang')).toEqual(['Ủy ban nhân dân thành phố Đà Nẵng']);
  });

  it('takes diacritics in either Unicode form, and any case', () => {
    expect(names('BẾN CẦU')).toEqual(names('ben cau'));
    expect(names('bến cầu'.normalize('NFD'))).toEqual(names('ben cau'));
  });

  it('finds by code in either form', () => {
    expect(names('000.21.31.h53')).toEqual(['Ủy ban nhân dân xã An Thạnh']);
    expect(names('H53.31.21')).toEqual(['Ủy ban nhân dân xã An Thạnh']);
  });

  it('puts what stands as written before what only has the words', () => {
    expect(names('bộ công an')[0]).toBe('Bộ Công an');
  });

  it('finds nothing for nothing', () => {
    expect(searchAgencies('  ')).toEqual([]);
    expect(searchAgencies('atlantis')).toEqual([]);
  });
});
