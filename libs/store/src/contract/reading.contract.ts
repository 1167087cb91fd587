import { type HubStore } from '../hub-store.js';
import { type NewDocument } from '../exchange/new-document.js';
import { type DocumentQuery } from '../documents/document-record.js';
import {
  accept,
  aDocument,
  ALL_DAYS,
  DAY,
  type DocumentWish,
  MORNING,
  NEXT_DAY,
  receive,
  to,
} from './builders.contract.js';

/** What people see. */
export function readingContract(store: () => HubStore): void {
  const ids = (query: Partial<DocumentQuery>): Promise<string[]> =>
    store()
      .documents.list({ limit: 50, ...query })
      .then(({ items }) => items.map(({ id }) => id));

  it('lists newest first in pages that new documents do not disturb', async () => {
    const documents = Array.from({ length: 5 }, () => aDocument());
    await accept(store(), documents);
    const first = await store().documents.list({ limit: 3 });
    await accept(store(), [aDocument(), aDocument()]);
    const second = await store().documents.list({ limit: 3, cursor: first.next });
    const seen = [...first.items, ...second.items].map(({ id }) => id);
    expect(seen).toEqual(documents.map(({ id }) => id).reverse());
    expect(second.next).toBeUndefined();
    expect(first.items[0]).toMatchObject({ acceptedDay: DAY, notes: [], deliveryStates: { waiting: 1 }, paper: false });
  });

  it('narrows a list by each filter', async () => {
    const [plain, other] = [aDocument(), aDocument()];
    const special = aDocument({
      identityKey: '000.00.00.H01|2020|5|UBND-Đ_100%',
      sender: '000.00.00.H01',
      system: 'h01',
      recipients: [to('000.00.04.H53')],
      typeName: 'Quyết định',
      urgent: true,
    });
    await accept(store(), [plain]);
    await accept(store(), [special], { at: MORNING + 10 });
    await accept(store(), [other], { at: MORNING + 20 });
    await receive(store(), [special]);
    const filters: Partial<DocumentQuery>[] = [
      { identity: 'ubnd-đ_100%' },
      { sender: '000.00.00.H01' },
      { system: 'h01' },
      { recipient: '000.00.04.H53' },
      { from: MORNING + 10, to: MORNING + 20 },
      { state: 'received' },
      { type: 'Quyết định' },
      { urgent: true },
      { urgent: true, recipient: '000.00.04.H53', visibleTo: 'h53' },
    ];
    expect(await Promise.all(filters.map(ids))).toEqual(filters.map(() => [special.id]));
    expect(await ids({ urgent: false })).toEqual([other.id, plain.id]);
    expect(await ids({ identity: '_' })).toEqual([special.id]);
  });

  it('shows a system what it sent and what it is sent, and nothing else', async () => {
    const large = (wish: DocumentWish): NewDocument => {
      const document = aDocument(wish);
      return { ...document, body: { sha256: document.body.sha256, size: 300_000 } };
    };
    const sent = large({ system: 'h53', recipients: [to('000.00.00.H01')] });
    const got = large({ recipients: [to('000.00.00.H01'), to('000.00.00.H53')] });
    const foreign = large({ recipients: [to('000.00.00.H01')] });
    await accept(store(), [sent, got, foreign]);
    expect(await ids({ visibleTo: 'h53' })).toEqual([got.id, sent.id]);
    const visible = [sent, got, foreign].map(({ id }) => store().documents.isVisibleTo('h53', id));
    expect(await Promise.all(visible)).toEqual([true, true, false]);
    const readable = [sent, got, foreign].map(({ body }) => store().bodies.canRead('h53', body.sha256));
    expect(await Promise.all(readable)).toEqual([true, true, false]);
  });

  it('finds a document by its identity or its submission, and none by an unknown one', async () => {
    const document = aDocument({
      dueOn: '2020-04-01',
      steering: 1,
      notes: ['ngày ban hành khác nhau'],
      businessType: 3,
    });
    await accept(store(), [document]);
    const { id, dueOn, steering, notes, businessType, wireDocumentId, submissionKey } = document;
    const facts = { id, dueOn, steering, notes, businessType, wireDocumentId, submissionKey };
    expect(await store().documents.findByIdentity(document.identityKey)).toMatchObject(facts);
    expect(await store().documents.findByIdentity('unknown')).toBeUndefined();
    expect(await store().documents.findBySubmission(document.system, submissionKey)).toMatchObject(facts);
    expect(await store().documents.findBySubmission('h01', submissionKey)).toBeUndefined();
    const [older, opaque] = [aDocument({ aliasKey: '=AN-OPAQUE-ID' }), aDocument({ aliasKey: '=AN-OPAQUE-ID' })];
    await accept(store(), [older, opaque]);
    expect(await store().documents.findByIdentity('=AN-OPAQUE-ID')).toMatchObject({ id: opaque.id });
    expect(await store().documents.get('unknown')).toBeUndefined();
  });

  it('adds up by day, by agency and by tier', async () => {
    const down = aDocument({ recipients: [to('000.00.00.H53'), to('000.00.31.H53'), to('000.21.31.H53')] });
    const up = aDocument({ sender: '000.21.31.H53', system: 'h53', recipients: [to('000.00.00.G22')] });
    await accept(store(), [down]);
    await accept(store(), [up], { day: NEXT_DAY });
    await receive(store(), [down, up], NEXT_DAY);
    const agency = { codeQd20: 'G22', name: 'Văn phòng Chính phủ', tier: 'central', searchText: 'van phong' } as const;
    await store().registry.putAgencies([{ ...agency, code: '000.00.00.G22' }]);
    const nothing = { recalls: 0, updates: 0, refused: 0, finished: 0 };
    expect(await store().statistics.totals(...ALL_DAYS)).toEqual({ sent: 2, received: 4, ...nothing });
    expect(await store().statistics.totals(DAY, DAY)).toEqual({ sent: 1, received: 0, ...nothing });
    expect((await store().statistics.byAgency(...ALL_DAYS))[0]).toEqual({
      ...{ code: '000.00.00.G22', name: 'Văn phòng Chính phủ', tier: 'central', sent: 1, received: 1 },
      ...nothing,
    });
    expect(await store().statistics.byTier(...ALL_DAYS)).toEqual([
      { tier: 'central', agencies: 1, sent: 1, received: 1, ...nothing },
      { tier: 'province', agencies: 1, sent: 0, received: 1, ...nothing },
      { tier: 'district', agencies: 1, sent: 0, received: 1, ...nothing },
      { tier: 'commune', agencies: 1, sent: 1, received: 1, ...nothing },
    ]);
    expect(await store().statistics.totals('2018-01-01', '2018-12-31')).toEqual({ sent: 0, received: 0, ...nothing });
  });
}
