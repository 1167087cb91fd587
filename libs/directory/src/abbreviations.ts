import { type AgencyCode, isPeoplesCommittee, withoutDiacritics } from '#core';

const WRITTEN_OUT: ReadonlyMap<string, string> = new Map([
  ['ubnd', 'uy ban nhan dan'],
  ['tp', 'thanh pho'],
  ['tx', 'thi xa'],
  ['tt', 'thi tran'],
  ['hcm', 'ho chi minh'],
]);

const JOINING = new Set(['và']);

/** The text as names are compared: without diacritics, and UBND, TP, TX, TT and HCM written out (`UBND TP.Tây Ninh` is `uy ban nhan dan thanh pho tay ninh`). */
export function searchForm(text: string): string {
  const words = withoutDiacritics(text)
    .replace(/\b(tp|tx|tt)\. ?/g, '$1 ')
    .split(' ');
  return words.map((word) => WRITTEN_OUT.get(word) ?? word).join(' ');
}

/** The initials of an agency's name in capitals, joining words left out: `BTTTT`, `VPCP`, `BLĐTBXH`. Ours, from the habit of NĐ 30/2020, annex III. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s,-]+/).filter((word) => word !== '' && !JOINING.has(word.toLowerCase()));
  return words.map((word) => word.charAt(0).toUpperCase()).join('');
}

const LONGEST_ABBREVIATION = 12;

/** How an agency of that name abbreviates itself in a notation: `UBND`, `VPCP`, `BTTTT`; its code's last group without a name. Ours, from the habit of NĐ 30/2020, annex III. */
export function abbreviationOf(code: AgencyCode, name: string | undefined): string {
  if (isPeoplesCommittee(code)) return 'UBND';
  const initials = initialsOf(name ?? '').slice(0, LONGEST_ABBREVIATION);
  return initials === '' ? (code.split('.').at(-1) ?? code) : initials;
}
