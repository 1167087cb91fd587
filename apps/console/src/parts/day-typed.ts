import { type Day, isDay } from '#core';

/** The day somebody typed as `22/11/2026`, also with dots or dashes; null for what is no day that exists. */
export function dayTyped(text: string): Day | null {
  const [, date = '', month = '', year = ''] = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text) ?? [];
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : null;
}
