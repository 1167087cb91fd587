import { type CliFailure } from '../terminal/failure.js';
import { settingsOf } from './load-options.js';
import { parseDuration, parseMix, parseNumber, parseShare, parseSize } from './quantities.js';

describe('A duration', () => {
  it.each([
    ['500ms', 500],
    ['60s', 60_000],
    ['1.5m', 90_000],
    ['2H', 7_200_000],
  ])('%s is %d ms', (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });

  it.each(['', '60', '60 s', '-1s', '1d', '99ms', '25h', 's', '1e3s'])('%p is none', (text) => {
    expect(() => parseDuration(text)).toThrow(`"${text}" is not a time.`);
  });
});

describe('A size', () => {
  it.each([
    ['512b', 512],
    ['6kb', 6_144],
    ['6KB', 6_144],
    ['1.5mb', 1_572_864],
    ['1gb', 1_073_741_824],
  ])('%s is %d bytes', (text, bytes) => {
    expect(parseSize(text)).toBe(bytes);
  });

  it.each(['', '6', '0b', '6k', '1.1gb', '10tb', 'kb', '6 kb'])('%p is none', (text) => {
    expect(() => parseSize(text)).toThrow(`"${text}" is not a size.`);
  });
});

describe('A mix', () => {
  it('is parts of sizes', () => {
    expect(parseMix('30x100kb, 10×10mb,1X100mb')).toEqual([
      { parts: 30, bytes: 102_400 },
      { parts: 10, bytes: 10_485_760 },
      { parts: 1, bytes: 104_857_600 },
    ]);
  });

  it.each(['', '100kb', '0x6kb', '1001x6kb', '1x', 'x6kb', '1x6kb,', '1x6'])('%p is none', (text) => {
    expect(() => parseMix(text)).toThrow(/is not a (mix|size)\./);
  });
});

describe('A share', () => {
  it.each([
    ['0', 0],
    ['0.25', 0.25],
    ['10%', 0.1],
    ['100%', 1],
  ])('%s is %d', (text, share) => {
    expect(parseShare(text)).toBeCloseTo(share, 10);
  });

  it.each(['', '2', '101%', '-0.1', 'half', '.5'])('%p is none', (text) => {
    expect(() => parseShare(text)).toThrow(`"${text}" is not a share.`);
  });
});

describe('A number', () => {
  it('keeps within its limits', () => {
    expect(parseNumber('3.3', { least: 1, most: 50 })).toBe(3.3);
    for (const text of ['', '0.9', '51', 'NaN', '1e1', '-3'])
      expect(() => parseNumber(text, { least: 1, most: 50 })).toThrow('a number from 1 to 50');
  });
});

describe('The options', () => {
  it('have defaults', () => {
    expect(settingsOf({})).toEqual({
      ...{ rate: 100, forMs: 60_000, recipients: 3.3, mix: [{ parts: 1, bytes: 6_144 }] },
      ...{ urgent: 0, patienceMs: 30_000 },
    });
  });

  it.each([{ size: '6kb', mix: '1x6kb' }, { rate: 'fast' }, { rate: '0' }, { for: '' }])(
    '%j are wrong use, with the way to help',
    (options) => {
      const failure = thrownBy(() => settingsOf(options)) as CliFailure;
      expect(failure.exitCode).toBe(2);
      expect(failure.remedy.en).not.toBe('');
    },
  );
});

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
}
