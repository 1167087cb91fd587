import { type HubStore } from '../hub-store.js';
import { NOTHING_COUNTED } from '../statistics/counts.js';
import { accept, aDocument, ALL_DAYS, aRefusal, DAY, digest, failing, outcomes, to } from './builders.contract.js';

/** Documents in: what is new is written once, whatever comes again or at the same moment. */
export function acceptingContract(store: () => HubStore): void {
  it('writes a new document with its deliveries, bytes and counts', async () => {
    const document = aDocument({
      recipients: [to('000.00.00.H53'), to('000.00.00.H01', null), failing('000.00.99.H53')],
    });
    expect(await accept(store(), [document])).toEqual([{ outcome: 'new' }]);
    const stored = await store().documents.get(document.id);
    expect(stored).toMatchObject({
      subject: document.subject,
      deliveryStates: { waiting: 2, failed: 1 },
      urgent: false,
    });
    expect(stored?.deliveries.map(({ recipient, system, state, error }) => [recipient, system, state, error])).toEqual([
      ['000.00.00.H01', undefined, 'waiting', undefined],
      ['000.00.00.H53', 'h53', 'waiting', undefined],
      ['000.00.99.H53', undefined, 'failed', 'RECIPIENT_UNKNOWN'],
    ]);
    const body = await store().bodies.ofDocument(document.id);
    expect(body).toMatchObject({ inObjectStore: false, content: document.body.content });
    expect(await store().statistics.totals(...ALL_DAYS)).toEqual({ ...NOTHING_COUNTED, sent: 1 });
    expect(await store().statistics.ledger(...ALL_DAYS)).toMatchObject({ made: 3, waiting: 2, failed: 1, received: 0 });
  });

  it('keeps bytes exactly, and knows which lie in the object store', async () => {
    const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, n) => n % 256));
    const inline = { ...aDocument(), body: { sha256: digest(bytes), size: bytes.length, content: bytes } };
    const outside = { ...aDocument(), body: { sha256: digest(Buffer.from('x')), size: 300_000 } };
    await accept(store(), [inline, aDocument(), outside]);
    const kept = await store().bodies.ofDocument(inline.id);
    expect(kept?.inObjectStore === false && kept.content.equals(bytes)).toBe(true);
    expect(await store().bodies.ofDocument(outside.id)).toEqual({ inObjectStore: true, ...outside.body });
    const digests = [outside.body.sha256, inline.body.sha256, digest(Buffer.from('unknown'))];
    const sizes = digests.map((sha256) => store().bodies.largeSize(sha256));
    expect(await Promise.all(sizes)).toEqual([300_000, undefined, undefined]);
  });

  it('answers a repeat with what came first, and writes nothing', async () => {
    const first = aDocument();
    await accept(store(), [first]);
    const again = { ...first, id: aDocument().id, recipients: [to('000.00.00.H01')] };
    const otherKey = { ...again, id: aDocument().id, submissionKey: 'another' };
    const results = await accept(store(), [again, otherKey]);
    const stored = {
      id: first.id,
      sha256: first.body.sha256,
      recipients: [{ code: '000.00.00.H53', state: 'waiting' }],
    };
    expect(results).toMatchObject([
      { outcome: 'repeat', first: stored },
      { outcome: 'repeat', first: stored },
    ]);
    expect(await store().documents.get(again.id)).toBeUndefined();
    expect(await store().statistics.ledger(...ALL_DAYS)).toMatchObject({ made: 1 });
  });

  it('refuses an identity that is taken, by other bytes or by another system', async () => {
    const first = aDocument({ text: 'first' });
    await accept(store(), [first]);
    const { identityKey } = first;
    const others = [
      aDocument({ identityKey, text: 'other' }),
      aDocument({ identityKey, text: 'first', system: 'h01' }),
      aDocument({ identityKey, text: 'other', businessType: 3 }),
    ];
    expect(await accept(store(), others)).toMatchObject(
      others.map(() => ({ outcome: 'taken', first: { id: first.id } })),
    );
    expect(await store().statistics.totals(...ALL_DAYS)).toMatchObject({ sent: 1 });
  });

  it('knows a repeat under a key by what was asked for, where that is told', async () => {
    const first = aDocument({ text: 'as the first hub wrote it' });
    const { submissionKey } = first;
    await accept(store(), [{ ...first, asked: 'one' }]);
    expect(await store().documents.askedFor(first.id)).toBe('one');
    const written = (asked?: string): ReturnType<typeof aDocument> => ({
      ...aDocument({ submissionKey, text: `as another wrote ${asked}` }),
      asked,
    });
    const results = await accept(store(), [written('one'), written('other'), written()]);
    expect(results.map(({ outcome }) => outcome)).toEqual(['repeat', 'keyReused', 'keyReused']);
    const plain = aDocument();
    const [, again] = [await accept(store(), [plain]), { ...plain, id: aDocument().id, asked: 'one' }];
    expect(await accept(store(), [again])).toMatchObject([{ outcome: 'repeat', first: { id: plain.id } }]);
    expect(await store().documents.askedFor(plain.id)).toBeUndefined();
  });

  it('refuses a key that was used for other bytes, and lets another system use it', async () => {
    const first = aDocument();
    await accept(store(), [first]);
    const { submissionKey } = first;
    const results = await accept(store(), [aDocument({ submissionKey }), aDocument({ submissionKey, system: 'h01' })]);
    expect(results).toMatchObject([{ outcome: 'keyReused', first: { id: first.id } }, { outcome: 'new' }]);
  });

  it('lets the first of two alike in one batch win, as if each had come alone', async () => {
    const first = aDocument({ text: 'a' });
    await accept(store(), [first]);
    const reusing = aDocument({ submissionKey: first.submissionKey, text: 'b' });
    const batch = [
      reusing,
      // The identity of the one before is free, since that one was not written.
      aDocument({ identityKey: reusing.identityKey, text: 'c' }),
      aDocument({ identityKey: reusing.identityKey, text: 'd' }),
      aDocument({ submissionKey: 'twice', text: 'e' }),
      aDocument({ submissionKey: 'twice', text: 'f' }),
    ];
    const results = await accept(store(), batch);
    expect(outcomes(results)).toEqual(['keyReused', 'new', 'taken', 'new', 'keyReused']);
    expect(results[2]).toMatchObject({ first: { id: batch[1]?.id } });
    expect(await store().statistics.totals(...ALL_DAYS)).toMatchObject({ sent: 3 });
  });

  it('takes each document once when two batches bring the same ones at the same moment, in either order', async () => {
    const documents = Array.from({ length: 40 }, () => aDocument());
    const copies = documents.map((document) => ({ ...document, id: aDocument().id })).reverse();
    const [ones, others] = await Promise.all([accept(store(), documents), accept(store(), copies)]);
    const won = outcomes([...ones, ...others]).filter((outcome) => outcome === 'new');
    expect(won).toHaveLength(documents.length);
    expect(outcomes([...ones, ...others]).filter((outcome) => outcome === 'repeat')).toHaveLength(documents.length);
    expect(await store().statistics.ledger(...ALL_DAYS)).toMatchObject({ made: documents.length });
  });

  it("does not lose one batch's rows when another, at the same moment, fails half-way", async () => {
    const impossible = aDocument({ recipients: [to('000.00.00.H53'), to('000.00.00.H53')] });
    const batches = Array.from({ length: 8 }, (_, n) => [aDocument(), n % 2 === 0 ? aDocument() : impossible]);
    const results = await Promise.allSettled(batches.map((batch) => accept(store(), batch)));
    expect(results.map(({ status }) => status === 'fulfilled')).toEqual(batches.map((_, n) => n % 2 === 0));
    expect(results.some((result) => result.status === 'rejected' && store().isOutage(result.reason))).toBe(false);
    const kept = await Promise.all(batches.map(([first]) => store().documents.get(first?.id ?? '')));
    expect(kept.map((document) => document !== undefined)).toEqual(batches.map((_, n) => n % 2 === 0));
    expect(await store().statistics.counted(...ALL_DAYS)).toEqual(await store().statistics.recount(...ALL_DAYS));
  });

  it('takes batches far larger than a statement may have parameters', async () => {
    const recipients = Array.from({ length: 5_000 }, (_, n) => to(`${String(n).padStart(4, '0')}.H53`));
    const documents = Array.from({ length: 1_200 }, (_, n) => (n === 0 ? aDocument({ recipients }) : aDocument()));
    expect(new Set(outcomes(await accept(store(), documents)))).toEqual(new Set(['new']));
    expect(await store().statistics.ledger(...ALL_DAYS)).toMatchObject({ made: 6_199, waiting: 6_199 });
  });

  it('records a refusal once, with its reasons, and lists it for its system', async () => {
    const problems = [{ class: 'N', path: 'R.MessageHeader.Subject', message: 'Thiếu trích yếu.' }];
    const refusal = aRefusal({ code: 'EDXML_INVALID', problems, subject: 'Thử' });
    await accept(store(), [], { refusals: [refusal, aRefusal({ system: 'h01' })] });
    await store().refusals.record({ at: 1, day: DAY, refusals: [{ ...refusal, id: aRefusal().id }] });
    const { items } = await store().refusals.list({ limit: 10, system: 'g22' });
    expect(items).toMatchObject([{ id: refusal.id, problems, subject: 'Thử', sender: undefined, day: DAY }]);
    expect((await store().refusals.list({ limit: 10 })).items).toHaveLength(2);
  });
}
