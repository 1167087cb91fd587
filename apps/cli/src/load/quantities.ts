import { type MixPart } from '#wire';
import { CliFailure, EXIT } from '../terminal/failure.js';
import { words } from '#core';

const DURATION_MS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 } as const;
const SIZE_BYTES = { b: 1, kb: 1_024, mb: 1_048_576, gb: 1_073_741_824 } as const;
const LONGEST_MS = 24 * DURATION_MS.h;
/** What the axis takes, unless BODY_LIMIT_MB says otherwise. */
const LARGEST_BYTES = SIZE_BYTES.gb;
const MOST_PARTS = 1_000;

/** A length of time in milliseconds: `60s`, `500ms`, `1.5m`, `1h`; from 100 ms to 24 h. */
export function parseDuration(text: string): number {
  const ms = inUnits(text, DURATION_MS);
  if (ms === undefined || ms < 100 || ms > LONGEST_MS) throw misread(text, 'một thời gian', 'a time', '60s, 1.5m, 1h');
  return ms;
}

/** A size in whole bytes: `512b`, `6kb`, `10mb`, `1gb`; a KB has 1,024 bytes. */
export function parseSize(text: string): number {
  const bytes = inUnits(text, SIZE_BYTES);
  if (bytes === undefined || bytes < 1 || bytes > LARGEST_BYTES)
    throw misread(text, 'một cỡ', 'a size', '6kb, 10mb, 1gb');
  return Math.round(bytes);
}

/** Sizes and how often each comes: `30x100kb,10x10mb,1x100mb`. */
export function parseMix(text: string): MixPart[] {
  return text.split(',').map((part) => {
    const [, parts, size] = /^(\d{1,4})[x×](.+)$/i.exec(part.trim()) ?? [];
    if (size === undefined || Number(parts) < 1 || Number(parts) > MOST_PARTS)
      throw misread(text, 'một hỗn hợp', 'a mix', '30x100kb,10x10mb,1x100mb');
    return { parts: Number(parts), bytes: parseSize(size) };
  });
}

/** A share from 0 to 1: `0.1` or `10%`. */
export function parseShare(text: string): number {
  const [, number, percent] = /^(\d+(?:\.\d+)?)(%?)$/.exec(text) ?? [];
  const share = Number(number ?? NaN) / (percent === '%' ? 100 : 1);
  if (!(share >= 0 && share <= 1)) throw misread(text, 'một tỷ lệ', 'a share', '0.1, 10%');
  return share;
}

/** A number within limits, such as documents a second. */
export function parseNumber(text: string, { least, most }: { least: number; most: number }): number {
  const number = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (!(number >= least && number <= most)) {
    const limits = words(`một số từ ${least} đến ${most}`, `a number from ${least} to ${most}`);
    throw misread(text, limits.vi, limits.en, String(Math.min(most, Math.max(least, 3.3))));
  }
  return number;
}

function inUnits(text: string, units: Readonly<Record<string, number>>): number | undefined {
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?)([a-z]+)$/i.exec(text) ?? [];
  const factor = units[unit.toLowerCase()];
  return factor === undefined ? undefined : Number(number) * factor;
}

function misread(text: string, vi: string, en: string, example: string): CliFailure {
  return new CliFailure(
    words(`"${text}" không phải ${vi}.`, `"${text}" is not ${en}.`),
    words(`Ví dụ: ${example}. Xem ./truc load --help.`, `For example: ${example}. See ./truc load --help.`),
    EXIT.wrongUse,
  );
}
