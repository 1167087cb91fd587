import {
  ancestryOf,
  isAgencyCode,
  isAtOrBelow,
  isPeoplesCommittee,
  parentOf,
  parseAgencyCode,
  qcvnForm,
  qd20Form,
  tierOf,
} from './agency-code.js';

const code = parseAgencyCode;

describe('The two forms of an agency code', () => {
  it.each([
    ['000.00.00.G22', 'G22'],
    ['000.00.04.H53', 'H53.04'],
    ['000.21.31.H53', 'H53.31.21'],
    ['005.21.31.H53', 'H53.31.21.005'],
    ['005.00.04.H53', 'H53.04.005'],
    ['005.00.00.H53', 'H53.005'],
    ['000.21.00.H53', 'H53.00.21'],
    ['005.21.00.H53', 'H53.00.21.005'],
  ])('%s and %s are one agency', (old, recent) => {
    expect(code(recent)).toBe(old);
    expect(code(old)).toBe(old);
    expect(qd20Form(code(old))).toBe(recent);
    expect(qcvnForm(code(recent))).toBe(old);
  });

  it.each(['H53.04.005.001', 'H53.005.04', 'H53.01.02.03', 'H53.A1', 'H53.1', 'H53.0001'])(
    '%s has no older form, and stays as it is',
    (recent) => {
      expect(code(recent)).toBe(recent);
      expect(qcvnForm(code(recent))).toBeUndefined();
      expect(qd20Form(code(recent))).toBe(recent);
    },
  );

  it('reads every older code back from its newer form', () => {
    for (const old of everyShape()) expect(code(qd20Form(code(old)))).toBe(old);
  });

  it('allows blanks around a code', () => {
    expect(code(' 000.00.00.G22\n')).toBe('000.00.00.G22');
  });

  it.each([
    '',
    'h53',
    '00.00.00.G22',
    '000.00.00.22',
    '000-00-00-G22',
    'H53.',
    '.H53',
    'H5',
    'H53..04',
    'H53.đ',
    `H53${'.00'.repeat(11)}`,
    '000.00.00.G22 000.00.00.G22',
  ])('refuses %p', (text) => {
    expect(thrownBy(() => code(text))).toMatchObject({ code: 'AGENCY_CODE_MALFORMED', details: { text } });
    expect(isAgencyCode(text)).toBe(false);
  });

  it('takes a newer code of 35 characters', () => {
    expect(code(`H53${'.0000001'.repeat(4)}`)).toHaveLength(35);
  });
});

describe('The agencies above an agency', () => {
  it.each([
    ['000.21.31.H53', ['000.21.31.H53', '000.00.31.H53', '000.00.00.H53']],
    ['005.00.04.H53', ['005.00.04.H53', '000.00.04.H53', '000.00.00.H53']],
    ['005.00.00.H53', ['005.00.00.H53', '000.00.00.H53']],
    ['000.21.00.H53', ['000.21.00.H53', '000.00.00.H53']],
    ['H53.04.005.001', ['H53.04.005.001', '005.00.04.H53', '000.00.04.H53', '000.00.00.H53']],
    ['000.00.00.G22', ['000.00.00.G22']],
  ])('of %s are %j', (text, chain) => {
    expect(ancestryOf(code(text))).toEqual(chain);
    expect(parentOf(code(text))).toBe(chain[1]);
  });

  it('are at or above it, and no others are', () => {
    expect(isAtOrBelow(code('000.21.31.H53'), code('000.00.31.H53'))).toBe(true);
    expect(isAtOrBelow(code('000.21.31.H53'), code('H53.31.21'))).toBe(true);
    expect(isAtOrBelow(code('000.00.31.H53'), code('000.21.31.H53'))).toBe(false);
    expect(isAtOrBelow(code('000.21.31.H53'), code('000.00.00.H54'))).toBe(false);
  });
});

describe('The tier of an agency', () => {
  it.each([
    ['000.00.00.G22', 'central'],
    ['000.00.45.G14', 'central'],
    ['000.00.00.A01', 'central'],
    ['000.00.00.I03', 'central'],
    ['000.00.00.H53', 'province'],
    ['000.00.29.H53', 'province'],
    ['005.00.04.H53', 'province'],
    ['000.00.30.H53', 'district'],
    ['000.19.31.H53', 'district'],
    ['000.20.31.H53', 'commune'],
    ['000.21.31.H53', 'commune'],
    ['000.00.31.K53', 'district'],
    ['H53.31.21.005.001', 'commune'],
    ['H53.04.005.001', 'province'],
    ['000.00.00.W01', 'outside'],
    ['000.00.00.J01', 'outside'],
    ['000.00.00.Z01', 'outside'],
  ])('of %s is %s', (text, tier) => {
    expect(tierOf(code(text))).toBe(tier);
  });

  it.each([
    ['000.00.00.H53', true],
    ['000.00.31.H53', true],
    ['000.21.31.H53', true],
    ['000.00.04.H53', false],
    ['000.05.31.H53', false],
    ['005.00.31.H53', false],
    ['000.00.00.G22', false],
    ['000.00.00.K53', false],
  ])('%s is a People’s Committee: %s', (text, expected) => {
    expect(isPeoplesCommittee(code(text))).toBe(expected);
  });
});

function* everyShape(): Generator<string> {
  for (const four of ['000', '001', '120']) {
    for (const three of ['00', '01', '21']) for (const two of ['00', '04', '31']) yield `${four}.${three}.${two}.H53`;
  }
}

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
}
