import { AmqpBroker, type Broker } from '#broker';
import { type LoadEvent, loadEventSchema, type LoadResult, type LoadSettings } from '#wire';
import { runTruc } from '../../apps/cli/src/program.js';
import { runLoad } from '../../apps/simulator/src/load/run-load.js';
import { type Progress } from '../../apps/simulator/src/load/stage.js';
import { freePort, StoryAxis } from '../support/axis.js';
import { eventually } from '../support/eventually.js';
import { aLoad } from '../support/load-settings.js';
import { TestProgram } from '../support/program.js';
import { uniqueSystem } from '../support/servers.js';
import { type Fault, FaultyReceiver } from './faulty-receiver.js';

const MAIN = 'apps/simulator/src/load/main.ts';
const SMALL = { rate: 20, forMs: 3_000, recipients: 2.5 };

let axis: StoryAxis;
let prefix: string;

beforeAll(async () => {
  axis = await StoryAxis.open('SQLite');
  prefix = uniqueSystem('tai');
}, 90_000);
afterAll(() => axis.close());

/** Runs a load in this process; the first receiving system has the faults, if any. */
async function load(
  settings: Partial<LoadSettings>,
  over: { faultOf?: (document: number) => Fault; stop?: AbortSignal; told?: Progress[]; prefix?: string } = {},
): Promise<LoadResult> {
  return runLoad(aLoad(settings), {
    ...{
      hub: axis.hub,
      hubUrl: axis.hubUrl,
      prefix: over.prefix ?? prefix,
      stop: over.stop ?? new AbortController().signal,
    },
    onProgress: (progress) => over.told?.push(progress),
    connect: async (system, secret) => {
      const broker: Broker = await AmqpBroker.open({ url: urlOf(system, secret), userId: system });
      const isFaulty = over.faultOf !== undefined && system === `${prefix}-nhan-1`;
      return isFaulty ? new FaultyReceiver(broker, over.faultOf ?? (() => undefined)) : broker;
    },
  });
}

function urlOf(system: string, secret: string): string {
  const url = new URL(axis.rabbit.amqpUrl);
  url.username = system;
  url.password = secret;
  return url.href;
}

async function systemsLeft(): Promise<number> {
  return (await axis.hub.systems()).items.filter(({ name }) => name.startsWith('tai-')).length;
}

describe('a load', () => {
  it('ends with nothing lost, nothing doubled, the hub’s figures grown by exactly that, and no system left behind', async () => {
    const told: Progress[] = [];
    const result = await load({ ...SMALL, urgent: 0.2, everyMs: 1_000 }, { told });
    expect(result.counted).toMatchObject({ documents: 60, deliveries: 150, accepted: 60, arrived: 150 });
    expect(result).toMatchObject({ isWhole: true, hub: { grown: { sent: 60, received: 150 }, ledgerAddsUp: true } });
    expect(result.latencyMs.acceptance).toMatchObject({ count: 60 });
    expect([result.latencyMs.arrival.count, result.latencyMs.status.count]).toEqual([150, 150]);
    const [ordinary = 0, urgent = 0] = [result.ordinaryLatencyMs, result.urgentLatencyMs].map(
      (timings) => timings?.acceptance.count,
    );
    expect(ordinary + urgent).toBe(60);
    expect(Math.abs(urgent - 12)).toBeLessThanOrEqual(2);
    const steps = result.steps?.map(({ fromMs, latencyMs }) => [fromMs, latencyMs.acceptance.count]);
    expect(steps).toEqual([
      [0, 20],
      [1_000, 20],
      [2_000, 20],
    ]);
    const { p50, p90, p95, p99, max } = result.latencyMs.status;
    expect([p50, p90, p95, p99, max]).toEqual([p50, p90, p95, p99, max].sort((a, b) => a - b));
    expect(told.length).toBeGreaterThanOrEqual(2);
    expect(await systemsLeft()).toBe(0);
  });

  it('carries large documents by claim check', async () => {
    const mix = [
      { parts: 3, bytes: 102_400 },
      { parts: 1, bytes: 3_145_728 },
    ];
    const result = await load({ rate: 5, forMs: 2_000, mix, recipients: 2 });
    expect(result).toMatchObject({ isWhole: true, counted: { documents: 10, arrived: 20 } });
    expect(result.reached.megabytes).toBeGreaterThan(6);
  });

  it('reports what a receiver lost and what it took twice, and the next run heals what still waits', async () => {
    const faultOf = (document: number): Fault => (document === 3 ? 'drop' : document === 6 ? 'double' : undefined);
    const result = await load({ ...SMALL, patienceMs: 2_000 }, { faultOf });
    expect(result).toMatchObject({ isWhole: false, counted: { lost: 1, doubled: 1, unanswered: 0, arrived: 149 } });
    expect(result.examples.lost).toEqual([expect.stringMatching(/^000\.00\.00\.W90\..*\/TAI-.* → 000\.00\.01\.W91$/)]);
    expect(result.examples.doubled).toHaveLength(1);
    expect(result.hub).toMatchObject({ expected: { received: 150 }, grown: { sent: 60, received: 149 } });
    expect((await axis.hub.ledger()).waiting).toBe(1);
    const next = await load({ rate: 20, forMs: 1_000 });
    expect(next).toMatchObject({ isWhole: true, counted: { earlier: 1, lost: 0, doubled: 0 } });
    expect((await axis.hub.ledger()).waiting).toBe(0);
  });

  it('that is stopped reckons what it had handed in', async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 1_000);
    const result = await load({ rate: 20, forMs: 3_600_000 }, { stop: stop.signal });
    expect(result.isWhole).toBe(true);
    expect(result.counted.documents).toBeLessThan(60);
    expect(await systemsLeft()).toBe(0);
  });
});

describe('the program', () => {
  async function run(over: Record<string, string>): Promise<LoadEvent[]> {
    const env = { TRUC_DATA: axis.folder, HUB_URL: axis.hubUrl, AMQP_URL: axis.rabbit.amqpUrl, ...over };
    const settings = JSON.stringify(aLoad({ rate: 20, forMs: 1_000 }));
    const program = TestProgram.start(MAIN, env, ['--settings', settings]);
    await program.ended();
    const lines = program.output.split('\n').filter((line) => line.startsWith('{'));
    return lines.map((line) => loadEventSchema.parse(JSON.parse(line)));
  }

  it('says in both languages that no hub answers, and nothing of a stack', async () => {
    const [failed, ...others] = await run({ HUB_URL: `http://127.0.0.1:${await freePort()}` });
    expect(others).toEqual([]);
    expect(failed).toMatchObject({
      kind: 'failed',
      code: 'HUB_AWAY',
      detail: { en: expect.stringMatching(/^[^\n]*$/) as string },
    });
  });

  it('says that another load is running', async () => {
    const stop = new AbortController();
    const first = load({ rate: 1, forMs: 60_000 }, { stop: stop.signal, prefix: 'tai' });
    await eventually(async () =>
      (await axis.hub.systems()).items.some(({ name, connected }) => name === 'tai-gui' && connected === true),
    );
    expect(await run({})).toMatchObject([{ kind: 'failed', code: 'LOAD_RUNNING' }]);
    stop.abort();
    await first;
  });
});

/** Compiled, as people run it. */
describe('truc load', () => {
  async function truc(...args: string[]): Promise<{ code: number; out: string; err: string }> {
    let [out, err] = ['', ''];
    const streams = { out: (text: string) => void (out += text), err: (text: string) => void (err += text) };
    const environment = {
      TRUC_DATA: axis.folder,
      HUB_URL: axis.hubUrl,
      AMQP_URL: axis.rabbit.amqpUrl,
      TRUC_LANG: 'en',
    };
    return { code: await runTruc(['load', ...args], { streams, environment }), out, err };
  }

  it('tells people what it did, and ends with 0', async () => {
    const { code, out } = await truc('--rate', '20', '--for', '1s');
    expect(out).toMatch(/Sent 20 documents .* 66 deliveries, 3,3 recipients on average, at 20 documents\/s\./);
    expect(out).toMatch(/Nothing lost, nothing doubled: the hub counted exactly 20 documents sent and 66 received/);
    expect(code).toBe(0);
  });

  it('refuses what it cannot read with 2', async () => {
    const { code, err } = await truc('--rate', 'fast');
    expect([code, err]).toEqual([2, expect.stringContaining('"fast" is not a number from 0.1 to 10000.')]);
  });
});
