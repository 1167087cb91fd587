import { type StatusState } from '#core';
import { type HubStore } from '../hub-store.js';
import { accept, aDocument, aReport, DAY, dispatched, failing, MORNING, receive, to } from './builders.contract.js';

/** What a system sent and reported, as it asks for it itself. */
export function sentContract(store: () => HubStore): void {
  it('lists the deliveries of what a system sent, the newest documents first, then by recipient', async () => {
    const older = aDocument({ recipients: [to('000.00.04.H53'), failing('000.00.99.H53'), to('000.00.00.H53')] });
    const newer = aDocument();
    await accept(store(), [older]);
    await accept(store(), [newer, aDocument({ system: 'h01' })], { at: MORNING + 5 });
    await store().exchange.markDispatched(dispatched(older), MORNING + 6);
    await store().exchange.recordReceipts({
      at: MORNING + 7,
      day: DAY,
      receipts: [{ system: 'h53', documentId: older.id, recipients: ['000.00.00.H53'] }],
    });
    const listed = await store().documents.sentDeliveries({ system: 'g22', limit: 9 });
    expect(listed.map(({ documentId, recipient }) => [documentId, recipient])).toEqual([
      [newer.id, '000.00.00.H53'],
      [older.id, '000.00.00.H53'],
      [older.id, '000.00.04.H53'],
      [older.id, '000.00.99.H53'],
    ]);
    const { sender, subject, number, notation } = older;
    expect(listed[1]).toEqual({
      ...{ documentId: older.id, sender, recipient: '000.00.00.H53', subject, number, notation },
      ...{ acceptedAt: MORNING, arrivedAt: MORNING + 7, state: 'received', dispatched: true, businessCode: '01' },
    });
    expect(listed[0]).toMatchObject({ state: 'waiting', dispatched: false, businessCode: '', arrivedAt: undefined });
    expect(listed[3]).toMatchObject({ state: 'failed', error: 'RECIPIENT_UNKNOWN' });
  });

  it('narrows that list to one document, and to so many deliveries', async () => {
    const documents = [aDocument(), aDocument({ recipients: [to('000.00.00.H53'), to('000.00.04.H53')] })] as const;
    await accept(store(), [...documents]);
    const recipients = async (query: { system: string; documentId?: string; limit: number }): Promise<string[]> =>
      (await store().documents.sentDeliveries(query)).map(({ recipient }) => recipient);
    expect(await recipients({ system: 'g22', limit: 1 })).toEqual(['000.00.00.H53']);
    const documentId = documents[1].id;
    expect(await recipients({ system: 'g22', documentId, limit: 9 })).toEqual(['000.00.00.H53', '000.00.04.H53']);
    expect(await recipients({ system: 'h01', documentId, limit: 9 })).toEqual([]);
    expect(await recipients({ system: 'g22', documentId: 'unknown', limit: 9 })).toEqual([]);
  });

  it('lists the statuses a system reported, the newest first', async () => {
    const document = aDocument();
    await accept(store(), [document]);
    await receive(store(), [document]);
    const standing = (code: StatusState['code']): StatusState => ({ code, withdrawalAsked: false });
    const steps = [['01', '03'] as const, ['03', '04'] as const, ['04', '06'] as const];
    for (const [n, [before, code]] of steps.entries()) {
      const report = aReport(document, { code, reportKey: code, seen: standing(before), next: standing(code) });
      await store().exchange.recordStatuses({ at: MORNING + n, day: DAY, reports: [report] });
    }
    const { sender, subject, number, notation } = document;
    const about = { documentId: document.id, recipient: '000.00.00.H53', sender, subject, number, notation };
    expect(await store().documents.sentStatuses({ system: 'h53', limit: 2 })).toEqual([
      { reportKey: '06', ...about, code: '06', at: MORNING + 2 },
      { reportKey: '04', ...about, code: '04', at: MORNING + 1 },
    ]);
    expect(await store().documents.sentStatuses({ system: 'g22', limit: 2 })).toEqual([]);
  });
}
