import { type AgencyCode, type Day, tierOf } from '#core';
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

/** A connected system of the replay: a ministry's or a province's, which speaks for every agency below. */
export interface ReplaySystem {
  readonly name: string;
  /** The agency at the top first, then the others in the order they joined. */
  readonly agencies: readonly ReplayAgency[];
  readonly isProvince: boolean;
}

/** When the four tiers came: central agencies and provinces at the opening, the others between these days. All four were to be there by 30/6/2020. */
const JOINING = {
  department: ['2019-03-12', '2019-12-31'],
  district: ['2019-07-01', '2020-06-30'],
  commune: ['2019-11-01', '2020-06-30'],
} as const;

const OPENING: Day = '2019-03-12';
const DAY_MS = 86_400_000;

/** The 94 systems: every central agency and every province, each for its whole tree. */
export function replaySystems(): ReplaySystem[] {
  return agenciesBelow().map((top) => {
    const below = allBelow(top).map((agency) => joining(agency, kindOf(agency.code)));
    below.sort((a, b) => (a.joined === b.joined ? (a.code < b.code ? -1 : 1) : a.joined < b.joined ? -1 : 1));
    return {
      name: top.code.slice(-3).toLowerCase(),
      agencies: [{ ...described(top), joined: OPENING }, ...below],
      isProvince: tierOf(top.code) === 'province',
    };
  });
}

/** How many of a system's agencies have joined by a day; they stand first. */
export function joinedBy({ agencies }: ReplaySystem, day: Day): number {
  let [low, high] = [1, agencies.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((agencies[middle]?.joined ?? '') <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function allBelow(top: DirectoryEntry): DirectoryEntry[] {
  const levelOne = top.code.slice(-3);
  return AGENCIES.filter(({ code }) => code !== top.code && code.endsWith(levelOne));
}

function kindOf(code: AgencyCode): keyof typeof JOINING {
  const tier = tierOf(code);
  return tier === 'district' || tier === 'commune' ? tier : 'department';
}

function joining(agency: DirectoryEntry, kind: keyof typeof JOINING): ReplayAgency {
  const [first, last] = JOINING[kind].map((day) => Date.parse(day)) as [number, number];
  const at = first + Chance.of(`joins ${agency.code}`).share() * (last - first + DAY_MS);
  return { ...described(agency), joined: new Date(at).toISOString().slice(0, 10) };
}

function described({ code, name }: DirectoryEntry): Omit<ReplayAgency, 'joined'> {
  const isCommittee = name.startsWith('Ủy ban nhân dân');
  return { code, name, initials: isCommittee ? 'UBND' : initialsOf(name.replace(/ (tỉnh|thành phố) .*$/i, '')) };
}
