import { type Language } from './wording.js';

/** All times are Hanoi's, wherever the browser stands. */
const ZONE = 'Asia/Ho_Chi_Minh';

const whole = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 0 });
const decimal = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });
const hundredths = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 });
const share = new Intl.NumberFormat('vi-VN', { style: 'percent', maximumFractionDigits: 1 });
const parts = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: ZONE } as const;
const toTheMinute = new Intl.DateTimeFormat('vi-VN', parts);
const toTheSecond = new Intl.DateTimeFormat('vi-VN', { ...parts, second: '2-digit' });
const date = new Intl.DateTimeFormat('vi-VN', { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: ZONE });

/** A count as reports write it, `387.377`; a dash where there is none. */
export function figure(count: number | undefined): string {
  return count === undefined ? '–' : whole.format(count);
}

/** Something each second: two decimals below 1, one below 100, none from there on. */
export function perSecond(rate: number): string {
  if (rate > 0 && rate < 0.01) return '<0,01';
  if (rate < 1) return hundredths.format(rate);
  return rate < 100 ? decimal.format(rate) : whole.format(rate);
}

/** A share of 1 in percent, `93,4%`. */
export function percent(part: number): string {
  return share.format(part);
}

/** `14:05`, of Hanoi. */
export function clock(time: string | number): string {
  return toTheMinute.format(new Date(time));
}

/** `14:05:09`, of Hanoi. */
export function exactClock(time: string | number): string {
  return toTheSecond.format(new Date(time));
}

/** `04/02/2020`, of Hanoi; a day `yyyy-MM-dd` stays that day. */
export function dayOf(time: string | number): string {
  const text = String(time);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text.split('-').reverse().join('/');
  return date.format(new Date(time));
}

/** `04/02/2020 14:05:09`, of Hanoi. */
export function moment(time: string | number): string {
  return `${dayOf(time)} ${exactClock(time)}`;
}

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

/** A length of time in its largest whole unit, seconds at least: `3 phút`, `3 minutes`. */
export function duration(ms: number, language: Language): string {
  const [unit, length] = UNITS.find(([, each]) => ms >= each) ?? ['second', 1000];
  const locale = language === 'vi' ? 'vi-VN' : 'en-GB';
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(Math.floor(ms / length));
}

/** A short time as it is measured: `850 ms`, `1,4 s`, `2 phút`. */
export function lasting(ms: number, language: Language): string {
  if (ms >= 60_000) return duration(ms, language);
  return ms >= 1000 ? `${decimal.format(ms / 1000)} s` : `${whole.format(ms)} ms`;
}

/** A size in bytes, `15,2 MB` of 1,048,576 each. */
export function size(bytes: number): string {
  if (bytes < 1024) return `${whole.format(bytes)} B`;
  return bytes < 1024 ** 2 ? `${decimal.format(bytes / 1024)} KB` : `${decimal.format(bytes / 1024 ** 2)} MB`;
}
