import { dayAfter, type Day, isDay } from '#core';
import { type Query } from '../../api/call.js';

/** What can be filtered by, as the names stand in the page's address; days `yyyy-MM-dd` of Hanoi, both included. */
export const FILTERS = [
  'q',
  'identity',
  'sender',
  'recipient',
  'state',
  'status',
  'type',
  'urgent',
  'from',
  'to',
] as const;
export type Filter = (typeof FILTERS)[number];

/** The filters in force; '' is none. */
export type Filters = Readonly<Record<Filter, string>>;

/** Reads the filters of an address. Addresses are typed by people too: a day that does not exist is none. */
export function filtersIn(address: URLSearchParams): Filters {
  const all = Object.fromEntries(FILTERS.map((name) => [name, address.get(name) ?? ''])) as Record<Filter, string>;
  return { ...all, from: isDay(all.from) ? all.from : '', to: isDay(all.to) ? all.to : '' };
}

/** The address with a filter set, or without it when ''. Another list begins at its first page: the cursor goes. */
export function withFilters(address: URLSearchParams, changes: Partial<Record<Filter, string>>): URLSearchParams {
  const next = new URLSearchParams(address);
  next.delete('cursor');
  for (const [name, value] of Object.entries(changes)) {
    if (value === '') next.delete(name);
    else next.set(name, value);
  }
  return next;
}

/** What the hub is asked: days become the moments at which they begin and have ended in Hanoi. */
export function queryOf({ from, to, ...rest }: Filters): Query {
  return { ...rest, from: from === '' ? '' : startOf(from), to: to === '' ? '' : startOf(dayAfter(to, 1)) };
}

/** The periods of a click, by their first and last day. */
export function quickPeriod(period: 'today' | 'week' | 'month' | 'all', today: Day): { from: string; to: string } {
  if (period === 'all') return { from: '', to: '' };
  if (period === 'today') return { from: today, to: today };
  return { from: period === 'week' ? dayAfter(today, -6) : `${today.slice(0, 7)}-01`, to: today };
}

function startOf(day: Day): string {
  return `${day}T00:00:00+07:00`;
}
