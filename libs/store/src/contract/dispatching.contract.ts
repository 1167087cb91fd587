import { type HubStore } from '../hub-store.js';
import {
  accept,
  aDocument,
  aSystem,
  dispatched,
  failing,
  LEASE_MS,
  MORNING,
  receive,
  to,
} from './builders.contract.js';

/** Documents out: the row is the outbox. */
export function dispatchingContract(store: () => HubStore): void {
  const claim = (now: number, limit = 100): Promise<string[]> =>
    store()
      .exchange.claimUndispatched({ limit, now, leaseMs: 1_000 })
      .then((items) => items.map(({ documentId }) => documentId));

  it('leaves new documents to whoever accepted them until the lease ends, then hands each to one sweeper', async () => {
    const documents = Array.from({ length: 30 }, () => aDocument());
    await accept(store(), documents, { leaseMs: 500 });
    expect(await claim(MORNING + 499)).toEqual([]);
    const [ones, others] = await Promise.all([claim(MORNING + 500, 15), claim(MORNING + 500, 15)]);
    expect([...ones, ...others].sort()).toEqual(documents.map(({ id }) => id));
    expect(await claim(MORNING + 1_499)).toEqual([]);
    expect(await claim(MORNING + 1_500)).toHaveLength(30);
  });

  it('never hands out again what is dispatched, and keeps the first time of it', async () => {
    const [done, open] = [aDocument(), aDocument()];
    await accept(store(), [done, open]);
    await store().exchange.markDispatched(dispatched(done), MORNING + 5);
    await store().exchange.markDispatched(dispatched(done), MORNING + 9);
    await store().exchange.markDispatched([], MORNING);
    expect(await claim(MORNING + 60_000)).toEqual([open.id]);
    expect(await store().documents.get(done.id)).toMatchObject({ dispatchedAt: MORNING + 5 });
    expect(await accept(store(), [{ ...done, id: aDocument().id }])).toMatchObject([
      { outcome: 'repeat', first: { dispatchedAt: MORNING + 5 } },
    ]);
  });

  it('gives an item its bytes and its waiting recipients, by system', async () => {
    const recipients = [
      to('000.00.00.H53'),
      to('000.00.04.H53'),
      to('000.00.00.H01'),
      to('000.00.00.H02', null),
      failing('x'),
    ];
    const document = aDocument({ recipients, urgent: true });
    const forNobody = aDocument({ recipients: [to('000.00.00.H02', null)] });
    await accept(store(), [document, forNobody]);
    await store().exchange.recordReceipts({
      at: MORNING,
      day: '2020-03-12',
      receipts: [{ system: 'h53', documentId: document.id, recipients: ['000.00.00.H53'] }],
    });
    const items = await store().exchange.itemsToDispatch([forNobody.id, document.id, 'unknown']);
    expect(items.map(({ documentId }) => documentId)).toEqual([forNobody.id, document.id]);
    expect(items[0]?.systems).toEqual([]);
    expect(items[1]).toMatchObject({
      urgent: true,
      identity: document.identity,
      acceptedAt: MORNING,
      leaseUntil: MORNING + LEASE_MS,
      body: document.body,
    });
    expect([...(items[1]?.systems ?? [])].sort((a, b) => (a.system < b.system ? -1 : 1))).toEqual([
      { system: 'h01', recipients: ['000.00.00.H01'] },
      { system: 'h53', recipients: ['000.00.04.H53'] },
    ]);
  });

  it('pages through what waits for one system, oldest first, with its own recipients only', async () => {
    const documents = Array.from({ length: 5 }, () =>
      aDocument({ recipients: [to('000.00.00.H53'), to('000.00.04.H53'), to('000.00.00.H01')] }),
    );
    await accept(store(), documents);
    await receive(store(), documents.slice(0, 1));
    const first = await store().exchange.waitingFor('h53', { limit: 2 });
    await accept(store(), [aDocument({ recipients: [to('000.00.00.H01')] })]);
    const second = await store().exchange.waitingFor('h53', { limit: 2, after: first.next });
    expect([...first.items, ...second.items].map(({ documentId }) => documentId)).toEqual(
      documents.slice(1).map(({ id }) => id),
    );
    expect(first.items[0]?.systems).toEqual([{ system: 'h53', recipients: ['000.00.00.H53', '000.00.04.H53'] }]);
    expect(second.next).toBeUndefined();
  });

  it('finds what a system that lost its store has taken since', async () => {
    const [before, after] = [aDocument(), aDocument()];
    await accept(store(), [before]);
    await accept(store(), [after], { at: MORNING + 1_000 });
    await receive(store(), [before, after]);
    expect((await store().exchange.waitingFor('h53', { limit: 9 })).items).toEqual([]);
    const lost = await store().exchange.waitingFor('h53', { limit: 9, includeReceived: true, since: MORNING + 1_000 });
    expect(lost.items).toMatchObject([
      { documentId: after.id, systems: [{ system: 'h53', recipients: ['000.00.00.H53'] }] },
    ]);
  });

  it('dispatches what waited for an enrolment, and only that', async () => {
    const waiting = aDocument({
      recipients: [to('000.00.00.H02', null), to('000.00.00.H03', null), to('000.00.00.H53')],
    });
    const served = aDocument();
    for (const name of ['h02', 'h53']) await store().registry.addSystem(aSystem(name));
    await accept(store(), [waiting, served]);
    await store().exchange.markDispatched(dispatched(waiting, served), MORNING);
    const systemOf = (code: string): string | undefined => (code.endsWith('H02') ? 'h02' : undefined);
    expect(await store().exchange.assignUnserved(systemOf)).toEqual({ deliveries: 1, documents: 1, systems: ['h02'] });
    const [item, ...others] = await store().exchange.claimUndispatched({ limit: 9, now: MORNING, leaseMs: 1 });
    expect(others).toEqual([]);
    expect(item?.systems).toContainEqual({ system: 'h02', recipients: ['000.00.00.H02'] });
    expect(await store().exchange.assignUnserved(systemOf)).toEqual({ deliveries: 0, documents: 0, systems: [] });
  });

  it('puts what waits for a system up again when its inbox lost it', async () => {
    const [waiting, arrived] = [
      aDocument({ recipients: [to('000.00.00.H01')] }),
      aDocument({ recipients: [to('000.00.00.H01')] }),
    ];
    await accept(store(), [waiting, arrived]);
    await store().exchange.markDispatched(dispatched(waiting, arrived), MORNING);
    await receive(store(), [arrived]);
    await store().exchange.putUpWaiting('h01');
    const items = await store().exchange.claimUndispatched({ limit: 9, now: MORNING, leaseMs: 1 });
    expect(items.map(({ documentId }) => documentId)).toEqual([waiting.id]);
  });

  it('lets no dispatch that was begun before end what was put up again', async () => {
    const document = aDocument({ recipients: [to('000.00.00.H01')] });
    await accept(store(), [document]);
    await store().exchange.putUpWaiting('h01');
    await store().exchange.markDispatched(dispatched(document), MORNING);
    await store().exchange.markDispatched(await store().exchange.itemsToDispatch([document.id]), MORNING);
    const items = await store().exchange.claimUndispatched({ limit: 9, now: MORNING, leaseMs: 1_000 });
    expect(items.map(({ documentId }) => documentId)).toEqual([document.id]);
    await store().exchange.markDispatched(dispatched(document), MORNING);
    expect(await claim(MORNING + 1_000)).toEqual([document.id]);
    await store().exchange.markDispatched(items, MORNING);
    expect(await claim(MORNING + 9_000)).toEqual([document.id]);
  });

  it('lets no dispatch that was begun before a recipient found its system end it', async () => {
    const document = aDocument({ recipients: [to('000.00.00.H02', null)] });
    await store().registry.addSystem(aSystem('h02'));
    await accept(store(), [document]);
    await store().exchange.assignUnserved(() => 'h02');
    await store().exchange.markDispatched(dispatched(document), MORNING);
    const [item] = await store().exchange.claimUndispatched({ limit: 9, now: MORNING, leaseMs: 1_000 });
    expect(item?.systems).toEqual([{ system: 'h02', recipients: ['000.00.00.H02'] }]);
    await store().exchange.markDispatched(item ? [item] : [], MORNING);
    expect(await claim(MORNING + 60_000)).toEqual([]);
  });

  it('releases what waits for a system that is no longer connected', async () => {
    await accept(store(), [aDocument({ recipients: [to('000.00.00.H01', 'gone')] })]);
    const assigned = await store().exchange.assignUnserved(() => 'heir');
    expect(assigned).toEqual({ deliveries: 1, documents: 1, systems: ['heir'] });
  });
}
