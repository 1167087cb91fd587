import { hanoiTimestamp, typeDetailOf } from '#core';
import { type DocumentHeader, type EdxmlDocument, type Party, writeDocument, writeStatus } from '#edxml';
import { Chance } from './plan/chance.js';
import { type ReplayAgency } from './plan/government.js';
import { type PlannedDocument, type PlannedStatus, type PlannedSubmission } from './plan/planned.js';

const SURNAMES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Phan', 'Vũ', 'Đặng', 'Bùi', 'Đỗ'] as const;
const GIVEN_NAMES = [
  'Văn An',
  'Thị Bình',
  'Minh Đức',
  'Quốc Hùng',
  'Thanh Hương',
  'Ngọc Lan',
  'Xuân Phúc',
  'Hữu Thọ',
] as const;

/** What the attachment says, again and again until a document is of the usual size: 6 KB. */
const SENTENCE = 'Đề nghị các cơ quan, đơn vị nghiêm túc triển khai thực hiện; định kỳ báo cáo kết quả theo quy định. ';
const ATTACHMENT_BYTES = 2_400;
const ADMINISTRATIVE = 2;

/** The bytes of a submission; the same submission always gives the same bytes. */
export function edxmlOf(submission: PlannedSubmission): Buffer {
  return submission.kind === 'edoc' ? writeDocument(documentOf(submission)) : statusOf(submission);
}

/** One flat literal on purpose: spreading parts into it takes a fifth of all the writing. */
function documentOf(planned: PlannedDocument): EdxmlDocument {
  const { sender, paper } = planned;
  const name = `${planned.number}_${planned.notation}.txt`;
  const header: DocumentHeader = {
    from: party(sender),
    to: planned.recipients.map(party),
    documentId: planned.documentId,
    number: planned.number,
    notation: planned.notation,
    place: 'Việt Nam',
    promulgatedOn: planned.promulgatedOn,
    type: { group: ADMINISTRATIVE, detail: typeDetailOf(paper.type), name: paper.type },
    subject: paper.subject,
    content: paper.subject,
    signer: {
      competence: 'TL. THỦ TRƯỞNG',
      position: 'Chánh Văn phòng',
      fullName: fullName(Chance.of(planned.identity)),
    },
    toPlaces: ['Như trên', 'Lưu: VT'],
    priority: paper.priority,
    appendixes: [],
    responseFor: [],
    steering: 0,
    taskCodes: [],
    trace: [{ code: sender.code, at: hanoiTimestamp(planned.at) }],
    business: { type: 0, reason: 'Văn bản điện tử mới', paper: paper.paper, replaces: [] },
    manifest: [{ contentId: 'cid:1', contentType: 'text/plain', description: paper.subject, name }],
  };
  return { header, attachments: [{ contentId: 'cid:1', name, contentType: 'text/plain', content: CONTENT }] };
}

const CONTENT = Buffer.alloc(ATTACHMENT_BYTES, SENTENCE);

function statusOf({ document, recipient, code, reason, at }: PlannedStatus): Buffer {
  const { sender, number, notation, promulgatedOn, documentId } = document;
  return writeStatus({
    from: party(recipient),
    responseFor: { organId: sender.code, code: `${number}/${notation}`, promulgatedOn, documentId },
    staff: { staff: fullName(Chance.of(`${recipient.code} ${code}`)) },
    statusCode: code,
    description: reason,
    at: hanoiTimestamp(at),
  });
}

function party({ code, name }: ReplayAgency): Party {
  return { code, name, email: `vanthu@${code.toLowerCase()}.example.vn` };
}

function fullName(chance: Chance): string {
  return `${chance.pick(SURNAMES)} ${chance.pick(GIVEN_NAMES)}`;
}
