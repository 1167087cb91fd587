import { createHash, randomBytes } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { hanoiDay, hanoiTimestamp, parseDocumentIdentity, type Priority, wireDocumentId } from '#core';
import { type DocumentHeader, type Party, writeDocument } from '#edxml';
import { loadAgencies, receiverCode, SENDER_CODE } from './load-agencies.js';
import { type LoadPlan } from './load-plan.js';

/** A document ready to be handed in: its edXML in pieces, since those of large ones share most of them. */
export interface LoadDocument {
  readonly pieces: readonly Buffer[];
  readonly bytes: number;
}

const CONTENT_END = '</edXML:ContentTransferEncoded>';
/** 768 KB make exactly 1 MB of base64, without padding. */
const BLOCK = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(786_432 - 9)]).toString('base64');
const FILLER = Buffer.from(BLOCK, 'latin1');
const LEAST_FILLER = 64;
const ORDINARY: Priority = 0;
const URGENT: Priority = 3;

/** Writes the documents of a run: công văn with one attachment that fills them up to their planned size. */
export class LoadDocuments {
  private readonly parties: ReadonlyMap<string, Party>;

  constructor(
    private readonly plan: LoadPlan,
    /** Told by no other run: it makes the identities unique. Upper-case letters and digits. */
    private readonly run: string,
  ) {
    this.parties = new Map(loadAgencies(plan.agencies).map(({ code, name }) => [code, partyOf(code, name)]));
  }

  /** Key under which the document is handed in. */
  keyOf(number: number): string {
    return `tai-${this.run}-${number}`;
  }

  /** The identity people find the document by. */
  identityOf(number: number): string {
    return `${SENDER_CODE}.${hanoiDay(Date.now()).slice(0, 4)}.${numeral(number)}/${this.notation}`;
  }

  /** The document a key or a delivered identity belongs to; undefined for one of another run. */
  numberOfKey(key: string): number | undefined {
    const prefix = `tai-${this.run}-`;
    return key.startsWith(prefix) ? this.planned(Number(key.slice(prefix.length))) : undefined;
  }

  numberOfIdentity(text: string): number | undefined {
    const identity = parseDocumentIdentity(text);
    const isOurs = identity.kind === 'tuple' && identity.notation === this.notation;
    return isOurs ? this.planned(Number(identity.number) - 1) : undefined;
  }

  /** The document as it is sent at `at` (epoch ms); its size is the planned one, within 3 bytes, unless the bare document is larger. */
  write(number: number, at: number): LoadDocument {
    const bare = writeDocument({ header: this.headerOf(number, at), attachments: [this.attachmentOf(number)] });
    const end = bare.lastIndexOf(CONTENT_END);
    const wanted = this.plan.sizeOf(number) - bare.length;
    const filler = fillerOf(Math.max(LEAST_FILLER, Math.floor(wanted / 4) * 4));
    const pieces = [bare.subarray(0, end), ...filler, bare.subarray(end)];
    return { pieces, bytes: pieces.reduce((sum, piece) => sum + piece.length, 0) };
  }

  private get notation(): string {
    return `TAI-${this.run}`;
  }

  private planned(number: number): number | undefined {
    return Number.isInteger(number) && number >= 0 && number < this.plan.documents ? number : undefined;
  }

  private attachmentOf(number: number): { contentId: string; name: string; contentType: string; content: Buffer } {
    const name = `${numeral(number)}_${this.notation}.pdf`;
    return { contentId: 'cid:1', name, contentType: 'application/pdf', content: Buffer.alloc(0) };
  }

  private headerOf(number: number, at: number): DocumentHeader {
    const naming = { from: SENDER_CODE, number: numeral(number), notation: this.notation, promulgatedOn: hanoiDay(at) };
    const subject = `V/v thử tải Trục liên thông, văn bản số ${number + 1}`;
    return {
      ...naming,
      documentId: wireDocumentId(naming),
      from: this.party(SENDER_CODE),
      to: this.plan.recipientsOf(number).map((agency) => this.party(receiverCode(agency))),
      place: 'Hà Nội',
      type: { group: 2, detail: 18, name: 'Công văn' },
      ...{ subject, content: subject },
      signer: { competence: 'TL. THỦ TRƯỞNG', position: 'Chánh Văn phòng', fullName: 'Nguyễn Văn An' },
      toPlaces: ['Như trên', 'Lưu: VT'],
      priority: this.plan.isUrgent(number) ? URGENT : ORDINARY,
      ...{ appendixes: [], responseFor: [], steering: 0, taskCodes: [] },
      trace: [{ code: SENDER_CODE, at: hanoiTimestamp(at) }],
      business: { type: 0, reason: 'Văn bản điện tử mới', paper: false, replaces: [] },
      manifest: [],
    };
  }

  private party(code: string): Party {
    return this.parties.get(code) ?? partyOf(code, code);
  }
}

/** The lower-case hex SHA-256 of pieces; large ones let other work pass in between. */
export async function digestOf(pieces: readonly Buffer[]): Promise<string> {
  const hash = createHash('sha256');
  for (const piece of pieces) {
    hash.update(piece);
    await breathe();
  }
  return hash.digest('hex');
}

function numeral(number: number): string {
  return String(number + 1).padStart(4, '0');
}

function fillerOf(bytes: number): Buffer[] {
  const blocks = Array.from({ length: Math.floor(bytes / FILLER.length) }, () => FILLER);
  const rest = bytes % FILLER.length;
  return rest === 0 ? blocks : [...blocks, FILLER.subarray(0, rest)];
}

function partyOf(code: string, name: string): Party {
  const domain = code.replaceAll('.', '-').toLowerCase();
  return { code, name, address: 'Hà Nội', email: `vanthu@${domain}.example.vn`, telephone: '0240000000' };
}
