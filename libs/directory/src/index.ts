/** The national directory of agencies, and what finds one in it. */
export { abbreviationOf, initialsOf, searchForm } from './abbreviations.js';
export { AGENCIES, agenciesBelow, agencyNamed, type DirectoryEntry, pathTo } from './agencies.js';
export { AgencyIndex } from './agency-index.js';
export { searchAgencies, searchTextOf } from './search.js';
