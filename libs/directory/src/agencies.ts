import { type AgencyCode, parentOf, parseAgencyCode } from '#core';
import { CENTRAL_AGENCIES } from './data/central-agencies.js';
import { PROVINCES } from './data/provinces.js';
import { TAY_NINH } from './data/tay-ninh.js';

/** An agency of the national directory. `parent` is the agency directly above, if it is in the directory. */
export interface DirectoryEntry {
  readonly code: AgencyCode;
  readonly name: string;
  readonly parent?: AgencyCode | undefined;
}

/** Every agency of the directory, each after the one above it. */
export const AGENCIES: readonly DirectoryEntry[] = [
  ...CENTRAL_AGENCIES.map(([levelOne, name]) => entry(levelOne, name)),
  ...PROVINCES.map(([levelOne, name]) => entry(levelOne, `Ủy ban nhân dân ${name}`)),
  ...TAY_NINH.map(([code, name]) => entry(code, name)),
];

const BY_CODE: ReadonlyMap<AgencyCode, DirectoryEntry> = new Map(AGENCIES.map((agency) => [agency.code, agency]));

/** The agency with that code, or undefined when the directory has none. */
export function agencyNamed(code: AgencyCode): DirectoryEntry | undefined {
  return BY_CODE.get(code);
}

function entry(code: string, name: string): DirectoryEntry {
  const parsed = parseAgencyCode(code);
  const parent = parentOf(parsed);
  return { code: parsed, name, ...(parent === undefined ? {} : { parent }) };
}
