import { type LoadSettings } from '#wire';
import { CliFailure, EXIT } from '../terminal/failure.js';
import { words } from '../terminal/words.js';
import { parseDuration, parseMix, parseNumber, parseShare, parseSize } from './quantities.js';

/** The options of `truc load`, as they were written. */
export type LoadOptions = Readonly<
  Partial<Record<'rate' | 'for' | 'recipients' | 'size' | 'mix' | 'urgent' | 'patience', string>>
>;

/** What the options ask for. Throws CliFailure, exit code 2, when one cannot be understood. */
export function settingsOf(options: LoadOptions): LoadSettings {
  const { rate = '100', recipients = '3.3', size, mix, urgent = '0', patience = '30s' } = options;
  if (size !== undefined && mix !== undefined) {
    throw new CliFailure(
      words('--size và --mix loại trừ nhau.', '--size and --mix exclude each other.'),
      words('Chỉ dùng một trong hai.', 'Use one of the two.'),
      EXIT.wrongUse,
    );
  }
  return {
    rate: parseNumber(rate, { least: 0.1, most: 10_000 }),
    forMs: parseDuration(options.for ?? '60s'),
    recipients: parseNumber(recipients, { least: 1, most: 50 }),
    mix: mix === undefined ? [{ parts: 1, bytes: parseSize(size ?? '6kb') }] : parseMix(mix),
    urgent: parseShare(urgent),
    patienceMs: parseDuration(patience),
  };
}
