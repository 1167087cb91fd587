import { AxisError } from './errors/axis-error.js';

/**
 * The code of an agency in its canonical form: the QCVN 102:2016 form (`000.21.31.H53`) when there is one, else the QĐ 20/2020 form
 * (`H53.04.005.001`). Whoever holds one holds a well-formed one, and two codes of one agency are the same string.
 */
export type AgencyCode = string & { readonly __brand: 'AgencyCode' };

/** The tier of government an agency belongs to; `outside` are test codes and letters nobody has given out. */
export type Tier = 'central' | 'province' | 'district' | 'commune' | 'outside';

const QCVN = /^(\d{3})\.(\d{2})\.(\d{2})\.([A-Z]\d{2})$/;
const QD20 = /^[A-Z]\d{2}(?:\.[0-9A-Z]+)*$/;
const LONGEST_QD20 = 35;

/** Reads a code in either form, blanks around it allowed. Throws AGENCY_CODE_MALFORMED. (QĐ 28/2018, art. 10; QĐ 20/2020) */
export function parseAgencyCode(text: string): AgencyCode {
  const code = readAgencyCode(text);
  if (code === undefined) throw new AxisError('AGENCY_CODE_MALFORMED', { text });
  return code;
}

/** Whether `parseAgencyCode` would take the text, in whichever form it is written. */
export function isAgencyCode(text: string): boolean {
  return readAgencyCode(text) !== undefined;
}

/** The QCVN 102:2016 form, or undefined for a newer code that has none, as `H53.04.005.001`. */
export function qcvnForm(code: AgencyCode): string | undefined {
  return QCVN.test(code) ? code : undefined;
}

/** The QĐ 20/2020 form, level 1 first. A zero group between two others is kept: dropping it would make the code another agency's. */
export function qd20Form(code: AgencyCode): string {
  const old = QCVN.exec(code);
  if (!old) return code;
  const [, four = '', three = '', two = '', one = ''] = old;
  const groups = [one];
  if (two !== '00' || three !== '00') groups.push(two);
  if (three !== '00') groups.push(three);
  if (four !== '000') groups.push(four);
  return groups.join('.');
}

/** The agency directly above: the left-most non-zero group becomes zero. None above level 1. */
export function parentOf(code: AgencyCode): AgencyCode | undefined {
  const groups = qd20Form(code).split('.');
  if (groups.length === 1) return undefined;
  const above = groups.slice(0, -1);
  while (above.length > 1 && /^0+$/.test(above.at(-1) ?? '')) above.pop();
  return readAgencyCode(above.join('.'));
}

/** The agency itself, then every agency above it, nearest first. */
export function ancestryOf(code: AgencyCode): AgencyCode[] {
  const chain = [code];
  for (let above = parentOf(code); above !== undefined; above = parentOf(above)) chain.push(above);
  return chain;
}

/** Whether `code` is `root` or lies below it. */
export function isAtOrBelow(code: AgencyCode, root: AgencyCode): boolean {
  return ancestryOf(code).includes(root);
}

/** Level 1 of a code: `H53` of `000.21.31.H53`. It names the ministry or province that the agency belongs to. */
export function levelOneOf(code: AgencyCode): string {
  return QCVN.exec(code)?.[4] ?? code.slice(0, 3);
}

/** The tier by the conventions of the code: the letter of level 1, districts from 30 at level 2, communes from 20 at level 3. */
export function tierOf(code: AgencyCode): Tier {
  const { levelOne, levelTwo, levelThree } = levelsOf(code);
  if (/^[A-GI]/.test(levelOne)) return 'central';
  if (!/^[HK]/.test(levelOne)) return 'outside';
  if (levelTwo < 30) return 'province';
  return levelThree < 20 ? 'district' : 'commune';
}

/** Whether the code is that of a People's Committee itself (of a province, district or commune), not of an office below one. */
export function isPeoplesCommittee(code: AgencyCode): boolean {
  const { levelOne, levelTwo, levelThree, hasLevelFour } = levelsOf(code);
  if (!levelOne.startsWith('H') || hasLevelFour) return false;
  if (levelTwo === 0) return levelThree === 0;
  return levelTwo >= 30 && (levelThree === 0 || levelThree >= 20);
}

interface Levels {
  readonly levelOne: string;
  readonly levelTwo: number;
  readonly levelThree: number;
  readonly hasLevelFour: boolean;
}

function levelsOf(code: AgencyCode): Levels {
  const [levelOne = '', ...below] = qd20Form(code).split('.');
  const isPair = (group: string | undefined): group is string => group !== undefined && /^\d{2}$/.test(group);
  const levelTwo = isPair(below[0]) ? Number(below[0]) : 0;
  const levelThree = isPair(below[0]) && isPair(below[1]) ? Number(below[1]) : 0;
  const pairs = isPair(below[0]) ? (isPair(below[1]) ? 2 : 1) : 0;
  return { levelOne, levelTwo, levelThree, hasLevelFour: below.length > pairs };
}

function readAgencyCode(text: string): AgencyCode | undefined {
  const written = text.trim();
  if (QCVN.test(written)) return written as AgencyCode;
  if (written.length > LONGEST_QD20 || !QD20.test(written)) return undefined;
  return (oldForm(written) ?? written) as AgencyCode;
}

/** Up to two pairs of digits are levels 2 and 3, a last group of three digits is level 4; anything else is a newer code without an old form. */
function oldForm(written: string): string | undefined {
  const match = /^([A-Z]\d{2})(?:\.(\d{2}))?(?:\.(\d{2}))?(?:\.(\d{3}))?$/.exec(written);
  if (!match) return undefined;
  const [, one = '', two = '00', three = '00', four = '000'] = match;
  return `${four}.${three}.${two}.${one}`;
}
