import { qd20Form } from '#core';
import { initialsOf, searchForm } from './abbreviations.js';
import { AGENCIES, type DirectoryEntry } from './agencies.js';
import { withoutDiacritics } from './without-diacritics.js';

interface Indexed {
  readonly agency: DirectoryEntry;
  readonly name: string;
  /** The name without the words every People's Committee begins with, and those without the word for the kind of place. */
  readonly shortNames: readonly string[];
  /** Both forms of its code and its initials. */
  readonly marks: readonly string[];
  /** All of it with a blank before every word. */
  readonly words: string;
}

/** Made at the first search: most programs never search. */
let index: readonly Indexed[] | undefined;

const COMMITTEE = 'uy ban nhan dan ';
const KIND_OF_PLACE = /^(?:tinh|thanh pho|thi xa|quan|huyen|thi tran|phuong|xa) /;
const RANKS = 6;

/**
 * The agencies whose name, code or initials have every word of the text, whatever its case and diacritics and with UBND, TP, TX, TT for what
 * they stand for (`ubnd huyen ben cau`, `btttt`). The best first: what is called so, what begins so, what has the text as it stands, what
 * has its words from their beginnings, the rest; equals in the order of the directory. An empty text finds none.
 */
export function searchAgencies(text: string): DirectoryEntry[] {
  const wanted = { mark: withoutDiacritics(text), name: searchForm(text) };
  if (wanted.name === '') return [];
  const words = wanted.name.split(' ');
  index ??= AGENCIES.map(indexed);
  const ranks: DirectoryEntry[][] = Array.from({ length: RANKS }, () => []);
  for (const one of index) {
    if (words.every((word) => one.words.includes(word))) ranks[rankOf(one, wanted, words)]?.push(one.agency);
  }
  return ranks.flat();
}

function indexed(agency: DirectoryEntry): Indexed {
  const name = searchForm(agency.name);
  const place = name.startsWith(COMMITTEE) ? name.slice(COMMITTEE.length) : undefined;
  const initials = withoutDiacritics(initialsOf(agency.name));
  const marks = [agency.code.toLowerCase(), qd20Form(agency.code).toLowerCase(), initials];
  const shortNames = place === undefined ? [] : [place, place.replace(KIND_OF_PLACE, '')];
  return { agency, name, shortNames, marks, words: ` ${name} ${marks.join(' ')}` };
}

function rankOf(one: Indexed, wanted: { mark: string; name: string }, words: readonly string[]): number {
  if (one.marks.includes(wanted.mark) || one.name === wanted.name || one.shortNames.includes(wanted.name)) return 0;
  const isBegun = (name: string): boolean => name.startsWith(wanted.name);
  if (isBegun(one.name) || one.shortNames.some(isBegun) || one.marks.some(isBegun)) return 1;
  if (one.words.includes(` ${wanted.name}`)) return 2;
  if (one.words.includes(wanted.name)) return 3;
  return words.every((word) => one.words.includes(` ${word}`)) ? 4 : 5;
}
