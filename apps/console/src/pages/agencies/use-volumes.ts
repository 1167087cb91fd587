import { useMemo } from 'react';
import { hanoiDay } from '#core';
import { type ByAgency, type ByBranch } from '#wire';
import { useAnswer } from '../../api/queries.js';
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
  const query = daysOf(period, hanoiDay(Date.now()));
  const { data, error } = useAnswer<ByBranch>('/statistics/by-branch', { query, everyMs: EVERY_MS });
  const volumes = useMemo(() => (data === undefined ? undefined : ofBranches(data.items)), [data]);
  return { asOf: data?.asOf, volumes, error };
}

/** Sent and received of every agency: its own, and with everything below it. Asked for only when `isNeeded`: it is long. */
export function useAgencyVolumes(
  period: PeriodName,
  isNeeded = true,
): Counted & { readonly own?: Volumes | undefined } {
  const query = daysOf(period, hanoiDay(Date.now()));
  const path = isNeeded ? '/statistics/by-agency' : undefined;
  const { data, error } = useAnswer<ByAgency>(path, { query, everyMs: EVERY_MS });
  const [volumes, ownVolumes] = useMemo(
    () => (data === undefined ? [] : [withBelow(data.items), own(data.items)]),
    [data],
  );
  return { asOf: data?.asOf, volumes, own: ownVolumes, error };
}
