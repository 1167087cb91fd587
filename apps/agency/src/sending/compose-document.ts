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
import { type Attachment, type DocumentHeader, type EdxmlDocument } from '#edxml';
import { type DocumentForm } from './document-form.js';
import { abbreviationOf, partyOf } from './parties.js';

const STANDARD_TYPE = 'Công văn';

/** What names a document: its number is given last, when everything else is known to be right. */
export interface Naming {
  readonly from: AgencyCode;
  readonly typeName: string;
  readonly notation: string;
  readonly promulgatedOn: Day;
}

/** The name a form's document will have but for its number. Throws AGENCY_CODE_MALFORMED. */
export function namingOf(form: DocumentForm, today: Day): Naming {
  const from = parseAgencyCode(form.from.trim());
  const typeName = form.typeName ?? STANDARD_TYPE;
  return { from, typeName, notation: notationOf(typeName, from, Number(today.slice(0, 4))), promulgatedOn: today };
}

/** The whole document of a form, as it is signed and sent at `at` (epoch ms). */
export function composeDocument(
  form: DocumentForm,
  naming: Naming,
  given: { number: string; at: number },
): EdxmlDocument {
  const { from, typeName, notation, promulgatedOn } = naming;
  const { number, at } = given;
  const header: DocumentHeader = {
    from: partyOf(from),
    to: form.to.map((code) => partyOf(parseAgencyCode(code.trim()))),
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
      staff: { department: 'Văn thư', staff: 'Trần Thị Bình', email: partyOf(from).email, mobile: '0900000000' },
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

function notationOf(typeName: string, from: AgencyCode, year: number): string {
  const type = documentTypeOf(typeName);
  const agency = abbreviationOf(from);
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
