import { AxisError } from '#core';
import { v7 as uuid } from 'uuid';
import { type HubStore } from '../hub-store.js';
import { type NewDeadLetter } from '../dead-letters/dead-letter.js';
import { type RegisteredAgency } from '../registry/registered-system.js';
import { accept, aDocument, aSystem, DAY, MORNING, to } from './builders.contract.js';

function anAgency(code: string, name: string, parent?: string): RegisteredAgency {
  return { code, codeQd20: code, name, tier: 'province', parent, searchText: name.toLowerCase() };
}

function aLetter(messageId: string): NewDeadLetter {
  const body = Buffer.from([0, 255, 10]);
  return {
    id: uuid(),
    queue: 'hub.edoc',
    messageId,
    reason: 'SUBMISSION_POISONED',
    headers: { a: 1 },
    body,
    at: MORNING,
  };
}

/** Systems, agencies, dead letters, and the store's own life. */
export function keepingContract(store: () => HubStore): void {
  const refusal = async (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'none',
      (error: unknown) => (error instanceof AxisError ? error.code : String(error)),
    );

  it('enrols a system with its agencies, and none of it when an agency is served already', async () => {
    const { registry } = store();
    await registry.addSystem(aSystem('h53', ['000.00.00.H53', '000.00.31.H53']));
    expect(await refusal(registry.addSystem(aSystem('h53', [])))).toBe('SYSTEM_EXISTS');
    expect(await refusal(registry.addSystem(aSystem('new', ['000.00.00.H01', '000.00.31.H53'])))).toBe(
      'AGENCY_HAS_SYSTEM',
    );
    expect(await registry.listSystems()).toEqual([aSystem('h53', ['000.00.00.H53', '000.00.31.H53'])]);
    expect(await registry.getSystem('new')).toBeUndefined();
  });

  it('changes the secret, the lock and the subscription of a system that exists', async () => {
    const { registry } = store();
    await registry.addSystem(aSystem('h53', ['000.00.00.H53']));
    await registry.rotateSecret('h53', { secretHash: 'other', salt: 'grain' });
    await registry.lockSystem('h53', MORNING);
    await registry.subscribeArrivals('h53', true);
    const changed = { secretHash: 'other', salt: 'grain', lockedAt: MORNING, arrivals: true };
    expect(await registry.getSystem('h53')).toMatchObject(changed);
    await registry.noteSeen(
      new Map([
        ['h53', MORNING + 2],
        ['nobody', MORNING],
      ]),
    );
    await registry.noteSeen(new Map([['h53', MORNING + 1]]));
    expect(await registry.getSystem('h53')).toMatchObject({ ...changed, lastSeenAt: MORNING + 2 });
    await registry.lockSystem('h53', undefined);
    expect(await registry.getSystem('h53')).toMatchObject({ ...changed, lockedAt: undefined });
    expect(await refusal(registry.rotateSecret('h99', { secretHash: '', salt: '' }))).toBe('SYSTEM_UNKNOWN');
    expect(await refusal(registry.removeSystem('h99'))).toBe('SYSTEM_UNKNOWN');
  });

  it('lets what waited for a removed system go to whoever serves its agencies next', async () => {
    const { registry, exchange } = store();
    await registry.addSystem(aSystem('h53', ['000.00.00.H53']));
    const document = aDocument({ recipients: [to('000.00.00.H53'), to('000.00.04.H53')] });
    await accept(store(), [document]);
    const receipts = [{ system: 'h53', documentId: document.id, recipients: ['000.00.00.H53'] }];
    await exchange.recordReceipts({ at: MORNING, day: DAY, receipts });
    await registry.removeSystem('h53');
    await registry.addSystem(aSystem('lgsp', ['000.00.00.H53']));
    expect(await exchange.assignUnserved(() => 'lgsp')).toEqual({ deliveries: 1, documents: 1, systems: ['lgsp'] });
    expect((await store().documents.get(document.id))?.deliveries.map(({ system }) => system)).toEqual(['h53', 'lgsp']);
  });

  it('keeps the directory: overwrites by code, pages', async () => {
    const { registry } = store();
    const agencies = Array.from({ length: 3_000 }, (_, n) =>
      anAgency(`code-${String(n).padStart(5, '0')}`, `agency ${n}`, 'root'),
    );
    await registry.putAgencies([...agencies, anAgency('code-00007', 'so_ban nganh'), anAgency('root', 'soxban')]);
    expect(await registry.countAgencies()).toBe(3_001);
    expect(await registry.getAgency('code-00007')).toEqual({
      ...anAgency('code-00007', 'so_ban nganh'),
      ...{ version: 1, modifiedAt: 0 },
    });
    const first = await registry.listAgencies({ parent: 'root', tier: 'province', limit: 2 });
    const second = await registry.listAgencies({ parent: 'root', limit: 2, cursor: first.next });
    expect([...first.items, ...second.items].map(({ name }) => name)).toEqual([
      'agency 0',
      'agency 1',
      'agency 2',
      'agency 3',
    ]);
    const top = await registry.listAgencies({ parent: null, limit: 9 });
    expect(top.items.map(({ code }) => code)).toEqual(['code-00007', 'root']);
    expect(await registry.knownAgencies(['root', 'nobody', 'root'])).toEqual(new Set(['root']));
  });

  it('keeps a dead letter once, whole, until it is retried', async () => {
    const { deadLetters } = store();
    const letter = aLetter('m1');
    expect(await Promise.all([deadLetters.add(letter), deadLetters.add(aLetter('m2'))])).toEqual([true, true]);
    expect(await deadLetters.add({ ...letter, id: uuid() })).toBe(false);
    expect(await deadLetters.get(letter.id)).toEqual({
      ...letter,
      size: 3,
      type: undefined,
      userId: undefined,
      retriedAt: undefined,
    });
    expect(await deadLetters.markRetried(letter, MORNING)).toBe(true);
    expect(await deadLetters.markRetried({ ...letter, id: 'unknown' }, MORNING)).toBe(false);
    expect(await deadLetters.countOpen()).toBe(1);
    expect((await deadLetters.list({ limit: 9 })).items.map(({ messageId }) => messageId)).toEqual(['m2', 'm1']);
    expect((await deadLetters.list({ limit: 9, open: true, queue: 'hub.edoc' })).items).toMatchObject([
      { messageId: 'm2' },
    ]);
    expect(await deadLetters.get('unknown')).toBeUndefined();
  });

  it('keeps apart dead letters that differ in queue, user, body or slice, though they share an id or have none', async () => {
    const { deadLetters } = store();
    const first = aLetter('');
    const sliceOf = (recipients: string): Partial<NewDeadLetter> => ({ headers: { 'x-truc-for': recipients } });
    const others: Partial<NewDeadLetter>[] = [
      ...[{ queue: 'hub.status' }, { userId: 'g22' }, { userId: 'h53' }, { body: Buffer.from('other') }],
      ...[sliceOf('{"h53":["A"]}'), sliceOf('{"h53":["B"]}'), { headers: { 'x-truc-body': 'digest' } }],
    ];
    const letters = [first, ...others.map((other) => ({ ...first, ...other, id: uuid() }))];
    for (const letter of letters) expect(await deadLetters.add(letter)).toBe(true);
    for (const letter of letters) expect(await deadLetters.add({ ...letter, id: uuid(), reason: 'again' })).toBe(false);
    expect(await deadLetters.countOpen()).toBe(letters.length);
  });

  it('opens a retried dead letter again when the same one dies once more, even while its retry is being noted', async () => {
    const { deadLetters } = store();
    const letter = aLetter('m1');
    await deadLetters.add(letter);
    await deadLetters.markRetried(letter, MORNING + 1);
    expect(await deadLetters.countOpen()).toBe(0);
    const later = { ...letter, id: uuid(), reason: 'again', headers: { a: 2 }, at: MORNING + 2 };
    expect(await deadLetters.add(later)).toBe(false);
    const reopened = { id: letter.id, reason: 'again', at: MORNING + 2, retriedAt: undefined, headers: { a: 1 } };
    expect(await deadLetters.get(letter.id)).toMatchObject(reopened);
    expect(await deadLetters.markRetried(letter, MORNING + 3)).toBe(false);
    expect(await deadLetters.countOpen()).toBe(1);
  });

  it('says that it can be written to', async () => {
    await expect(store().probe()).resolves.toBeUndefined();
    await expect(Promise.all([store().probe(), store().probe()])).resolves.toHaveLength(2);
  });

  it('finishes what is in hand when it closes, closes once, and is away afterwards', async () => {
    const document = aDocument();
    const accepting = accept(store(), [document]);
    await Promise.all([store().close(), store().close()]);
    await store().close();
    expect(await accepting).toEqual([{ outcome: 'new' }]);
    const late = [
      accept(store(), [aDocument()]),
      store().documents.list({ limit: 1 }),
      store().statistics.totals(DAY, DAY),
    ];
    const results = await Promise.allSettled([...late, store().documents.get(document.id), store().probe()]);
    expect(results.map((result) => result.status === 'rejected' && store().isOutage(result.reason))).toEqual(
      results.map(() => true),
    );
  });
}
