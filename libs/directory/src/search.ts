import { type AgencyCode, qd20Form, withoutDiacritics } from '#core';
import { initialsOf, searchForm } from './abbreviations.js';
import { AGENCIES, type DirectoryEntry } from './agencies.js';
import { AgencyIndex } from './agency-index.js';

/** Made at the first search: most programs never search. */
let index: AgencyIndex<{ agency: DirectoryEntry; searchText: string }> | undefined;

/** The agencies of the directory that the text finds, the best first (see `AgencyIndex`). */
export function searchAgencies(text: string): DirectoryEntry[] {
  index ??= new AgencyIndex(AGENCIES.map((agency) => ({ agency, searchText: searchTextOf(agency.code, agency.name) })));
  return index.search(text).map(({ agency }) => agency);
}

/** What an agency is found by: name, initials and both forms of its code, in small letters without diacritics. */
export function searchTextOf(code: AgencyCode, name: string): string {
  const initials = withoutDiacritics(initialsOf(name));
  return `${searchForm(name)} ${initials} ${code.toLowerCase()} ${qd20Form(code).toLowerCase()}`;
}
