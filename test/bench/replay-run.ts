import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type PrivateRabbit } from '#broker';
import { inheritedEnvironment, NODE_FLAGS } from '#config';
import { OPENED } from '#core';
import { type ReplayEvent, replayEventSchema, type ReplaySettings } from '#wire';
import { type Percentiles } from './latencies.js';
import { type Figures, lastToSecondTenth, type Sample } from './figures.js';
import { type Hub, startBenchHub } from './hub-run.js';
import { Program } from './programs.js';
import { type Arena, makeArena } from './relay-run.js';
import { loadPages } from './replay-pages.js';
import { askAll } from './replay-questions.js';

const SAMPLE_EVERY_MS = 1_000;

/** What a replay showed, and the hub with everything in its store. */
export interface ReplayFigures extends Figures {
  readonly documents: number;
  readonly deliveries: number;
  /** From SIGKILL to health of the hub that comes after it. */
  readonly startSeconds: number;
  readonly questions: Readonly<Record<string, Percentiles>>;
}

/** Replays the axis on a hub of its own, on SQLite unless a database URL is given. Fails when a figure is not the published one or the ledger is off. */
export async function runReplay(
  rabbit: PrivateRabbit,
  { scale, name, databaseUrl }: { scale: number; name: string; databaseUrl?: string },
): Promise<ReplayFigures> {
  const arena = await makeArena(rabbit, name);
  const folder = await mkdtemp(join(tmpdir(), 'truc-bench-replay-'));
  const store = databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl };
  const start = (): Promise<Hub> => startBenchHub(arena, rabbit, folder, { SIMULATION: 'on', ...store });
  let hub = await start();
  try {
    const figures = await play(hub, arena, { scale, folder });
    await hub.program.stop('SIGKILL');
    const killedAt = Date.now();
    hub = await start();
    const startSeconds = (Date.now() - killedAt) / 1000;
    const questions = { ...(await askAll(hub)), ...(await loadPages(hub.url, folder)) };
    return { ...figures, startSeconds, questions };
  } finally {
    await hub.program.stop('SIGKILL');
    await arena.admin.deleteVhost(name);
    await rm(folder, { recursive: true, force: true });
  }
}

type Played = Omit<ReplayFigures, 'startSeconds' | 'questions'>;

async function play(hub: Hub, arena: Arena, { scale, folder }: { scale: number; folder: string }): Promise<Played> {
  const settings: ReplaySettings = { seed: 2020, scale, statuses: 0, from: OPENED, to: '2020-04-17' };
  const simulator = Program.start('../../apps/simulator/src/replay/main.js', ['--settings', JSON.stringify(settings)], {
    execArgv: [...NODE_FLAGS],
    stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
    env: { ...inheritedEnvironment(), TRUC_DATA: folder, HUB_URL: hub.url, AMQP_URL: arena.hubUrl },
  });
  const samples: Sample[] = [];
  const sampling = setInterval(
    () => void hub.totals().then(({ sent }) => samples.push({ at: Date.now(), documents: sent })),
    SAMPLE_EVERY_MS,
  );
  try {
    const { done, seconds, cpuSeconds } = await toTheEnd(simulator, hub);
    const counted = done.rows.at(-1)?.counted ?? { sent: 0, received: 0 };
    samples.push({ at: Date.now(), documents: counted.sent });
    const peakMemoryMb = hub.program.peakMemoryMb();
    return {
      ...{ documents: counted.sent, deliveries: counted.received, seconds, cpuSeconds, peakMemoryMb },
      documentsPerSecond: counted.sent / seconds,
      deliveriesPerSecond: counted.received / seconds,
      lastToSecondTenth: lastToSecondTenth(samples, counted.sent),
    };
  } finally {
    clearInterval(sampling);
    await simulator.stop('SIGKILL');
  }
}

type Done = Extract<ReplayEvent, { kind: 'done' }>;

async function toTheEnd(simulator: Program, hub: Hub): Promise<{ done: Done; seconds: number; cpuSeconds: number }> {
  if (simulator.child.stdout === null) throw new Error('The simulator has no output.');
  let [startedAt, cpuBefore] = [Date.now(), 0];
  for await (const line of createInterface({ input: simulator.child.stdout })) {
    const event = replayEventSchema.parse(JSON.parse(line));
    if (event.kind === 'enrolled') [startedAt, cpuBefore] = [Date.now(), hub.program.cpuSeconds()];
    if (event.kind === 'failed' || event.kind === 'refused') throw new Error(line);
    if (event.kind !== 'done') continue;
    const [seconds, cpuSeconds] = [(Date.now() - startedAt) / 1000, hub.program.cpuSeconds() - cpuBefore];
    const differs = event.rows.some(({ planned, published = planned, counted }) =>
      [planned, published].some(({ sent, received }) => sent !== counted.sent || received !== counted.received),
    );
    if (differs || !event.ledgerAddsUp) throw new Error(`The figures are off: ${line}`);
    return { done: event, seconds, cpuSeconds };
  }
  throw new Error('The simulator ended before the replay did.');
}
