import { qd20Form } from '#core';
import { AGENCIES, type DirectoryEntry } from './agencies.js';

interface Indexed {
  readonly agency: DirectoryEntry;
  readonly name: string;
  readonly codes: string;
}

const INDEX: readonly Indexed[] = AGENCIES.map((agency) => ({
  agency,
  name: plain(agency.name),
  codes: plain(`${agency.code} ${qd20Form(agency.code)}`),
}));

/**
 * The agencies whose name or code has every word of the text, whatever its case and diacritics (`ben cau` finds Bến Cầu): first those
 * that have it as it stands, otherwise in the order of the directory. An empty text finds none.
 */
export function searchAgencies(text: string): DirectoryEntry[] {
  const wanted = plain(text);
  if (wanted === '') return [];
  const words = wanted.split(' ');
  const found = INDEX.filter(({ name, codes }) => words.every((word) => name.includes(word) || codes.includes(word)));
  const isExact = ({ name, codes }: Indexed): boolean => name.includes(wanted) || codes.includes(wanted);
  return [...found.filter(isExact), ...found.filter((one) => !isExact(one))].map(({ agency }) => agency);
}

/** The text in small letters without diacritics, words divided by one blank. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd').trim().replace(/\s+/g, ' ');
}
