import { AXIS_ERRORS, AxisError, axisErrorCodes, isAxisError } from './axis-error.js';

describe('The table of errors', () => {
  it.each(axisErrorCodes())('%s has its words in both languages, and a status for HTTP that fits its kind', (code) => {
    const { http, kind, title, titleEn, remedy, remedyEn } = AXIS_ERRORS[code];
    for (const words of [title, titleEn, remedy, remedyEn]) expect(words).toMatch(/^\S.*\S$/);
    for (const words of [title, remedy]) expect(words).toBe(words.normalize('NFC'));
    expect(http >= 500).toBe(kind === 'outage' || kind === 'bug' || http === 500);
  });

  it.each(axisErrorCodes())('the titles of %s name the same details in both languages', (code) => {
    const places = (sentence: string): string[] => (sentence.match(/\{\w+\}/g) ?? []).sort();
    expect(places(AXIS_ERRORS[code].titleEn)).toEqual(places(AXIS_ERRORS[code].title));
  });

  it('is sorted when listed', () => {
    expect(axisErrorCodes()).toEqual([...axisErrorCodes()].sort());
  });
});

describe('An error of the table', () => {
  it('says what it is about', () => {
    const error = new AxisError('AGENCY_UNKNOWN', { code: '000.00.99.H53' });
    expect(error.message).toBe('Không có cơ quan nào mang mã 000.00.99.H53.');
    expect(error.messageEn).toBe('No agency has the code 000.00.99.H53.');
    expect(error.entry.http).toBe(404);
  });

  it('leaves a gap for a detail it was not given, and lists several values', () => {
    expect(new AxisError('AGENCY_UNKNOWN').message).toContain('mã ….');
    expect(new AxisError('AGENCY_UNKNOWN', { code: ['G98', 'G99'] }).message).toContain('G98, G99');
  });

  it('carries every fault found, or the failure beneath it', () => {
    const problem = { class: 'N', path: 'N.MessageHeader.To', message: 'Thiếu To.' } as const;
    const cause = new Error('ECONNREFUSED');
    expect(new AxisError('EDXML_INVALID', { count: 1 }, [problem]).problems).toEqual([problem]);
    expect(new AxisError('BROKER_AWAY', {}, { cause }).cause).toBe(cause);
  });

  it('is told from other errors, and by its code', () => {
    expect(isAxisError(new AxisError('INTERNAL'))).toBe(true);
    expect(isAxisError(new AxisError('INTERNAL'), 'BROKER_AWAY')).toBe(false);
    expect(isAxisError(new Error('INTERNAL'))).toBe(false);
  });
});
