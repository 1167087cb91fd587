import { administrativeNotation, legalActNotation, writeNumber } from './numbering.js';

describe('The number and notation of a document', () => {
  it.each([
    [1, '01'],
    [9, '09'],
    [10, '10'],
    [775, '775'],
  ])('number %d is written %s', (sequence, written) => {
    expect(writeNumber(sequence)).toBe(written);
  });

  it('begin with the type’s abbreviation, save a Công văn’s', () => {
    expect(administrativeNotation('Quyết định', 'UBND')).toBe('QĐ-UBND');
    expect(administrativeNotation('Quy định', 'UBND')).toBe('QyĐ-UBND');
    expect(administrativeNotation('Công văn', 'VPCP-KSTT')).toBe('VPCP-KSTT');
  });

  it('carry the year in a legal act', () => {
    expect(`28/${legalActNotation('Quyết định', 'TTg', 2018)}`).toBe('28/2018/QĐ-TTg');
  });
});
