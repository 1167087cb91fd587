/*
 * npm run bench -- --replay: the country replayed on SQLite and on PostgreSQL beside two bare relays, and what operators ask with everything in the store.
 * One relay has the benchmark's eight receiving systems, as for `npm run bench`; the other the replay's own documents and its 94 systems.
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { chosen } from './chosen.js';
import { median, tableLine } from './figures.js';
import { type Ground, onGround } from './ground.js';
import { runRelay } from './relay-run.js';
import { type ReplayFigures, runReplay } from './replay-run.js';
import { type Traffic, TRAFFICS } from './traffic.js';

const STORES = ['sqlite', 'postgres'] as const;
type Store = (typeof STORES)[number];

const { values } = parseArgs({
  options: {
    replay: { type: 'boolean' },
    scale: { type: 'string', default: '0.1' },
    docs: { type: 'string', default: '20000' },
    only: { type: 'string', multiple: true },
    json: { type: 'boolean', default: false },
  },
});
const scale = Number(values.scale);
const stores = chosen(values.only, STORES);
const say = (line: string): void => void process.stderr.write(`${line}\n`);

const relays: Record<Traffic, number[]> = { eight: [], country: [] };
const results: (ReplayFigures & { store: Store })[] = [];

await onGround({ withPostgres: stores.includes('postgres'), log: say }, async (ground) => {
  await relay(ground);
  for (const store of stores) {
    results.push({ store, ...(await replay(ground, store)) });
    await relay(ground);
  }
  report();
});

/** Before and after every replay, since the pace of the machine changes. */
async function relay({ rabbit }: Ground): Promise<void> {
  for (const traffic of TRAFFICS) {
    const name = `bench-relay-${traffic}-${relays[traffic].length}`;
    const { documentsPerSecond } = await runRelay(rabbit, { count: Number(values.docs), traffic, name });
    relays[traffic].push(documentsPerSecond);
    say(`relay (${traffic}): ${documentsPerSecond.toFixed(0)} documents/s`);
  }
}

async function replay({ rabbit, postgres }: Ground, store: Store): Promise<ReplayFigures> {
  const name = `bench-replay-${store}`;
  const databaseUrl = store === 'postgres' ? await postgres?.freshDatabase(name) : undefined;
  const figures = await runReplay(rabbit, { scale, name, ...(databaseUrl === undefined ? {} : { databaseUrl }) });
  say(`${store}: ${figures.documentsPerSecond.toFixed(0)} documents/s in ${figures.seconds.toFixed(0)} s`);
  return figures;
}

function report(): void {
  const rows = results.map((row) => ({
    ...row,
    ratioToRelay: row.documentsPerSecond / median(relays.eight),
    ratioToCountryRelay: row.documentsPerSecond / median(relays.country),
  }));
  if (values.json) {
    const machine = { cores: cpus().length, node: process.version };
    process.stdout.write(`${JSON.stringify({ machine, scale, relays, rows })}\n`);
    return;
  }
  print(`The replay at scale ${scale}, all figures exact. Documents/s of the relays before, between and after:`);
  print(`eight systems ${paces(relays.eight)}; the replay's 94 systems and documents ${paces(relays.country)}.`);
  print(
    '            documents  deliveries  seconds  documents/s  to relay (8)  to relay (94)  CPU s  peak MB  last/second tenth  restart s',
  );
  for (const row of rows) {
    const line = tableLine(row.store, [
      [String(row.documents), 9],
      [String(row.deliveries), 12],
      [row.seconds.toFixed(0), 9],
      [row.documentsPerSecond.toFixed(0), 13],
      [row.ratioToRelay.toFixed(2), 14],
      [row.ratioToCountryRelay.toFixed(2), 15],
      [row.cpuSeconds.toFixed(0), 7],
      [String(row.peakMemoryMb), 9],
      [row.lastToSecondTenth.toFixed(2), 19],
      [row.startSeconds.toFixed(1), 11],
    ]);
    print(line);
  }
  questions();
}

function paces(figures: readonly number[]): string {
  return figures.map((pace) => pace.toFixed(0)).join(', ');
}

function questions(): void {
  const cell = (value: number | undefined): string => (value?.toFixed(1) ?? '').padStart(9);
  print(`\nms, p50 and p95  ${results.map(({ store }) => store.padStart(38)).join('')}`);
  for (const kind of Object.keys(results[0]?.questions ?? {})) {
    const pairs = results.map(({ questions: { [kind]: found } }) => `${cell(found?.p50)}${cell(found?.p95)}`);
    print(kind.padEnd(38) + pairs.map((pair) => pair.padStart(20)).join(''));
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
