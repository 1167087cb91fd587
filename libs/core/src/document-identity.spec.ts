import {
  type IdentityClaims,
  displayIdentity,
  identifyDocument,
  identityKeyOf,
  parseDocumentIdentity,
  wireDocumentId,
} from './document-identity.js';

const CLAIMS: IdentityClaims = {
  documentId: '000.00.00.G22,2020/02/04,0123/VPCP-KSTT',
  from: '000.00.00.G22',
  number: '0123',
  notation: 'VPCP-KSTT',
  promulgatedOn: '2020-02-04',
};

const keyWith = (part: Partial<IdentityClaims>): string => identifyDocument({ ...CLAIMS, ...part }).key;

describe('Two documents are the same', () => {
  const key = keyWith({});

  it.each([
    ['written with dots', '000.00.00.G22.2020.0123/VPCP-KSTT'],
    ['with the newer form of the code', 'G22,2020/02/04,0123/VPCP-KSTT'],
    ['with both', 'G22.2020.0123/VPCP-KSTT'],
    ['without the leading zero', '000.00.00.G22,2020/02/04,123/VPCP-KSTT'],
    ['with more leading zeros', '000.00.00.G22,2020/02/04,000123/VPCP-KSTT'],
    ['in small letters', '000.00.00.g22,2020/02/04,0123/vpcp-kstt'],
    ['with blanks around the parts', ' 000.00.00.G22, 2020/02/04 , 0123/VPCP-KSTT\n'],
    ['on another day of the year', '000.00.00.G22,2020/11/30,0123/VPCP-KSTT'],
  ])('%s', (_how, documentId) => {
    expect(keyWith({ documentId })).toBe(key);
    expect(identityKeyOf(documentId)).toBe(key);
  });

  it('in composed and decomposed Unicode', () => {
    const composed = '000.00.00.G22,2020/02/04,12/QyĐ-ỦBND'.normalize('NFC');
    expect(identityKeyOf(composed.normalize('NFD'))).toBe(identityKeyOf(composed));
  });

  it('when an opaque identifier leaves it to the header to say so', () => {
    expect(keyWith({ documentId: '9b2f6d52-55f6-4a5e-8f4c-0d1b0a3f7a11' })).toBe(key);
    expect(keyWith({ documentId: '000.00.00.G22,2020/02/30,0123/VPCP-KSTT' })).toBe(key);
  });
});

describe('Two documents are different', () => {
  it.each([
    '000.00.00.G14,2020/02/04,0123/VPCP-KSTT',
    '000.00.00.G22,2021/02/04,0123/VPCP-KSTT',
    '000.00.00.G22,2020/02/04,0124/VPCP-KSTT',
    '000.00.00.G22,2020/02/04,1230/VPCP-KSTT',
    '000.00.00.G22,2020/02/04,0123/VPCP-KTTH',
    '000.00.00.G22,2020/02/04,0123/2020/VPCP-KSTT',
  ])('when one is %s', (documentId) => {
    expect(keyWith({ documentId })).not.toBe(keyWith({}));
  });

  it('when their notations differ in a diacritic only', () => {
    expect(identityKeyOf('G22.2020.1/ĐA-VPCP')).not.toBe(identityKeyOf('G22.2020.1/DA-VPCP'));
  });
});

describe('A DocumentId of no known shape', () => {
  it.each([
    '9b2f6d52-55f6-4a5e-8f4c-0d1b0a3f7a11',
    '000.00.00.G22,2014/02/30,0123/VPCP-KSTT',
    '000.00.00.G22,2020/02/04,VPCP-KSTT',
    '000.00.00.G22,2020/02/04,/VPCP-KSTT',
    '000.00.00.G22,2020/02/04,0123/',
    'somebody,2020/02/04,0123/VPCP-KSTT',
    '',
  ])('%p is kept as it came, and found again by itself', (documentId) => {
    const { identity, alias } = identifyDocument({ ...CLAIMS, documentId });
    expect(identity).toEqual({ kind: 'opaque', text: documentId });
    expect(alias).toBe(identityKeyOf(documentId));
    expect(displayIdentity(identity)).toBe(documentId);
  });

  it('is found whatever its case', () => {
    expect(identityKeyOf('9B2F6D52-55F6')).toBe(identityKeyOf(' 9b2f6d52-55f6 '));
  });

  it('never stands for a tuple', () => {
    expect(identityKeyOf('000.00.00.G22|2020|123|VPCP-KSTT')).not.toBe(keyWith({}));
  });

  it('leaves a malformed sender as it is instead of failing', () => {
    expect(keyWith({ documentId: 'x', from: 'nobody' })).toBe('NOBODY|2020|123|VPCP-KSTT');
  });
});

describe('Where DocumentId and header disagree', () => {
  it.each<[string, Partial<IdentityClaims>, string]>([
    ['the issuer', { from: '000.00.00.G14' }, 'cơ quan ban hành'],
    ['the number', { number: '0124' }, 'số'],
    ['the notation', { notation: 'VPCP-KTTH' }, 'ký hiệu'],
    ['the date', { promulgatedOn: '2020-02-05' }, 'ngày ban hành'],
    ['the year', { documentId: 'G22.2019.0123/VPCP-KSTT' }, 'năm'],
  ])('about %s, DocumentId identifies and the difference is noted', (_what, part, words) => {
    const { key, differences } = identifyDocument({ ...CLAIMS, ...part });
    expect(key).toBe(identityKeyOf({ ...CLAIMS, ...part }.documentId));
    expect(differences).toEqual([expect.stringContaining(words)]);
  });

  it('only in how it is written, nothing is noted', () => {
    expect(identifyDocument({ ...CLAIMS, from: 'G22', number: '123', notation: 'vpcp-kstt' }).differences).toEqual([]);
  });

  it('in everything, everything is noted', () => {
    const others = { from: 'G14', number: '9', notation: 'X', promulgatedOn: '2019-01-01' };
    expect(identifyDocument({ ...CLAIMS, ...others }).differences).toHaveLength(4);
  });
});

describe('Writing an identity', () => {
  it('for people and the API', () => {
    expect(displayIdentity(parseDocumentIdentity(CLAIMS.documentId))).toBe('000.00.00.G22.2020.0123/VPCP-KSTT');
  });

  it('for the wire, and reading it again', () => {
    const written = wireDocumentId(CLAIMS);
    expect(written).toBe(CLAIMS.documentId);
    expect(parseDocumentIdentity(written)).toEqual({
      kind: 'tuple',
      agency: '000.00.00.G22',
      year: 2020,
      number: '0123',
      notation: 'VPCP-KSTT',
    });
  });

  it('keeps the year in the notation of a legal act', () => {
    expect(parseDocumentIdentity('G22.2018.28/2018/QĐ-TTg')).toMatchObject({ number: '28', notation: '2018/QĐ-TTg' });
  });
});
