import { type AgencyCode, isAgencyCode, parseAgencyCode } from './agency-code.js';
import { parseWireDate, wireDate } from './calendar.js';

/** What names a document for good: issuing agency, year, number, notation, as the issuer wrote them. (QĐ 28/2018, art. 10; QĐ 395/QĐ-BTTTT) */
export interface IdentityTuple {
  readonly kind: 'tuple';
  readonly agency: AgencyCode;
  readonly year: number;
  readonly number: string;
  readonly notation: string;
}

/** A document's identity as its `DocumentId` gives it: the tuple, or a text of any other shape (a UUID, an impossible date), kept as it came. */
export type DocumentIdentity = IdentityTuple | { readonly kind: 'opaque'; readonly text: string };

/** What a document says about its identity. `from` in either form of code, `promulgatedOn` as `yyyy-MM-dd`, the rest verbatim. */
export interface IdentityClaims {
  readonly documentId: string;
  readonly from: string;
  readonly number: string;
  readonly notation: string;
  readonly promulgatedOn: string;
}

/**
 * A document identified. `key` decides whether two documents are the same: equal keys, same identity, however either is written.
 * `alias` is the key by which an opaque DocumentId is looked up, undefined when the DocumentId was a tuple.
 * `differences` are sentences for people, one for each place where DocumentId and the header disagree.
 */
export interface IdentifiedDocument {
  readonly identity: DocumentIdentity;
  readonly key: string;
  readonly alias?: string | undefined;
  readonly differences: readonly string[];
}

/** Identifies a document: by its DocumentId, or, where that is opaque, by From, Code and PromulgationInfo. Never refuses. */
export function identifyDocument(claims: IdentityClaims): IdentifiedDocument {
  const read = readTuple(claims.documentId);
  if (read) {
    return { identity: read.tuple, key: keyOfTuple(read.tuple), differences: differencesBetween(read, claims) };
  }
  const identity: DocumentIdentity = { kind: 'opaque', text: claims.documentId };
  const key = keyOf(claims.from, claims.promulgatedOn.slice(0, 4), claims.number, claims.notation);
  return { identity, key, alias: keyOfOpaque(claims.documentId), differences: [] };
}

/** Reads a written identity: the wire form `A,yyyy/MM/dd,N/NOT`, the dotted form `A.yyyy.N/NOT`; anything else is opaque. */
export function parseDocumentIdentity(text: string): DocumentIdentity {
  return readTuple(text)?.tuple ?? { kind: 'opaque', text };
}

/** The key of a written identity, for looking a document up: equals `key` of a tuple and `alias` of an opaque DocumentId. */
export function identityKeyOf(text: string): string {
  const read = readTuple(text);
  return read ? keyOfTuple(read.tuple) : keyOfOpaque(text);
}

/** The identity as people and the API write it: `000.00.00.G22.2020.0123/VPCP-KSTT`. */
export function displayIdentity(identity: DocumentIdentity): string {
  if (identity.kind === 'opaque') return identity.text;
  return `${identity.agency}.${identity.year}.${identity.number}/${identity.notation}`;
}

/** The identity as edXML's DocumentId writes it: `000.00.00.G22,2020/02/04,0123/VPCP-KSTT`. `promulgatedOn` is `yyyy-MM-dd`. */
export function wireDocumentId(parts: Omit<IdentityClaims, 'documentId'>): string {
  return `${parts.from},${wireDate(parts.promulgatedOn)},${parts.number}/${parts.notation}`;
}

interface ReadIdentity {
  readonly tuple: IdentityTuple;
  readonly promulgatedOn?: string | undefined;
}

const WIRE = /^([^,]+),([^,]+),([^/]*)\/(.+)$/s;
const DOTTED = /^([0-9A-Z.]+)\.(\d{4})\.([^/]*)\/(.+)$/is;

function readTuple(text: string): ReadIdentity | undefined {
  const written = text.normalize('NFC').trim();
  const wire = WIRE.exec(written);
  if (wire) {
    const promulgatedOn = parseWireDate((wire[2] ?? '').trim());
    return promulgatedOn === undefined ? undefined : assemble(wire, promulgatedOn.slice(0, 4), promulgatedOn);
  }
  const dotted = DOTTED.exec(written);
  return dotted ? assemble(dotted, dotted[2] ?? '') : undefined;
}

function assemble(match: RegExpExecArray, year: string, promulgatedOn?: string): ReadIdentity | undefined {
  const agency = (match[1] ?? '').trim().toUpperCase();
  const number = (match[3] ?? '').trim();
  const notation = (match[4] ?? '').trim();
  if (!isAgencyCode(agency) || number === '' || notation === '') return undefined;
  return {
    tuple: { kind: 'tuple', agency: parseAgencyCode(agency), year: Number(year), number, notation },
    promulgatedOn,
  };
}

function keyOfTuple({ agency, year, number, notation }: IdentityTuple): string {
  return keyOf(agency, String(year), number, notation);
}

function keyOf(agency: string, year: string, number: string, notation: string): string {
  return [sameAgency(agency), year, sameNumber(number), same(notation)].join('|');
}

/** No tuple key begins with `=`, so an opaque text never equals a tuple. */
function keyOfOpaque(text: string): string {
  return `=${same(text)}`;
}

function same(text: string): string {
  return text.normalize('NFC').trim().toUpperCase();
}

function sameNumber(number: string): string {
  return same(number).replace(/^0+(?=.)/, '');
}

function sameAgency(code: string): string {
  const written = same(code);
  return isAgencyCode(written) ? parseAgencyCode(written) : written;
}

function differencesBetween({ tuple, promulgatedOn }: ReadIdentity, claims: IdentityClaims): string[] {
  const pairs: [string, string, string, boolean][] = [
    ['cơ quan ban hành', tuple.agency, claims.from, sameAgency(tuple.agency) === sameAgency(claims.from)],
    ['số', tuple.number, claims.number, sameNumber(tuple.number) === sameNumber(claims.number)],
    ['ký hiệu', tuple.notation, claims.notation, same(tuple.notation) === same(claims.notation)],
    dateDifference(tuple, promulgatedOn, claims.promulgatedOn),
  ];
  return pairs
    .filter(([, , , agree]) => !agree)
    .map(([what, inId, inHeader]) => `DocumentId ghi ${what} "${inId}", phần đầu văn bản ghi "${inHeader}".`);
}

function dateDifference(
  tuple: IdentityTuple,
  inId: string | undefined,
  inHeader: string,
): [string, string, string, boolean] {
  if (inId !== undefined) return ['ngày ban hành', inId, inHeader, inId === inHeader];
  return ['năm', String(tuple.year), inHeader.slice(0, 4), String(tuple.year) === inHeader.slice(0, 4)];
}
