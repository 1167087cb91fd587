import { createHash } from 'node:crypto';
import { displayIdentity, parseDocumentIdentity } from '#core';
import { readDocument } from '#edxml';
import { type LoadSettings } from '#wire';
import { aLoad } from '../../../../test/support/load-settings.js';
import { receiverCode } from './load-agencies.js';
import { digestOf, LoadDocuments } from './load-documents.js';
import { LoadPlan } from './load-plan.js';

const AT = Date.now();
const MB = 1_048_576;

function documents(over: Partial<LoadSettings>): { plan: LoadPlan; made: LoadDocuments } {
  const plan = new LoadPlan(aLoad(over));
  return { plan, made: new LoadDocuments(plan, 'TEST1') };
}

describe('A document of a load', () => {
  it.each([6 * 1024, 100 * 1024, 3 * MB + 1])('has %d bytes and can be read', (bytes) => {
    const { plan, made } = documents({ mix: [{ parts: 1, bytes }], urgent: 1 });
    const document = made.write(7, AT);
    const whole = Buffer.concat(document.pieces);
    expect(whole.length).toBe(document.bytes);
    expect(bytes - document.bytes).toBeGreaterThanOrEqual(0);
    expect(bytes - document.bytes).toBeLessThan(4);
    const { header, attachments } = readDocument(whole, {});
    expect(header.to.map(({ code }) => code)).toEqual(plan.recipientsOf(7).map(receiverCode));
    expect(header.priority).toBe(3);
    expect(attachments[0]?.content.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('is as small as it can be where less was asked for', () => {
    const { made } = documents({ mix: [{ parts: 1, bytes: 1 }] });
    const whole = Buffer.concat(made.write(0, AT).pieces);
    expect(readDocument(whole, {}).attachments[0]?.content.length).toBe(48);
  });

  it('is known again by its key and its identity, and those of another run are not', () => {
    const { made } = documents({ forMs: 1_000 });
    const { header } = readDocument(Buffer.concat(made.write(41, AT).pieces), {});
    expect(made.numberOfKey(made.keyOf(41))).toBe(41);
    expect(displayIdentity(parseDocumentIdentity(header.documentId))).toBe(made.identityOf(41));
    expect(made.numberOfIdentity(made.identityOf(41))).toBe(41);
    const other = new LoadDocuments(new LoadPlan(aLoad()), 'TEST2');
    expect(made.numberOfKey(other.keyOf(41))).toBeUndefined();
    expect(made.numberOfIdentity(other.identityOf(41))).toBeUndefined();
    expect(made.numberOfIdentity(made.identityOf(100))).toBeUndefined();
  });

  it('has the digest of its pieces together', async () => {
    const { made } = documents({ mix: [{ parts: 1, bytes: 2 * MB }] });
    const { pieces } = made.write(0, AT);
    const digest = createHash('sha256').update(Buffer.concat(pieces)).digest('hex');
    expect(await digestOf(pieces)).toBe(digest);
  });
});
