import { withoutDiacritics } from '#core';
import { searchForm } from './abbreviations.js';

/** What an agency is found by: its `searchText`, as `searchTextOf` makes it. */
export interface Searchable {
  readonly searchText: string;
}

const COMMITTEE = 'uy ban nhan dan ';
const KINDS_OF_PLACE = ['tinh ', 'thanh pho ', 'thi xa ', 'quan ', 'huyen ', 'thi tran ', 'phuong ', 'xa '];
const LEVEL_ONE = /[a-z]\d\d/;
const RANKS = 4;

/** A text looked for, as it is and with abbreviations written out. */
interface Wanted {
  readonly mark: string;
  readonly name: string;
}

/** Finds among any number of agencies: in a few milliseconds unless tens of thousands match. */
export class AgencyIndex<T extends Searchable> {
  /** Where each word of a name stands, each initials, and each level 1 of a code. */
  private readonly placesByWord = new Map<string, number[]>();
  private readonly sortedWords: readonly string[];

  constructor(private readonly agencies: readonly T[]) {
    for (const [place, { searchText }] of agencies.entries()) {
      const words = searchText.split(' ');
      const [codeQd20 = ''] = words.splice(-2).slice(1);
      words.push(codeQd20.slice(0, 3));
      for (const word of words) this.note(word, place);
    }
    this.sortedWords = [...this.placesByWord.keys()].sort();
  }

  /**
   * The agencies with a word in name, codes or initials that begins like each word of the text, whatever its case and diacritics and with
   * UBND, TP, TX, TT for what they stand for (`ubnd huyen ben cau`, `btttt`). The best first: what is called so, what begins so, what has the
   * text as it stands, the rest; equals in the order they were given in. An empty text finds none.
   */
  search(text: string): T[] {
    const wanted: Wanted = { mark: withoutDiacritics(text), name: searchForm(text) };
    if (wanted.name === '') return [];
    const words = wanted.name.split(' ');
    const ranks: T[][] = Array.from({ length: RANKS }, () => []);
    for (const agency of this.having(words)) ranks[rankOf(agency.searchText, wanted)]?.push(agency);
    return ranks.flat();
  }

  private note(word: string, place: number): void {
    const places = this.placesByWord.get(word);
    if (places === undefined) this.placesByWord.set(word, [place]);
    else if (places.at(-1) !== place) places.push(place);
  }

  /** First by the lists; only what these do not know, the rest of a code, is looked for in the texts. */
  private having(words: readonly string[]): T[] {
    const listed = words.map(listedAs).filter((each) => each !== undefined);
    const unsure = words.filter((word) => listedAs(word) !== word);
    /** How many of the words, in their order, each agency has. */
    const counts = new Uint16Array(this.agencies.length);
    for (const [count, word] of listed.entries()) {
      for (const places of this.placesOf(word)) {
        for (const place of places) if (counts[place] === count) counts[place] = count + 1;
      }
    }
    const found: T[] = [];
    // By places: looking at every agency itself takes ten times as long.
    for (let place = counts.indexOf(listed.length); place >= 0; place = counts.indexOf(listed.length, place + 1)) {
      const agency = this.agencies[place];
      if (agency && unsure.every((word) => hasBegun(agency.searchText, word))) found.push(agency);
    }
    return found;
  }

  /** Where words stand that begin like this one; a place can come more than once. */
  private *placesOf(word: string): Iterable<readonly number[]> {
    for (let at = this.firstFrom(word); this.sortedWords[at]?.startsWith(word); at += 1) {
      yield this.placesByWord.get(this.sortedWords[at] ?? '') ?? [];
    }
  }

  private firstFrom(word: string): number {
    let [low, high] = [0, this.sortedWords.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.sortedWords[middle] ?? '') < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** What of a word the lists know: of a code its level 1; nothing of digits, with which codes begin. */
function listedAs(word: string): string | undefined {
  const known = LEVEL_ONE.exec(word)?.[0] ?? word;
  return /^\d/.test(known) ? undefined : known;
}

function hasBegun(searchText: string, text: string): boolean {
  return searchText.startsWith(text) || searchText.includes(` ${text}`);
}

/** 0 for what is called so, 1 for what begins so, 2 for what has the text as it stands, 3 for the rest. */
function rankOf(searchText: string, { mark, name }: Wanted): number {
  const isPhrase = hasBegun(searchText, name);
  if (!isPhrase && mark === name) return 3;
  const end = endOfName(searchText);
  if (searchText.endsWith(` ${mark}`) || searchText.includes(` ${mark} `, end)) return 0;
  const begun = beginningsOf(searchText).filter((start) => searchText.startsWith(name, start));
  if (begun.some((start) => start + name.length === end)) return 0;
  if (begun.length > 0 || searchText.includes(` ${name}`, end)) return 1;
  return isPhrase ? 2 : 3;
}

/** Where a name begins, with and without the words every People's Committee begins with, and that for its kind of place. */
function beginningsOf(searchText: string): number[] {
  if (!searchText.startsWith(COMMITTEE)) return [0];
  const place = COMMITTEE.length;
  const kind = KINDS_OF_PLACE.find((each) => searchText.startsWith(each, place));
  return kind === undefined ? [0, place] : [0, place, place + kind.length];
}

/** Initials and both codes follow. */
function endOfName(searchText: string): number {
  let end = searchText.length;
  for (let mark = 0; mark < 3; mark += 1) end = Math.max(0, searchText.lastIndexOf(' ', end - 1));
  return end;
}
