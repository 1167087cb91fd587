import { join } from 'node:path';
import { hanoiDay } from '#core';
import { writeDocument, writeStatus } from '#edxml';
import { HubStore } from '#store';
import { edocFileOf, VxpClient } from '#wire';
import { StoryAxis, type StoryDatabase, type StorySystem } from '../support/axis.js';
import { eventually } from '../support/eventually.js';
import { sampleDocument } from '../support/sample-document.js';
import { uniqueSystem } from '../support/servers.js';

const OFFICE = { OFFICE: 'on', OFFICE_DELAYS_MS: '03:50,06:100' };
const [GOVERNMENT, PROVINCE] = ['000.00.00.G22', '000.00.00.H53'] as const;

describe.each<StoryDatabase>(['SQLite', 'PostgreSQL'])('a polling and a listening system on %s', (database) => {
  let axis: StoryAxis;
  let listening: StorySystem;
  let polling: VxpClient;
  let pollingName: string;

  beforeAll(async () => {
    axis = await StoryAxis.open(database);
    listening = await axis.addSystem(uniqueSystem('h53'), [PROVINCE], { env: OFFICE, arrivals: true });
    pollingName = uniqueSystem('g22');
    const { secret } = await axis.hub.addSystem({ name: pollingName, codes: [GOVERNMENT], poll: true });
    polling = new VxpClient({ url: `${axis.hubUrl}/vxp`, systemId: pollingName, secret });
  }, 90_000);
  afterAll(() => axis.close());

  it('a document of the polling system reaches the listening one, and its statuses come back', async () => {
    const file = writeDocument(sampleDocument({ from: GOVERNMENT, to: [PROVINCE], number: '01' }));
    const documentId = await polling.sendEdoc({ from: GOVERNMENT, messageType: 'edoc', file: edocFileOf(file) });
    await eventually(async () =>
      (await listening.http.incoming()).items.some((item) => item.documentId === documentId),
    );
    await eventually(async () => {
      const statuses = await polling.getReceivedEdocList({ messageType: 'status' });
      const codes = await Promise.all(statuses.map(({ docId }) => codeIn(docId)));
      return codes.includes('03') && codes.includes('06');
    });
    for (const { docId } of await polling.getReceivedEdocList({ messageType: 'status' }))
      await polling.updateStatus(docId, 'done');
    expect(await polling.countReceiveStatus()).toBe(0);
    expect(await polling.getSentEdocList('edoc', documentId)).toMatchObject([
      { senderDocId: documentId, toCode: PROVINCE, sendStatus: 'done', receiveStatus: '06' },
    ]);
  });

  it('a document of the listening system waits for the polling one until it says done, and its statuses go back', async () => {
    const { key } = await listening.http.send({ from: PROVINCE, to: [GOVERNMENT], subject: 'V/v báo cáo' });
    const [letter] = await eventually(async () => {
      const letters = await polling.getReceivedEdocList({ messageType: 'edoc' });
      return letters.length === 1 && letters;
    });
    const documentId = await accepted(key);
    expect(await axis.hub.ledger()).toMatchObject({ waiting: 1, addsUp: true });
    const docId = letter?.docId ?? '';
    expect(String(await polling.getEdoc(docId))).toContain('V/v báo cáo');
    await polling.updateStatus(docId, 'done');
    expect(await axis.hub.ledger()).toMatchObject({ waiting: 0, addsUp: true });
    const { identity } = await axis.hub.document(documentId);
    for (const statusCode of ['03', '06']) await report(identity, statusCode);
    await eventually(async () => {
      const { recipients } = await listening.http.outgoingDocument(documentId);
      return recipients[0]?.status === '06';
    });
    expect(await polling.countReceiveEdoc()).toBe(0);
    const totals = await axis.hub.totals();
    expect([totals.sent, totals.received]).toEqual([2, 2]);
    expect(await axis.hub.ledger()).toMatchObject({ made: 2, received: 2, addsUp: true });
  });

  it('an arrival that a hub counted and died before telling of is told when the system says done once more', async () => {
    const { key } = await listening.http.send({ from: PROVINCE, to: [GOVERNMENT], subject: 'V/v đếm rồi mới báo' });
    const [letter] = await eventually(async () => {
      const letters = await polling.getReceivedEdocList({ messageType: 'edoc' });
      return letters.length === 1 && letters;
    });
    const documentId = await accepted(key);
    await asADyingHub((store) =>
      store.exchange.recordReceipts({
        at: Date.now(),
        day: hanoiDay(Date.now()),
        receipts: [{ system: pollingName, documentId, recipients: [GOVERNMENT] }],
      }),
    );
    expect((await listening.http.outgoingDocument(key)).recipients[0]?.status).not.toBe('01');
    await polling.updateStatus(letter?.docId ?? '', 'done');
    await eventually(async () => (await listening.http.outgoingDocument(key)).recipients[0]?.status === '01');
    expect((await axis.hub.totals()).received).toBe(3);
  });

  it('opens again what a polling system lost, and counts nothing twice', async () => {
    const { documents } = await axis.hub.resend(pollingName, '2020-01-01T00:00:00+07:00');
    expect(documents).toBe(2);
    const [letter] = await polling.getReceivedEdocList({ messageType: 'edoc' });
    await polling.updateStatus(letter?.docId ?? '', 'done');
    expect((await axis.hub.totals()).received).toBe(3);
    for (const { docId } of await polling.getReceivedEdocList({ messageType: 'edoc' }))
      await polling.updateStatus(docId, 'done');
  });

  it('keeps a document of 20 MB, handed in and fetched in pieces, byte for byte', async () => {
    const body = sampleDocument({
      from: GOVERNMENT,
      to: [GOVERNMENT],
      number: '77',
      attachmentBytes: 15 * 1024 * 1024,
    });
    const file = writeDocument(body);
    await polling.sendEdoc({ from: GOVERNMENT, messageType: 'edoc', file: edocFileOf(file) });
    const [letter] = await eventually(async () => {
      const letters = await polling.getReceivedEdocList({ messageType: 'edoc' });
      return letters.length === 1 && letters;
    });
    expect((await polling.getEdoc(letter?.docId ?? '')).equals(file)).toBe(true);
  });

  /** The polling system may have its letter before the issuer has heard that the hub took its document. */
  function accepted(key: string): Promise<string> {
    return eventually(async () => (await listening.http.outgoingDocument(key)).documentId ?? false);
  }

  async function asADyingHub(work: (store: HubStore) => Promise<unknown>): Promise<void> {
    const store = await HubStore.open({ url: axis.databaseUrl ?? `sqlite:${join(axis.folder, 'hub', 'hub.sqlite')}` });
    await work(store);
    await store.close();
  }

  async function codeIn(docId: string): Promise<string | undefined> {
    return /StatusCode>(\d\d)</.exec(String(await polling.getEdoc(docId)))?.[1];
  }

  async function report(identity: string, statusCode: string): Promise<void> {
    const [, code = ''] = /^.*?\.\d{4}\.(.*)$/.exec(identity) ?? [];
    const file = writeStatus({
      from: { code: GOVERNMENT, name: 'Văn phòng Chính phủ', address: '', email: '' },
      responseFor: { organId: PROVINCE, code, promulgatedOn: hanoiDay(Date.now()), documentId: identity },
      staff: {},
      statusCode,
      description: 'Đã xử lý',
      at: '2020/02/05 08:00:00',
    });
    await polling.sendEdoc({ from: GOVERNMENT, messageType: 'status', file: edocFileOf(file) });
  }
});
