import { parseArgs } from 'node:util';
import { type MixPart, parseDuration, parseMix, parseNumber, parseShare, parseSize } from './quantities.js';
import { EXIT, LoadFailure, words } from './words.js';

/** What was asked for: how many documents of which kinds, how fast, for how long. */
export interface LoadOptions {
  /** Documents a second. */
  readonly rate: number;
  readonly forMs: number;
  /** Recipients of a document, on average. */
  readonly recipients: number;
  /** Sizes and how often each comes; one part when all are of one size. */
  readonly mix: readonly MixPart[];
  /** Share of urgent documents, 0 to 1. */
  readonly urgent: number;
  /** How long to wait for what is missing while nothing arrives any more. */
  readonly patienceMs: number;
  readonly json: boolean;
}

const NAMES = {
  rate: { type: 'string', default: '100' },
  for: { type: 'string', default: '60s' },
  recipients: { type: 'string', default: '3.3' },
  size: { type: 'string' },
  mix: { type: 'string' },
  urgent: { type: 'string', default: '0' },
  patience: { type: 'string', default: '30s' },
  json: { type: 'boolean', default: false },
} as const;

/** Reads the arguments of `./truc load`. Throws LoadFailure, exit code 2, when one cannot be understood. */
export function readOptions(args: readonly string[]): LoadOptions {
  const values = parsed(args);
  if (values.size !== undefined && values.mix !== undefined) {
    throw new LoadFailure(
      words('--size và --mix loại trừ nhau.', '--size and --mix exclude each other.'),
      words('Chỉ dùng một trong hai.', 'Use one of the two.'),
      EXIT.wrongUse,
    );
  }
  return {
    rate: parseNumber(values.rate, { least: 0.1, most: 10_000 }),
    forMs: parseDuration(values.for),
    recipients: parseNumber(values.recipients, { least: 1, most: 50 }),
    mix: values.mix === undefined ? [{ parts: 1, bytes: parseSize(values.size ?? '6kb') }] : parseMix(values.mix),
    urgent: parseShare(values.urgent),
    patienceMs: parseDuration(values.patience),
    json: values.json,
  };
}

function parsed(args: readonly string[]): ReturnType<typeof parseArgs<{ options: typeof NAMES }>>['values'] {
  try {
    return parseArgs({ args: [...args], options: NAMES }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new LoadFailure(
      words(reason, reason),
      words('Xem ./truc load --help.', 'See ./truc load --help.'),
      EXIT.wrongUse,
    );
  }
}
