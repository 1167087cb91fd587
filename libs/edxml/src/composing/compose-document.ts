import {
  administrativeNotation,
  type AgencyCode,
  type Day,
  documentTypeOf,
  hanoiTimestamp,
  LEGAL_ACT_TYPES,
  legalActNotation,
  parseAgencyCode,
  typeDetailOf,
  wireDocumentId,
} from '#core';
import { type Attachment, type EdxmlDocument } from '../attachment.js';
import { type DocumentHeader } from '../header.js';
import { type AgencyNames, type DocumentForm } from './document-form.js';
import { partyOf } from './party-of.js';

const STANDARD_TYPE = 'Công văn';

/** What names a document: its number is given last, when everything else is known to be right. */
export interface Naming {
  readonly from: AgencyCode;
  readonly typeName: string;
  readonly notation: string;
  readonly promulgatedOn: Day;
}

/** The name a form's document will have but for its number. Throws AGENCY_CODE_MALFORMED. */
export function namingOf(
  form: Pick<DocumentForm, 'from' | 'typeName'>,
  today: Day,
  { abbreviationOf }: Pick<AgencyNames, 'abbreviationOf'>,
): Naming {
  const from = parseAgencyCode(form.from.trim());
  const typeName = form.typeName ?? STANDARD_TYPE;
  const notation = notationOf(typeName, abbreviationOf(from), Number(today.slice(0, 4)));
  return { from, typeName, notation, promulgatedOn: today };
}

/** The whole document of a form, as it is signed and sent at `at` (epoch ms). */
export function composeDocument(
  form: DocumentForm,
  naming: Naming,
  given: { number: string; at: number; names: AgencyNames },
): EdxmlDocument {
  const { from, typeName, notation, promulgatedOn } = naming;
  const { number, at, names } = given;
  const issuer = partyOf(from, names);
  const header: DocumentHeader = {
    from: issuer,
    to: form.to.map((code) => partyOf(parseAgencyCode(code.trim()), names)),
    documentId: wireDocumentId({ from, number, notation, promulgatedOn }),
    number,
    notation,
    place: 'Việt Nam',
    promulgatedOn,
    type: typeOf(typeName),
    subject: form.subject,
    content: form.content ?? form.subject,
    signer: { competence: 'TL. THỦ TRƯỞNG', position: 'Chánh Văn phòng', fullName: 'Nguyễn Văn An' },
    dueOn: form.dueOn,
    toPlaces: ['Như trên', 'Lưu: VT'],
    priority: (form.priority ?? 0) as DocumentHeader['priority'],
    appendixes: [],
    responseFor: [],
    steering: 0,
    taskCodes: [],
    trace: [{ code: from, at: hanoiTimestamp(at) }],
    business: {
      type: 0,
      reason: 'Văn bản điện tử mới',
      paper: form.paper ?? false,
      replaces: [],
      staff: { department: 'Văn thư', staff: 'Trần Thị Bình', email: issuer.email, mobile: '0900000000' },
    },
    manifest: [],
  };
  return { header, attachments: attachmentsOf(form) };
}

function attachmentsOf({ files }: DocumentForm): Attachment[] {
  return files.map(({ name, contentType, content }, at) => ({
    contentId: `cid:${at + 1}`,
    name,
    contentType,
    description: name,
    content,
  }));
}

function notationOf(typeName: string, agency: string, year: number): string {
  const type = documentTypeOf(typeName);
  if (type === 'khác') return agency;
  return isLegalActOnly(type) ? legalActNotation(type, agency, year) : administrativeNotation(type, agency);
}

/** Types of both groups (Nghị quyết, Quyết định, Chỉ thị) are taken as administrative: legal acts are rare and come as ready edXML. */
function typeOf(typeName: string): DocumentHeader['type'] {
  const type = documentTypeOf(typeName);
  if (isLegalActOnly(type)) return { group: 1, name: type };
  return { group: 2, detail: typeDetailOf(type), name: type === 'khác' ? typeName : type };
}

function isLegalActOnly(type: string): boolean {
  return typeDetailOf(documentTypeOf(type)) === undefined && (LEGAL_ACT_TYPES as readonly string[]).includes(type);
}
