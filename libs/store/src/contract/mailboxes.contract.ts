import { type HubStore } from '../hub-store.js';
import { type LetterQuery, type LetterState, type NewLetter } from '../mailboxes/letter.js';
import { aSystem, MORNING } from './builders.contract.js';

const EDOCS: LetterQuery = { kind: 'edoc', limit: 100 };

function aLetter(docId: string, wish: Partial<NewLetter> = {}): NewLetter {
  const [from, to] = ['000.00.00.G22', '000.00.00.H53'];
  return { docId, system: 'h53', kind: 'edoc', documentId: `doc-of-${docId}`, recipient: to, from, to, ...wish };
}

function aStatus(docId: string, wish: Partial<NewLetter> = {}): NewLetter {
  return aLetter(docId, { kind: 'status', content: Buffer.from([0, 255, 10]), ...wish });
}

/** The mailboxes of systems that poll. */
export function mailboxesContract(store: () => HubStore): void {
  const open = (system = 'h53', query: Partial<LetterQuery> = {}): Promise<string[]> =>
    store()
      .mailboxes.open(system, { ...EDOCS, ...query })
      .then((letters) => letters.map(({ docId }) => docId));

  const mark = (docId: string, state: LetterState, at: number): Promise<void> =>
    store().mailboxes.mark([{ docId, state }], at);

  it('keeps a letter as it was put in first, however often it is put in again', async () => {
    const { mailboxes } = store();
    await mailboxes.put([aLetter('a'), aLetter('a', { from: 'another' })], MORNING);
    await mark('a', 'processing', MORNING + 1);
    await Promise.all([mailboxes.put([aLetter('a'), aLetter('b')], MORNING + 2), mailboxes.put([aLetter('b')], 0)]);
    const kept = { ...aLetter('a'), state: 'processing', createdAt: MORNING, updatedAt: MORNING + 1 };
    expect(await mailboxes.get('a')).toEqual(kept);
    expect(await mailboxes.count('h53', 'edoc')).toBe(2);
    expect(await mailboxes.get('unknown')).toBeUndefined();
    await mailboxes.put([], MORNING);
  });

  it('puts in all letters of a call or none', async () => {
    const { mailboxes } = store();
    const faulty = { ...aLetter('b'), system: undefined as unknown as string };
    await expect(mailboxes.put([aLetter('a'), faulty], MORNING)).rejects.toBeDefined();
    expect(await mailboxes.count('h53', 'edoc')).toBe(0);
  });

  it('keeps the bytes of a status, beside it', async () => {
    const { mailboxes } = store();
    await mailboxes.put([aLetter('a'), aStatus('s'), aStatus('t', { content: Buffer.from('T') })], MORNING);
    await mailboxes.put([aStatus('s', { content: Buffer.from('another') })], MORNING);
    expect(await mailboxes.content('s')).toEqual(Buffer.from([0, 255, 10]));
    expect(await mailboxes.content('t')).toEqual(Buffer.from('T'));
    expect(await mailboxes.content('a')).toBeUndefined();
    expect(await open('h53', { kind: 'status' })).toEqual(['s', 't']);
    expect(await open()).toEqual(['a']);
  });

  it('lists what is not done, oldest first and what failed last, the same twice, and counts it', async () => {
    const { mailboxes } = store();
    for (const [age, docId] of ['e', 'd', 'c', 'b', 'a'].entries())
      await mailboxes.put([aLetter(docId)], MORNING + age);
    await mailboxes.put([aLetter('foreign', { system: 'h01' }), aStatus('status')], MORNING);
    await mark('e', 'fail', MORNING + 10);
    await mark('d', 'done', MORNING + 11);
    await mark('c', 'processing', MORNING + 12);
    expect(await open()).toEqual(['c', 'b', 'a', 'e']);
    expect(await open()).toEqual(['c', 'b', 'a', 'e']);
    expect(await open('h53', { limit: 2 })).toEqual(['c', 'b']);
    expect(await open('nobody')).toEqual([]);
    expect(await mailboxes.count('h53', 'edoc')).toBe(4);
    expect(await mailboxes.count('h53', 'status')).toBe(1);
    await mark('e', 'initial', MORNING + 13);
    expect(await open()).toEqual(['e', 'c', 'b', 'a']);
  });

  it('narrows a list to when letters were put in: from, and before', async () => {
    const { mailboxes } = store();
    for (const [age, docId] of ['a', 'b', 'c', 'd'].entries()) await mailboxes.put([aLetter(docId)], MORNING + age);
    await mark('b', 'fail', MORNING + 9);
    expect(await open('h53', { from: MORNING + 1 })).toEqual(['c', 'd', 'b']);
    expect(await open('h53', { to: MORNING + 2 })).toEqual(['a', 'b']);
    expect(await open('h53', { from: MORNING + 1, to: MORNING + 3, limit: 2 })).toEqual(['c', 'b']);
  });

  it('leaves a letter that is done as it is, and passes over one that is not there', async () => {
    const { mailboxes } = store();
    await mailboxes.put([aLetter('a')], MORNING);
    await mark('a', 'done', MORNING + 1);
    for (const state of ['fail', 'processing', 'initial', 'done'] as const) await mark('a', state, MORNING + 2);
    await mark('unknown', 'done', MORNING + 2);
    expect(await mailboxes.get('a')).toMatchObject({ state: 'done', updatedAt: MORNING + 1 });
  });

  it('marks many at once, each with the last word said of it, and done is the last', async () => {
    const { mailboxes } = store();
    await mailboxes.put([aLetter('a'), aLetter('b'), aLetter('c')], MORNING);
    await mailboxes.mark(
      [
        { docId: 'c', state: 'fail' },
        { docId: 'b', state: 'done' },
        { docId: 'b', state: 'fail' },
        { docId: 'unknown', state: 'done' },
        { docId: 'c', state: 'processing' },
      ],
      MORNING + 1,
    );
    await mailboxes.mark([], MORNING + 2);
    const letters = await Promise.all(['a', 'b', 'c'].map((docId) => mailboxes.get(docId)));
    expect(letters.map((letter) => letter?.state)).toEqual(['initial', 'done', 'processing']);
    expect(letters.map((letter) => letter?.updatedAt)).toEqual([MORNING, MORNING + 1, MORNING + 1]);
  });

  it('opens again what was done since a moment, and says of how many documents', async () => {
    const { mailboxes } = store();
    await mailboxes.put([aLetter('old')], MORNING - 1);
    const twice = [aLetter('a', { documentId: 'one' }), aLetter('b', { documentId: 'one' })];
    await mailboxes.put([...twice, aLetter('c'), aLetter('d'), aStatus('s')], MORNING);
    await mailboxes.put([aLetter('foreign', { system: 'h01' })], MORNING);
    for (const docId of ['old', 'a', 'b', 'c', 's', 'foreign']) await mark(docId, 'done', MORNING + 1);
    await mark('d', 'fail', MORNING + 1);
    expect(await mailboxes.reopen('h53', MORNING)).toBe(2);
    expect(await open()).toEqual(['a', 'b', 'c', 'd']);
    expect(await open('h53', { kind: 'status' })).toEqual(['s']);
    expect(await open('h01')).toEqual([]);
    expect(await mailboxes.reopen('h53', MORNING)).toBe(0);
  });

  it('empties the mailbox of a system that is removed, and nobody else’s', async () => {
    const { mailboxes, registry } = store();
    await registry.addSystem(aSystem('h53'));
    await mailboxes.put(
      ['a', 'b', 'c'].map((docId) => aLetter(docId)),
      MORNING,
    );
    await mailboxes.put([aStatus('s'), aStatus('other', { system: 'h01' })], MORNING);
    await mark('a', 'done', MORNING);
    await mark('b', 'fail', MORNING);
    await registry.removeSystem('h53');
    const gone = await Promise.all(['a', 'b', 'c', 's'].map((docId) => mailboxes.get(docId)));
    expect(gone).toEqual([undefined, undefined, undefined, undefined]);
    expect(await mailboxes.content('s')).toBeUndefined();
    expect(await mailboxes.content('other')).toBeDefined();
  });

  it('gives a letter that was put in for a system just gone to the one it is put in for next', async () => {
    const { mailboxes, registry } = store();
    await registry.addSystem(aSystem('lgsp'));
    await mailboxes.put([aLetter('a', { system: 'gone' })], MORNING);
    await mark('a', 'fail', MORNING);
    await mailboxes.put([aLetter('a', { system: 'lgsp' })], MORNING + 1);
    expect(await open('gone')).toEqual([]);
    expect(await mailboxes.get('a')).toMatchObject({ system: 'lgsp', state: 'initial', createdAt: MORNING + 1 });
    await mailboxes.put([aLetter('a', { system: 'h53' })], MORNING + 2);
    expect(await open('lgsp')).toEqual(['a']);
  });
}
