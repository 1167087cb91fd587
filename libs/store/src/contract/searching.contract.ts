import { type DocumentQuery } from '../documents/document-record.js';
import { type HubStore } from '../hub-store.js';
import { accept, aDocument, aReport, MORNING, receive, to } from './builders.contract.js';

const TAY_NINH = '000.00.00.H53';
const HA_NOI = '000.00.00.H26';

/** What people find by the words of a subject, and by where a delivery stands. */
export function searchingContract(store: () => HubStore): void {
  const ids = (query: Partial<DocumentQuery>): Promise<string[]> =>
    store()
      .documents.list({ limit: 50, ...query })
      .then(({ items }) => items.map(({ id }) => id));

  it('finds subjects by the beginnings of their words, whatever their case, diacritics and order', async () => {
    const flood = aDocument({ subject: 'V/v phòng, chống THIÊN TAI, tìm kiếm cứu nạn (đợt 2)' });
    const disease = aDocument({ subject: 'Kế hoạch phòng chống dịch bệnh 100%_' });
    const decomposed = aDocument({ subject: 'Quyết định số 28/2018/QĐ-TTg'.normalize('NFD') });
    await accept(store(), [flood, disease, decomposed]);
    const found: [string, { id: string }[]][] = [
      ['phong chong', [disease, flood]],
      ['Thiên tai', [flood]],
      ['tai thien', [flood]],
      ['CỨU NẠN đợt', [flood]],
      ['dich benh', [disease]],
      ['phòng chống bão', []],
      ['hong', []],
      ['quyết định 28', [decomposed]],
      ['qd ttg 2018', [decomposed]],
      ['100%', [disease]],
      ['%', []],
      ["'; DROP TABLE documents", []],
    ];
    expect(await Promise.all(found.map(([words]) => ids({ words })))).toEqual(
      found.map(([, documents]) => documents.map(({ id }) => id)),
    );
  });

  it('narrows what it finds by every other filter, and pages through it', async () => {
    const subject = 'V/v gửi văn bản điện tử';
    const documents = Array.from({ length: 5 }, () => aDocument({ subject }));
    const other = aDocument({
      subject,
      sender: TAY_NINH,
      system: 'h53',
      typeName: 'Báo cáo',
      urgent: true,
      recipients: [to(HA_NOI)],
    });
    await accept(store(), documents);
    await accept(store(), [other], { at: MORNING + 10 });
    await receive(store(), [other]);
    const filters: Partial<DocumentQuery>[] = [
      ...[{ sender: TAY_NINH }, { system: 'h53' }, { from: MORNING + 1 }, { type: 'Báo cáo' }, { urgent: true }],
      ...[{ recipient: HA_NOI }, { state: 'received' as const }, { status: '01' as const }, { visibleTo: 'h26' }],
    ];
    const words = 'van ban';
    expect(await Promise.all(filters.map((filter) => ids({ words, ...filter })))).toEqual(
      filters.map(() => [other.id]),
    );
    const first = await store().documents.list({ words, to: MORNING + 1, limit: 3 });
    await accept(store(), [aDocument({ subject })]);
    const second = await store().documents.list({ words, to: MORNING + 1, limit: 3, cursor: first.next });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(documents.map(({ id }) => id).reverse());
    expect(second.next).toBeUndefined();
  });

  it('finds documents by where a delivery stands in its office', async () => {
    const waiting = aDocument();
    const [arrived, registered, asked, declined] = [aDocument(), aDocument(), aDocument(), aDocument()];
    await accept(store(), [waiting, arrived, registered, asked, declined]);
    await receive(store(), [arrived, registered, asked, declined]);
    const seen = { code: '01', withdrawalAsked: false } as const;
    const reports = [
      aReport(registered, { seen, arrivedImplied: false }),
      aReport(asked, { seen, arrivedImplied: false, code: '13', next: { code: '01', withdrawalAsked: true } }),
      aReport(declined, {
        ...{ seen, arrivedImplied: false, code: '16' },
        next: { code: '01', withdrawalAsked: false, withdrawalDeclined: true },
      }),
    ];
    await store().exchange.recordStatuses({ at: MORNING, day: '2020-03-12', reports });
    expect(await ids({ status: '03' })).toEqual([registered.id]);
    expect(await ids({ status: '13' })).toEqual([asked.id]);
    expect(await ids({ status: '16' })).toEqual([declined.id]);
    expect(await ids({ status: '01' })).toEqual([declined.id, asked.id, arrived.id]);
    expect(await ids({ status: '06' })).toEqual([]);
  });

  it('asks what is asked of deliveries of one and the same, and of those the caller may see', async () => {
    const document = aDocument({ recipients: [to(TAY_NINH), to(HA_NOI)] });
    await accept(store(), [document]);
    await store().exchange.recordReceipts({
      ...{ at: MORNING, day: '2020-03-12' },
      receipts: [{ system: 'h53', documentId: document.id, recipients: [TAY_NINH] }],
    });
    expect(await ids({ recipient: TAY_NINH, state: 'received' })).toEqual([document.id]);
    expect(await ids({ recipient: HA_NOI, state: 'received' })).toEqual([]);
    expect(await ids({ recipient: HA_NOI, state: 'waiting' })).toEqual([document.id]);
    expect(await ids({ recipient: TAY_NINH, state: 'waiting' })).toEqual([]);
    expect(await ids({ state: 'waiting', visibleTo: 'h26' })).toEqual([document.id]);
    expect(await ids({ state: 'waiting', visibleTo: 'h53' })).toEqual([]);
    expect(await ids({ state: 'received', visibleTo: 'h26' })).toEqual([]);
    expect(await ids({ state: 'received', visibleTo: 'h53' })).toEqual([document.id]);
    expect(await ids({ state: 'received', visibleTo: 'g22' })).toEqual([document.id]);
  });
}
