import { v7 as uuid } from 'uuid';
import { type HubStore } from '../hub-store.js';
import { type NewDocument } from '../exchange/new-document.js';
import { type OverviewFigures } from '../overview/overview-figures.js';
import { accept, aDocument, aReport, DAY, MORNING, NEXT_DAY, to } from './builders.contract.js';

const MINUTE_MS = 60_000;
const MINUTE = MORNING / MINUTE_MS;
const [G22, H53, BEN_CAU, H01] = ['000.00.00.G22', '000.00.00.H53', '000.00.31.H53', '000.00.00.H01'];

/** A document whose id was made this many milliseconds before the moment. */
function madeBefore(moment: number, milliseconds: number, wish: Partial<NewDocument> = {}): NewDocument {
  return { ...aDocument(), id: uuid({ msecs: moment - milliseconds }), ...wish };
}

/** The figures of now: by the hub's clock, exact, each thing once. */
export function overviewContract(store: () => HubStore): void {
  const read = (at = MORNING): Promise<OverviewFigures> => store().overview.read({ at, day: DAY });
  const arrive = (documents: NewDocument[], at = MORNING): Promise<unknown> =>
    store().exchange.recordReceipts({
      at,
      day: DAY,
      receipts: documents.flatMap(({ id: documentId, recipients }) =>
        recipients.map(({ code, system = '' }) => ({ system, documentId, recipients: [code] })),
      ),
    });

  it('counts traffic by the minute of the hub, each document and arrival once however often it comes', async () => {
    const two = { recipients: [to(H53), to(H01)] };
    const documents = [aDocument(two), aDocument()];
    await accept(store(), documents);
    await accept(store(), documents);
    await accept(store(), [aDocument(two)], { at: MORNING + 3 * MINUTE_MS });
    await arrive(documents, MORNING + MINUTE_MS);
    await arrive(documents, MORNING + 2 * MINUTE_MS);
    const { minutes } = await read(MORNING + 5 * MINUTE_MS);
    expect(minutes).toEqual([
      { minute: MINUTE, accepted: 2, arrived: 0 },
      { minute: MINUTE + 1, accepted: 0, arrived: 3 },
      { minute: MINUTE + 3, accepted: 1, arrived: 0 },
    ]);
  });

  it('adds up what hubs do at the same moment', async () => {
    const batches = Array.from({ length: 20 }, () => [aDocument(), aDocument()]);
    await Promise.all(batches.map((batch) => accept(store(), batch)));
    await Promise.all(batches.map((batch) => arrive(batch)));
    expect((await read()).minutes).toEqual([{ minute: MINUTE, accepted: 40, arrived: 40 }]);
  });

  it('counts an arrival that only a status reports', async () => {
    const document = madeBefore(MORNING, 100);
    await accept(store(), [document]);
    const report = aReport(document, { seen: { code: '', withdrawalAsked: false } });
    await store().exchange.recordStatuses({ at: MORNING, day: DAY, reports: [report] });
    await arrive([document]);
    const { minutes, arrivals } = await read();
    expect(minutes).toMatchObject([{ arrived: 1 }]);
    expect(arrivals.day).toEqual([{ bucket: 27, deliveries: 1 }]);
  });

  it('measures from acceptance to arrival by the clocks of the hubs, also where documents play at other times', async () => {
    const PLAYED = { at: Date.UTC(2019, 4, 27, 3), day: '2019-05-27' };
    const fast = madeBefore(MORNING, 16, { recipients: [to(H53), to(H01)] });
    const played = { ...madeBefore(MORNING, 16), moment: PLAYED };
    const slow = madeBefore(MORNING, 1_000);
    const fromElsewhere = aDocument({ id: 'of-another-kind' });
    await accept(store(), [fast, played, slow, fromElsewhere]);
    await arrive([fast, played, slow, fromElsewhere]);
    const { minutes, arrivals } = await read();
    expect(minutes).toEqual([{ minute: MINUTE, accepted: 4, arrived: 5 }]);
    expect(arrivals.hour).toEqual([
      { bucket: 17, deliveries: 3 },
      { bucket: 40, deliveries: 1 },
    ]);
  });

  it('tells the last hour from the last day, and forgets what is pruned', async () => {
    const hour = 60 * MINUTE_MS;
    const moments = [0, 2, 23, 25].map((hours) => MORNING - hours * hour);
    for (const at of moments) {
      const document = madeBefore(at, 100);
      await accept(store(), [document], { at });
      await arrive([document], at);
    }
    const count = (buckets: readonly { deliveries: number }[]): number =>
      buckets.reduce((sum, { deliveries }) => sum + deliveries, 0);
    const before = await read();
    expect([count(before.arrivals.hour), count(before.arrivals.day), before.minutes.length]).toEqual([1, 3, 3]);
    await store().overview.pruneTraffic(MORNING - 10 * hour);
    const after = await read();
    expect([count(after.arrivals.hour), count(after.arrivals.day), after.minutes.length]).toEqual([1, 2, 2]);
  });

  it('tells day, month and everything apart, who was busy, and what went from tier to tier', async () => {
    const earlier = { at: MORNING, day: '2020-02-28' };
    await accept(store(), [{ ...aDocument(), moment: earlier }]);
    const documents = [
      aDocument({ recipients: [to(H53), to(BEN_CAU)] }),
      aDocument({ recipients: [to(H53)] }),
      aDocument({ sender: BEN_CAU, recipients: [to(G22)] }),
    ];
    await accept(store(), documents);
    await accept(store(), [aDocument({ sender: H01 })], { day: '2020-03-01' });
    await arrive(documents.slice(0, 2));
    const figures = await read();
    expect(figures).toMatchObject({
      day: DAY,
      today: { sent: 3, received: 3 },
      month: { sent: 4, received: 3 },
      sinceOpening: { sent: 5, received: 3 },
      ledger: { made: 6, received: 3, waiting: 3 },
      deadLetters: 0,
    });
    expect(figures.senders).toEqual([
      { agency: G22, count: 2 },
      { agency: H01, count: 1 },
      { agency: BEN_CAU, count: 1 },
    ]);
    expect(figures.recipients).toEqual([
      { agency: H53, count: 2 },
      { agency: BEN_CAU, count: 1 },
    ]);
    expect(figures.flow).toEqual([
      { from: 'central', to: 'district', made: 1 },
      { from: 'central', to: 'province', made: 2 },
      { from: 'district', to: 'central', made: 1 },
      { from: 'province', to: 'province', made: 1 },
    ]);
  });

  it('ends in a simulation with the day of the newest document, and without any with today', async () => {
    expect(await store().overview.read({ at: MORNING })).toMatchObject({ day: DAY, today: { sent: 0 } });
    await accept(store(), [aDocument()], { day: '2019-06-01' });
    await accept(store(), [aDocument()], { day: '2019-05-01' });
    expect(await store().overview.read({ at: MORNING })).toMatchObject({ day: '2019-06-01', month: { sent: 1 } });
  });

  it('names the ten deliveries that wait longest, whoever they wait for', async () => {
    const systems = Array.from({ length: 14 }, (_, n) => `s${n}`);
    const age = (n: number): number => (100 - n) * 1_000;
    const documents = systems.map((system, n) => madeBefore(MORNING, age(n), { recipients: [to(H53, system)] }));
    // Several at the one that waits longest, one that nobody serves, and one that has arrived.
    documents.push(madeBefore(MORNING, age(0.5), { recipients: [to(H01, 's0'), to(H53, 's0')] }));
    documents.push(madeBefore(MORNING, age(1.5), { recipients: [to(H53, null)] }));
    const arrived = madeBefore(MORNING, age(-1), { recipients: [to(H53, 's0')] });
    await accept(store(), [...documents, arrived].reverse());
    await arrive([arrived]);
    const { oldestWaiting } = await read();
    expect(oldestWaiting.map(({ system, recipient }) => [system, recipient])).toEqual([
      ['s0', H53],
      ['s0', H01],
      ['s0', H53],
      ['s1', H53],
      [undefined, H53],
      ...['s2', 's3', 's4', 's5', 's6'].map((system) => [system, H53]),
    ]);
    expect(await store().overview.waiting()).toEqual({ deliveries: 17, since: MORNING - age(0) });
    const [oldest] = documents;
    expect(oldestWaiting[0]).toEqual({
      documentId: oldest?.id,
      identity: oldest?.identity,
      subject: oldest?.subject,
      recipient: H53,
      system: 's0',
      since: MORNING,
    });
  });

  it('tells for each system when the oldest document that waits for it was accepted', async () => {
    const waiting = aDocument({ recipients: [to(H53, 's0'), to(H01, 's1')] });
    const arrived = aDocument({ recipients: [to(H53, 's2')] });
    const later = aDocument({ recipients: [to(H53, 's0'), to(H01, 's2'), to(BEN_CAU, null)] });
    await accept(store(), [waiting, arrived]);
    await accept(store(), [later], { at: MORNING + MINUTE_MS });
    await arrive([arrived]);
    expect([...(await store().overview.oldestOfEach())].sort()).toEqual([
      ['s0', MORNING],
      ['s1', MORNING],
      ['s2', MORNING + MINUTE_MS],
    ]);
  });

  it('tells how long each transaction took, also of one that failed', async () => {
    const took: number[] = [];
    store().onTransaction((seconds) => took.push(seconds));
    await accept(store(), [aDocument()]);
    await accept(store(), [aDocument({ recipients: [to(H53), to(H53)] })]).catch(() => undefined);
    expect(took).toHaveLength(2);
    expect(took.every((seconds) => seconds > 0 && seconds < 20)).toBe(true);
  });

  it('says which version the database has, and what time it is there', async () => {
    const { version, at } = await store().about();
    expect(version).toMatch(/^\d+\.\d+/);
    expect(Math.abs(at - Date.now())).toBeLessThan(60_000);
  });

  it('has nothing to say of an empty store', async () => {
    expect(await store().overview.waiting()).toEqual({ deliveries: 0 });
    expect([...(await store().overview.oldestOfEach())]).toEqual([]);
    const nothing = { made: 0, received: 0, waiting: 0, expired: 0, withdrawn: 0, failed: 0 };
    expect(await store().overview.read({ at: MORNING, day: NEXT_DAY })).toEqual({
      ...{ day: NEXT_DAY, today: { sent: 0, received: 0 }, month: { sent: 0, received: 0 } },
      ...{ sinceOpening: { sent: 0, received: 0 }, minutes: [], arrivals: { hour: [], day: [] }, flow: [] },
      ...{ senders: [], recipients: [], oldestWaiting: [], deadLetters: 0, ledger: nothing },
    });
  });
}
