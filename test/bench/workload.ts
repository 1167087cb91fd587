import { writeDocument } from '#edxml';
import { sampleDocument, type SampleWishes } from '../support/sample-document.js';

/** The receiving systems of the benchmark, each serving one province. */
export const RECEIVERS = ['h01', 'h02', 'h03', 'h04', 'h05', 'h06', 'h07', 'h08'] as const;
/** The sending system, and the agency it serves. */
export const SENDER = 'g22';
export const SENDER_CODE = '000.00.00.G22';

/** A document made before the clock starts. */
export interface PreparedDocument {
  readonly key: string;
  readonly systems: readonly string[];
  readonly body: Buffer;
}

/** What every document is filled up to, with an attachment. */
const BODY_BYTES = 6 * 1024;
/** Recipients of consecutive documents: 3.0 on average. */
const FAN_OUT = [3, 1, 5, 2, 4] as const;

/** The agency a receiving system serves. */
export function codeOf(system: string): string {
  return `000.00.00.${system.toUpperCase()}`;
}

/** `count` documents of 6 KB; the same numbers give the same documents. */
export function prepareDocuments(count: number): PreparedDocument[] {
  return Array.from({ length: count }, (_, index) => {
    const fanOut = FAN_OUT[index % FAN_OUT.length] ?? 1;
    const systems = Array.from({ length: fanOut }, (__, turn) => RECEIVERS[(index + turn) % RECEIVERS.length] ?? 'h01');
    return { key: `bench-${index}`, systems, body: bodyOf(index, systems) };
  });
}

/** Recipients of `count` documents together. */
export function recipientsOf(count: number): number {
  let sum = 0;
  for (let index = 0; index < count; index += 1) sum += FAN_OUT[index % FAN_OUT.length] ?? 1;
  return sum;
}

/** A document as edXML, filled up to 6 KB with its attachment. */
export function filledDocument(wishes: SampleWishes): Buffer {
  const bare = writeDocument(sampleDocument({ ...wishes, attachmentBytes: 0 })).byteLength;
  const attachmentBytes = Math.max(0, Math.floor(((BODY_BYTES - bare) * 3) / 4));
  return writeDocument(sampleDocument({ ...wishes, attachmentBytes }));
}

function bodyOf(index: number, systems: readonly string[]): Buffer {
  const number = String(index + 1).padStart(2, '0');
  return filledDocument({ from: SENDER_CODE, to: systems.map(codeOf), number, notation: 'VPCP-TEST' });
}
