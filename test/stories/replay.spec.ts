import { AmqpBroker, SUBMIT } from '#broker';
import { writeDocument } from '#edxml';
import { HEADER, type ReplayEvent, replayEventSchema, type ReplaySettings } from '#wire';
import { StoryAxis, type StoryDatabase } from '../support/axis.js';
import { eventually } from '../support/eventually.js';
import { TestProgram } from '../support/program.js';
import { sampleDocument } from '../support/sample-document.js';

/** A hundredth of the country within `npm test`; more by hand (REPLAY_SCALE=1). */
const SCALE = Number(process.env['REPLAY_SCALE'] ?? 0.01);
const LONGEST_MS = 15 * 60_000;

const SETTINGS: ReplaySettings = { seed: 2020, scale: SCALE, statuses: 0.2, from: '2019-03-12', to: '2020-04-17' };

/** The published volumes by that scale, rounded: the figures of the reports, not read from the simulator. */
const PUBLISHED = [
  ['2019-05-27', 36_327, 105_325],
  ['2019-09-30', 163_107, 488_165],
  ['2020-04-17', 387_377, 1_281_574],
] as const;

function playOn({ folder, hubUrl, rabbit }: StoryAxis, settings: ReplaySettings): TestProgram {
  const env = { TRUC_DATA: folder, HUB_URL: hubUrl, AMQP_URL: rabbit.amqpUrl };
  return TestProgram.start('apps/simulator/src/replay/main.ts', env, ['--settings', JSON.stringify(settings)]);
}

function toldBy(simulator: TestProgram): ReplayEvent[] {
  const lines = simulator.output.split('\n').filter((line) => line.startsWith('{') && line.endsWith('}'));
  return lines.map((line) => replayEventSchema.parse(JSON.parse(line)));
}

describe.each<StoryDatabase>(['SQLite', 'PostgreSQL'])('2019–2020 replayed on %s', (database) => {
  let axis: StoryAxis;
  let simulator: TestProgram;

  beforeAll(async () => {
    axis = await StoryAxis.open(database, undefined, { SIMULATION: 'on', BATCH_SIZE: '256' });
  }, 60_000);
  afterAll(async () => {
    await simulator.stop('SIGKILL');
    await axis.close();
  });

  const play = (settings: ReplaySettings): TestProgram => playOn(axis, settings);
  const told = (): ReplayEvent[] => toldBy(simulator);
  const accepted = async (): Promise<number> => (await axis.hub.totals()).sent;

  it(
    'gives the published figures to the document, though simulator and hub are killed on the way',
    async () => {
      simulator = play(SETTINGS);
      const all = Math.round(387_377 * SCALE);
      await eventually(async () => (await accepted()) > all / 4, { withinMs: LONGEST_MS, everyMs: 100 });
      await simulator.stop('SIGKILL');
      expect(await accepted()).toBeLessThan(all);
      simulator = play(SETTINGS);
      await eventually(() => told().some((event) => event.kind === 'progress' && event.received > 0), {
        withinMs: LONGEST_MS,
        everyMs: 100,
      });
      await axis.program.stop('SIGKILL');
      expect(told().filter((event) => event.kind === 'done')).toEqual([]);
      await axis.startHub();
      await simulator.ended();

      const done = told().find((event) => event.kind === 'done');
      expect(done).toMatchObject({ refused: 0, ledgerAddsUp: true });
      const counted =
        done?.kind === 'done' ? done.rows.map((row) => [row.to, row.counted.sent, row.counted.received]) : [];
      expect(counted).toEqual(
        PUBLISHED.map(([to, sent, received]) => [to, Math.round(sent * SCALE), Math.round(received * SCALE)]),
      );
      expect(await axis.hub.totals()).toMatchObject({
        simulation: true,
        sentence: expect.stringContaining('mô phỏng') as string,
      });
      expect((await fetch(`${axis.hubUrl}/health`)).headers.get('x-truc-simulation')).toBe('on');
      expect(await axis.hub.verification()).toMatchObject({ total: 0 });
      expect(await axis.hub.statistics.byDay({ from: '2020-01-23', to: '2020-01-28' })).toMatchObject({ items: [] });
    },
    LONGEST_MS,
  );

  it('is not begun with other settings on the same data', async () => {
    simulator = play({ ...SETTINGS, seed: 1 });
    await simulator.ended();
    expect(told()).toMatchObject([{ kind: 'failed', code: 'REPLAY_DIFFERS' }]);
  });
});

describe('a hub whose own clock counts', () => {
  let axis: StoryAxis;
  beforeAll(async () => {
    axis = await StoryAxis.open('SQLite');
  }, 60_000);
  afterAll(() => axis.close());

  it('refuses what plays at another time, and a replay is not begun on it', async () => {
    const { amqpUrl } = await axis.enrol('g22', ['000.00.00.G22']);
    const broker = await AmqpBroker.open({ url: amqpUrl, userId: 'g22', log: () => undefined });
    const headers = { [HEADER.simulatedAt]: '2019-05-27T09:00:00+07:00' };
    const message = { exchange: SUBMIT, type: 'edoc', body: writeDocument(sampleDocument()), headers } as const;
    await broker.publish({ ...message, key: 'edoc', messageId: 'from-2019' });
    await eventually(async () => {
      const { items } = await axis.hub.refusals();
      expect(items).toMatchObject([{ submissionKey: 'from-2019', code: 'SIMULATED_TIME_REFUSED' }]);
    });
    await broker.close();
    const simulator = playOn(axis, SETTINGS);
    await simulator.ended();
    expect(toldBy(simulator)).toMatchObject([{ kind: 'failed', code: 'SIMULATION_OFF' }]);
    expect(await axis.hub.totals({ from: '2019-01-01' })).toMatchObject({ sent: 0, received: 0, simulation: false });
  }, 60_000);
});
