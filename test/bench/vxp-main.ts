/* npm run bench -- --vxp: eight systems that poll send and fetch over the official client's interface, then one lists a hundred thousand letters. */
import { Agent } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPrivateRabbit } from '#broker';
import { inheritedEnvironment } from '#config';
import { HubStore } from '#store';
import { vxpCalls } from '#wire';
import { startBenchHub } from './hub-run.js';
import { Latencies, type Percentiles } from './latencies.js';
import { Program } from './programs.js';
import { makeArena } from './relay-run.js';
import { callVxp } from './vxp-caller.js';
import { codeOf, RECEIVERS } from './workload.js';

const MOST_WAITING = 100_000;
const PUT_AT_ONCE = 5_000;
const LISTS = 50;
/** Serves no bench document: its mailbox is filled with letters for the long list. */
const COLLECTOR = 'h09';

interface Load {
  readonly sentSeconds: number;
  readonly allSeconds: number;
  readonly received: number;
  readonly latencies: Record<string, Percentiles>;
}

const { values } = parseArgs({
  options: {
    vxp: { type: 'boolean' },
    rate: { type: 'string', default: '250' },
    seconds: { type: 'string', default: '20' },
    json: { type: 'boolean', default: false },
  },
});
const say = (line: string): void => void process.stderr.write(`${line}\n`);
const folder = await mkdtemp(join(tmpdir(), 'truc-bench-vxp-'));
const rabbit = await startPrivateRabbit({ dir: join(folder, 'rabbitmq'), log: say, env: inheritedEnvironment() });
try {
  const hub = await startBenchHub(await makeArena(rabbit, 'bench-vxp'), rabbit, {
    folder: join(folder, 'data'),
  });
  try {
    const secrets: string[] = [];
    for (const system of RECEIVERS) secrets.push(await hub.enrol(system, codeOf(system), true));
    const collectorSecret = await hub.enrol(COLLECTOR, codeOf(COLLECTOR), true);
    const endpoint = `${hub.url}/vxp`;
    const load = Program.start('./vxp-load.js', [endpoint, values.rate, values.seconds, ...secrets]);
    await load.says('ready');
    const done = load.says<Load>('done');
    load.child.send('go');
    const figures = await done;
    const expected = Number(values.rate) * Number(values.seconds);
    const totals = await hub.totals();
    if (figures.received !== expected || totals.sent !== expected || totals.received !== expected) {
      throw new Error(`The figures are off: ${JSON.stringify({ expected, received: figures.received, totals })}`);
    }
    await fill(join(folder, 'data', 'hub', 'hub.sqlite'));
    report(figures, await list({ url: endpoint, systemId: COLLECTOR, secret: collectorSecret }), hub.program);
  } finally {
    await hub.program.stop();
  }
} finally {
  await rabbit.stop();
  await rm(folder, { recursive: true, force: true });
}

/** Puts letters into one mailbox, as dispatches would. */
async function fill(file: string): Promise<void> {
  const store = await HubStore.open({ url: `sqlite:${file}` });
  const to = codeOf(COLLECTOR);
  for (let from = 0; from < MOST_WAITING; from += PUT_AT_ONCE) {
    const letters = Array.from({ length: PUT_AT_ONCE }, (_, index) => ({
      ...{ docId: String(from + index).padStart(24, '0'), system: COLLECTOR, kind: 'edoc' as const },
      ...{ documentId: 'none', recipient: to, from: codeOf('h01'), to },
    }));
    await store.mailboxes.put(letters, Date.now() + from);
  }
  await store.close();
}

async function list(caller: { url: string; systemId: string; secret: string }): Promise<Percentiles | undefined> {
  const agent = new Agent({ keepAlive: true });
  const latencies = new Latencies();
  for (let round = 0; round < LISTS; round += 1) {
    const startedAt = performance.now();
    const { data } = await callVxp(agent, caller, vxpCalls.getReceivedEdocList({ messageType: 'edoc' }));
    latencies.note('list', performance.now() - startedAt);
    if ((data as unknown[]).length !== 1_000) throw new Error('The long list is not a page of 1,000.');
  }
  agent.destroy();
  return latencies.all()['list'];
}

function report(load: Load, longList: Percentiles | undefined, hub: Program): void {
  const rate = load.latencies['sendEdoc'] === undefined ? 0 : load.latencies['sendEdoc'].count / load.sentSeconds;
  const memory = hub.peakMemoryMb();
  if (values.json) {
    process.stdout.write(`${JSON.stringify({ ratePerSecond: rate, ...load, longList, peakMemoryMb: memory })}\n`);
    return;
  }
  const lines = Object.entries({ ...load.latencies, [`list of ${MOST_WAITING}`]: longList }).map(
    ([kind, each]) => kind.padEnd(22) + [each?.count, each?.p50, each?.p95, each?.p99, each?.max].map(cell).join(''),
  );
  process.stdout.write(
    `${rate.toFixed(0)} documents/s sent over 50 connections, all taken after ${load.allSeconds.toFixed(1)} s; hub's peak memory ${memory} MB\n`,
  );
  process.stdout.write(`${'ms'.padEnd(22)}${['count', 'p50', 'p95', 'p99', 'max'].map(cell).join('')}\n`);
  process.stdout.write(`${lines.join('\n')}\n`);
}

function cell(value: string | number | undefined): string {
  return String(value ?? '').padStart(10);
}
