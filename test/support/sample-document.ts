import { type DocumentHeader, type EdxmlDocument, type Party } from '#edxml';
import { wireDocumentId } from '#core';

/** What a test or benchmark wants of a document; everything else is filled in believably. */
export interface SampleWishes {
  readonly from?: string;
  readonly to?: readonly string[];
  readonly number?: string;
  readonly notation?: string;
  readonly promulgatedOn?: string;
  readonly subject?: string;
  readonly priority?: DocumentHeader['priority'];
  /** Bytes of the one attachment (default 32). */
  readonly attachmentBytes?: number;
}

/** A valid document: a công văn of the Government Office to Tây Ninh, unless wished otherwise. */
export function sampleDocument(wishes: SampleWishes = {}): EdxmlDocument {
  const { from = '000.00.00.G22', to = ['000.00.00.H53'], number = '0123', notation = 'VPCP-KSTT' } = wishes;
  const { promulgatedOn = '2020-02-04', priority = 0, attachmentBytes = 32 } = wishes;
  const subject = wishes.subject ?? 'V/v gửi, nhận văn bản điện tử không kèm bản giấy';
  const name = `${number}_${notation}.txt`;
  return {
    header: {
      ...{ from: party(from), to: to.map(party), number, notation, promulgatedOn, subject, content: subject, priority },
      documentId: wireDocumentId({ from, number, notation, promulgatedOn }),
      place: 'Hà Nội',
      type: { group: 2, detail: 18, name: 'Công văn' },
      signer: { competence: 'KT. BỘ TRƯỞNG, CHỦ NHIỆM', position: 'Phó Chủ nhiệm', fullName: 'Nguyễn Văn A' },
      toPlaces: ['Như trên', 'Lưu: VT'],
      ...{ appendixes: [], responseFor: [], steering: 0, taskCodes: [] },
      trace: [{ code: from, at: `${promulgatedOn.replaceAll('-', '/')} 09:30:00` }],
      business: { type: 0, reason: 'Văn bản điện tử mới', paper: false, replaces: [] },
      manifest: [{ contentId: 'cid:1', contentType: 'text/plain', description: subject, name }],
    },
    attachments: [
      { contentId: 'cid:1', name, contentType: 'text/plain', content: Buffer.alloc(attachmentBytes, 'văn bản ') },
    ],
  };
}

function party(code: string): Party {
  return { code, name: `Cơ quan ${code}`, address: 'Hà Nội', email: `vanthu@${code.toLowerCase()}.example.vn` };
}
