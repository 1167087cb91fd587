import { useMemo } from 'react';
import { type ByAgency, type ByBranch } from '#wire';
import { type Query } from '../../api/call.js';
import { useAnswer } from '../../api/queries.js';
import { useToday } from '../../parts/use-today.js';
import { daysOf, type PeriodName } from './period.js';
import { ofBranches, own, type Volumes, withBelow } from './volumes.js';

/** Figures and the moment they are of; undefined until the hub has said. */
export interface Counted {
  readonly asOf?: string | undefined;
  readonly volumes?: Volumes | undefined;
  readonly error: unknown;
}

const EVERY_MS = 30_000;

/** Sent and received of ministries and provinces, everything below them included. */
export function useBranchVolumes(period: PeriodName): Counted {
  const query = useDays(period);
  const path = query === undefined ? undefined : '/statistics/by-branch';
  const { data, error } = useAnswer<ByBranch>(path, { query: query ?? {}, everyMs: EVERY_MS });
  const volumes = useMemo(() => (data === undefined ? undefined : ofBranches(data.items)), [data]);
  return { asOf: data?.asOf, volumes, error };
}

/** Sent and received of every agency: its own, and with everything below it. Asked for only when `isNeeded`: it is long. */
export function useAgencyVolumes(
  period: PeriodName,
  isNeeded = true,
): Counted & { readonly own?: Volumes | undefined } {
  const query = useDays(period);
  const path = isNeeded && query !== undefined ? '/statistics/by-agency' : undefined;
  const { data, error } = useAnswer<ByAgency>(path, { query: query ?? {}, everyMs: EVERY_MS });
  const [volumes, ownVolumes] = useMemo(
    () => (data === undefined ? [] : [withBelow(data.items), own(data.items)]),
    [data],
  );
  return { asOf: data?.asOf, volumes, own: ownVolumes, error };
}

/** The days of a period that ends today; undefined until it is known which day is played. */
function useDays(period: PeriodName): Query | undefined {
  const today = useToday();
  if (period === 'all') return {};
  return today === undefined ? undefined : daysOf(period, today);
}
