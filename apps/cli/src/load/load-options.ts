import { type LoadSettings } from '#wire';
import { CliFailure, EXIT } from '../terminal/failure.js';
import { words } from '#core';
import { parseDuration, parseMix, parseNumber, parseShare, parseSize } from './quantities.js';

/** The options of `truc load`, as they were written. */
export type LoadOptions = Readonly<
  Partial<Record<'rate' | 'for' | 'recipients' | 'size' | 'mix' | 'urgent' | 'patience' | 'every', string>>
>;

/** What the options ask for. Throws CliFailure, exit code 2, when one cannot be understood. */
export function settingsOf(options: LoadOptions): LoadSettings {
  const { rate = '100', recipients = '3.3', size, mix, urgent = '0', patience = '30s' } = options;
  return {
    rate: parseNumber(rate, { least: 0.1, most: 10_000 }),
    forMs: parseDuration(options.for ?? '60s'),
    recipients: parseNumber(recipients, { least: 1, most: 50 }),
    mix: mixOf(size, mix),
    urgent: parseShare(urgent),
    patienceMs: parseDuration(patience),
    ...(options.every === undefined ? {} : { everyMs: parseDuration(options.every) }),
  };
}

function mixOf(size: string | undefined, mix: string | undefined): LoadSettings['mix'] {
  if (mix === undefined) return [{ parts: 1, bytes: parseSize(size ?? '6kb') }];
  if (size === undefined) return parseMix(mix);
  throw new CliFailure(
    words('--size và --mix loại trừ nhau.', '--size and --mix exclude each other.'),
    words('Chỉ dùng một trong hai.', 'Use one of the two.'),
    EXIT.wrongUse,
  );
}
