import { parentOf, parseAgencyCode, qd20Form, type Tier, tierOf } from '#core';
import { AGENCIES, agenciesBelow, agencyNamed, initialsOf, pathTo, searchAgencies, searchForm } from './index.js';

const names = (text: string): string[] => searchAgencies(text).map(({ name }) => name);

describe('The directory', () => {
  it.each<[Tier, number]>([
    ['central', 31],
    ['province', 63 + 63 * 20],
    ['district', 705],
    ['commune', 10_599],
  ])('has everybody of the %s tier', (tier, count) => {
    expect(AGENCIES.filter(({ code }) => tierOf(code) === tier)).toHaveLength(count);
  });

  it('gives every code a parent that is the one above it, and a QĐ 20 form that leads back', () => {
    for (const { code, parent } of AGENCIES) {
      if (parent !== parentOf(code) || parseAgencyCode(qd20Form(code)) !== code) throw new Error(code);
    }
  });

  it('names no agency twice, and each after the one above it', () => {
    const seen = new Set<string>();
    for (const { code, parent } of AGENCIES) {
      if (seen.has(code) || (parent !== undefined && !seen.has(parent))) throw new Error(code);
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
    ['000.00.20.H26', 'Ban Dân tộc thành phố Hà Nội', '000.00.00.H26', 'province'],
    ['000.00.30.H53', 'Ủy ban nhân dân thành phố Tây Ninh', '000.00.00.H53', 'district'],
    ['000.00.35.H53', 'Ủy ban nhân dân thị xã Hòa Thành', '000.00.00.H53', 'district'],
    ['000.00.38.H29', 'Ủy ban nhân dân quận 10', '000.00.00.H29', 'district'],
    ['000.20.31.H53', 'Ủy ban nhân dân thị trấn Bến Cầu', '000.00.31.H53', 'commune'],
    ['000.00.31.H53', 'Ủy ban nhân dân huyện Bến Cầu', '000.00.00.H53', 'district'],
    ['000.21.31.H53', 'Ủy ban nhân dân xã An Thạnh', '000.00.31.H53', 'commune'],
  ])('knows %s as %s', (code, name, parent, tier) => {
    const agency = agencyNamed(parseAgencyCode(code));
    expect(agency).toMatchObject({ name, ...(parent === undefined ? {} : { parent }) });
    expect(agency && tierOf(agency.code)).toBe(tier);
  });

  it('knows nothing of a code nobody has', () => {
    expect(agencyNamed(parseAgencyCode('000.00.99.H53'))).toBeUndefined();
    expect(agenciesBelow(parseAgencyCode('000.00.99.H53'))).toEqual([]);
  });

  it('lists what is directly below an agency, and what is at the top', () => {
    const codes = agenciesBelow(parseAgencyCode('H53')).map(({ code }) => code);
    expect(codes).toHaveLength(29);
    expect(codes.slice(19, 22)).toEqual(['000.00.20.H53', '000.00.30.H53', '000.00.31.H53']);
    expect(agenciesBelow()).toHaveLength(31 + 63);
  });

  it.each(['000.21.31.H53', '001.21.31.H53'])('leads from the top down to %s', (code) => {
    const levels = ['000.00.00.H53', '000.00.31.H53', '000.21.31.H53'];
    expect(pathTo(parseAgencyCode(code)).map((agency) => agency.code)).toEqual(levels);
  });
});

describe('Searching the directory', () => {
  it('needs no diacritics', () => {
    expect(names('ben cau')).toEqual(['Ủy ban nhân dân huyện Bến Cầu', 'Ủy ban nhân dân thị trấn Bến Cầu']);
    expect(names('da nang')[0]).toBe('Ủy ban nhân dân thành phố Đà Nẵng');
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

  it.each([
    ['ubnd huyen ben cau', '000.00.31.H53'],
    ['UBND tỉnh Tây Ninh', '000.00.00.H53'],
    ['tay ninh', '000.00.00.H53'],
    ['UBND TP.Tây Ninh', '000.00.30.H53'],
    ['tp hcm', '000.00.00.H29'],
    ['tt ben cau', '000.20.31.H53'],
    ['an thanh', '000.22.37.H07'],
    ['h53', '000.00.00.H53'],
    ['H53.31', '000.00.31.H53'],
    ['btttt', '000.00.00.G14'],
    ['BLĐTBXH', '000.00.00.G07'],
    ['vpcp', '000.00.00.G22'],
    ['stttt tay ninh', '000.00.14.H53'],
    ['so y te tay ninh', '000.00.19.H53'],
  ])('has the best for %s first', (text, code) => {
    expect(searchAgencies(text)[0]?.code).toBe(code);
  });

  it('finds nothing for nothing', () => {
    expect(searchAgencies('  ')).toEqual([]);
    expect(searchAgencies('atlantis')).toEqual([]);
  });
});

describe('The form names are compared in', () => {
  it.each([
    ['UBND tp. Tây Ninh', 'uy ban nhan dan thanh pho tay ninh'],
    ['UBND TX.Hòa  Thành', 'uy ban nhan dan thi xa hoa thanh'],
    ['Bộ TTTT', 'bo tttt'],
  ])('writes %s out', (text, form) => {
    expect(searchForm(text)).toBe(form);
  });

  it.each([
    ['Bộ Lao động - Thương binh và Xã hội', 'BLĐTBXH'],
    ['Bộ Văn hóa, Thể thao và Du lịch', 'BVHTTDL'],
  ])('makes of %s the initials %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
