import { type AgencyCode, ancestryOf, parseAgencyCode } from '#core';
import { CENTRAL_AGENCIES } from './data/central-agencies.js';
import { DEPARTMENTS } from './data/departments.js';
import { DISTRICTS } from './data/districts.js';
import { PROVINCES } from './data/provinces.js';

/** An agency of the national directory. `parent` is the agency directly above, if it is in the directory. */
export interface DirectoryEntry {
  readonly code: AgencyCode;
  readonly name: string;
  readonly parent?: AgencyCode | undefined;
}

const COMMITTEE = 'Ủy ban nhân dân';

/** Every agency of 2021, all four tiers, each after the one above it. */
export const AGENCIES: readonly DirectoryEntry[] = [
  ...CENTRAL_AGENCIES.map(([levelOne, name]) => entry(`000.00.00.${levelOne}`, name)),
  ...PROVINCES.map(([levelOne, name]) => entry(`000.00.00.${levelOne}`, `${COMMITTEE} ${name}`)),
  ...PROVINCES.flatMap(departmentsOf),
  ...DISTRICTS.trim().split('\n').flatMap(districtAndCommunes),
];

const BY_CODE: ReadonlyMap<AgencyCode, DirectoryEntry> = new Map(AGENCIES.map((agency) => [agency.code, agency]));

/** Made when somebody asks first: most programs never do. */
let byParent: Map<AgencyCode | undefined, DirectoryEntry[]> | undefined;

/** The agency with that code, or undefined when the directory has none. */
export function agencyNamed(code: AgencyCode): DirectoryEntry | undefined {
  return BY_CODE.get(code);
}

/** The agencies directly below one, by code; without a code those at the top. */
export function agenciesBelow(code?: AgencyCode): readonly DirectoryEntry[] {
  byParent ??= groupedByParent();
  return byParent.get(code) ?? [];
}

/** The agencies of the directory from the top down to that code, itself included if the directory has it. */
export function pathTo(code: AgencyCode): DirectoryEntry[] {
  const known = ancestryOf(code).map((each) => BY_CODE.get(each));
  return known.filter((agency) => agency !== undefined).reverse();
}

function groupedByParent(): Map<AgencyCode | undefined, DirectoryEntry[]> {
  const groups = new Map<AgencyCode | undefined, DirectoryEntry[]>();
  for (const agency of AGENCIES) {
    const group = groups.get(agency.parent);
    if (group) group.push(agency);
    else groups.set(agency.parent, [agency]);
  }
  return groups;
}

function departmentsOf([levelOne, province]: (typeof PROVINCES)[number]): DirectoryEntry[] {
  const above = parseAgencyCode(levelOne);
  return DEPARTMENTS.map(([levelTwo, name]) => entry(`000.00.${levelTwo}.${levelOne}`, `${name} ${province}`, above));
}

/** Reads a line of the data: `H53.31 huyện Bến Cầu|20 thị trấn Bến Cầu|…`. */
function districtAndCommunes(line: string): DirectoryEntry[] {
  const [district = '', ...communes] = line.split('|');
  const [levelOne, levelTwo] = [district.slice(0, 3), district.slice(4, 6)];
  const above = entry(`000.00.${levelTwo}.${levelOne}`, `${COMMITTEE} ${district.slice(7)}`, parseAgencyCode(levelOne));
  const below = communes.map((commune) =>
    entry(`000.${commune.slice(0, 2)}.${levelTwo}.${levelOne}`, `${COMMITTEE} ${commune.slice(3)}`, above.code),
  );
  return [above, ...below];
}

function entry(code: string, name: string, parent?: AgencyCode): DirectoryEntry {
  return { code: parseAgencyCode(code), name, ...(parent === undefined ? {} : { parent }) };
}
