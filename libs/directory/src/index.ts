/** The national directory of agencies, and what finds one in it. */
export { AGENCIES, type DirectoryEntry, agencyNamed } from './agencies.js';
export { searchAgencies } from './search.js';
export { withoutDiacritics } from './without-diacritics.js';
