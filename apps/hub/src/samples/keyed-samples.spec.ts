import { aSystem, type Answered, G22, H53, HubFixture } from '../../test/hub-fixture.js';

const SAMPLE = { from: G22, to: [H53], subject: 'V/v một lần', typeName: 'Giấy mời' };

describe('A sample under a key', () => {
  let axis: HubFixture;
  let other: HubFixture;

  beforeAll(async () => {
    axis = await HubFixture.start([aSystem('g22', [G22]), aSystem('h53', [H53])]);
    other = await axis.another();
  });
  afterAll(async () => {
    await other.close();
    await axis.close();
  });

  const sendAt = (hub: HubFixture, key: string, over: object = {}): Promise<Answered> =>
    hub.post('samples', { ...SAMPLE, ...over }, { 'idempotency-key': key });
  const refused = async (): Promise<number> => (await axis.client.refusals()).items.length;

  /** The first two that look for the first of a key see none before either goes on. */
  const whoLooksTogether = async <T>(work: () => Promise<T>): Promise<T> => {
    const { documents } = axis.store;
    const find = documents.findBySubmission.bind(documents);
    let looks = 0;
    let goOn!: () => void;
    const bothLooked = new Promise<void>((resolve) => (goOn = resolve));
    documents.findBySubmission = async (...of) => {
      const found = await find(...of);
      looks += 1;
      if (looks === 2) goOn();
      if (looks <= 2) await bothLooked;
      return found;
    };
    try {
      return await work();
    } finally {
      documents.findBySubmission = find;
    }
  };

  it.each([
    ['numbered by the hub', 'together', {}],
    ['with a number given', 'numbered', { number: '71' }],
  ])('%s, at two hubs at once, is one document that both answer with, and no refusal', async (_what, key, over) => {
    const [before, refusedBefore] = [(await axis.client.totals()).sent, await refused()];
    const answers = await whoLooksTogether(() => Promise.all([sendAt(axis, key, over), sendAt(other, key, over)]));
    expect(answers.map(({ status }) => status)).toEqual([202, 202]);
    expect(answers.map(({ body }) => body.repeated).sort()).toEqual([false, true]);
    const [one, same] = answers.map(({ body }) => ({ ...body, repeated: undefined }));
    expect(same).toEqual(one);
    expect((await axis.client.totals()).sent).toBe(before + 1);
    expect(await refused()).toBe(refusedBefore);
  });

  it('at two hubs at once with other fields at the other is refused there', async () => {
    const answers = await whoLooksTogether(() =>
      Promise.all([sendAt(axis, 'apart'), sendAt(other, 'apart', { subject: 'V/v khác' })]),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409]);
    expect(answers.map(({ body }) => body.code)).toContain('IDEMPOTENCY_KEY_REUSED');
  });

  it('is known again when its agencies have new names, and its fields come in another order', async () => {
    const first = await sendAt(axis, 'renamed');
    for (const code of [G22, H53]) await axis.client.enterAgency(code, `Tên mới của ${code}`);
    const turned = Object.fromEntries(Object.entries(SAMPLE).reverse());
    const again = await axis.post('samples', turned, { 'idempotency-key': 'renamed' });
    expect(again.body.recipients[0]?.name).toBe(`Tên mới của ${H53}`);
    expect(again).toMatchObject({ status: 202, body: { documentId: first.body.documentId, repeated: true } });
    expect(await sendAt(axis, 'renamed', { subject: 'V/v khác' })).toMatchObject({
      status: 409,
      body: { code: 'IDEMPOTENCY_KEY_REUSED' },
    });
  });
});
