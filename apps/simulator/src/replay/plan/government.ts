import { type AgencyCode, type Day, OPENED, tierOf } from '#core';
import { AGENCIES, agenciesBelow, type DirectoryEntry, initialsOf } from '#directory';
import { Chance } from './chance.js';

/** An agency of the replay: from when on its documents travel over the axis. */
export interface ReplayAgency {
  readonly code: AgencyCode;
  readonly name: string;
  /** How its notations name it: `UBND`, `BTC`. */
  readonly initials: string;
  readonly joined: Day;
}

/** The agencies below a province, by what they are. */
export type Kind = 'department' | 'district' | 'commune';

/** A connected system of the replay: a ministry's or a province's, which speaks for every agency below. */
export interface ReplaySystem {
  readonly name: string;
  readonly top: ReplayAgency;
  /** Those below, each kind in the order in which they joined. */
  readonly below: Readonly<Record<Kind, readonly ReplayAgency[]>>;
  readonly isProvince: boolean;
}

/** When the four tiers came: central agencies and provinces at the opening, the others between these days. All four were to be there by 30/6/2020. */
const JOINING = {
  department: [OPENED, '2019-12-31'],
  district: ['2019-07-01', '2020-06-30'],
  commune: ['2019-11-01', '2020-06-30'],
} as const;

const DAY_MS = 86_400_000;

/** The 94 systems: every central agency and every province, each for its whole tree. */
export function replaySystems(): ReplaySystem[] {
  return agenciesBelow().map((top) => {
    const all = allBelow(top);
    const ofKind = (kind: Kind): ReplayAgency[] =>
      all
        .filter(({ code }) => kindOf(code) === kind)
        .map((agency) => joining(agency, kind))
        .sort(byJoining);
    return {
      name: top.code.slice(-3).toLowerCase(),
      top: { ...described(top), joined: OPENED },
      below: { department: ofKind('department'), district: ofKind('district'), commune: ofKind('commune') },
      isProvince: tierOf(top.code) === 'province',
    };
  });
}

/** How many of these agencies have joined by a day; they stand first. */
export function joinedBy(agencies: readonly ReplayAgency[], day: Day): number {
  let [low, high] = [0, agencies.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((agencies[middle]?.joined ?? '') <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function byJoining(a: ReplayAgency, b: ReplayAgency): number {
  if (a.joined !== b.joined) return a.joined < b.joined ? -1 : 1;
  return a.code < b.code ? -1 : 1;
}

function allBelow(top: DirectoryEntry): DirectoryEntry[] {
  const levelOne = top.code.slice(-3);
  return AGENCIES.filter(({ code }) => code !== top.code && code.endsWith(levelOne));
}

function kindOf(code: AgencyCode): Kind {
  const tier = tierOf(code);
  return tier === 'district' || tier === 'commune' ? tier : 'department';
}

function joining(agency: DirectoryEntry, kind: Kind): ReplayAgency {
  const [first, last] = JOINING[kind].map((day) => Date.parse(day)) as [number, number];
  const at = first + Chance.of(`joins ${agency.code}`).share() * (last - first + DAY_MS);
  return { ...described(agency), joined: new Date(at).toISOString().slice(0, 10) };
}

function described({ code, name }: DirectoryEntry): Omit<ReplayAgency, 'joined'> {
  const isCommittee = name.startsWith('Ủy ban nhân dân');
  return { code, name, initials: isCommittee ? 'UBND' : initialsOf(name.replace(/ (tỉnh|thành phố) .*$/i, '')) };
}
