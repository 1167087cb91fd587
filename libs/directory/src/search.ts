import { qd20Form } from '#core';
import { AGENCIES, type DirectoryEntry } from './agencies.js';
import { withoutDiacritics } from './without-diacritics.js';

interface Indexed {
  readonly agency: DirectoryEntry;
  readonly name: string;
  readonly codes: string;
}

const INDEX: readonly Indexed[] = AGENCIES.map((agency) => ({
  agency,
  name: withoutDiacritics(agency.name),
  codes: withoutDiacritics(`${agency.code} ${qd20Form(agency.code)}`),
}));

/**
 * The agencies whose name or code has every word of the text, whatever its case and diacritics (`ben cau` finds Bến Cầu): first those
 * that have it as it stands, otherwise in the order of the directory. An empty text finds none.
 */
export function searchAgencies(text: string): DirectoryEntry[] {
  const wanted = withoutDiacritics(text);
  if (wanted === '') return [];
  const words = wanted.split(' ');
  const found = INDEX.filter(({ name, codes }) => words.every((word) => name.includes(word) || codes.includes(word)));
  const isExact = ({ name, codes }: Indexed): boolean => name.includes(wanted) || codes.includes(wanted);
  return [...found.filter(isExact), ...found.filter((one) => !isExact(one))].map(({ agency }) => agency);
}
