/* npm run bench -- --replay: the country replayed on SQLite and on PostgreSQL beside a bare relay, and what operators ask with everything in the store. */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { chosen } from './chosen.js';
import { median, tableLine } from './figures.js';
import { type Ground, onGround } from './ground.js';
import { runRelay } from './relay-run.js';
import { type ReplayFigures, runReplay } from './replay-run.js';

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

const relays: number[] = [];
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
  const { documentsPerSecond } = await runRelay(rabbit, Number(values.docs), `bench-relay-${relays.length}`);
  relays.push(documentsPerSecond);
  say(`relay: ${documentsPerSecond.toFixed(0)} documents/s`);
}

async function replay({ rabbit, postgres }: Ground, store: Store): Promise<ReplayFigures> {
  const name = `bench-replay-${store}`;
  const databaseUrl = store === 'postgres' ? await postgres?.freshDatabase(name) : undefined;
  const figures = await runReplay(rabbit, { scale, name, ...(databaseUrl === undefined ? {} : { databaseUrl }) });
  say(`${store}: ${figures.documentsPerSecond.toFixed(0)} documents/s in ${figures.seconds.toFixed(0)} s`);
  return figures;
}

function report(): void {
  const relayed = median(relays);
  const rows = results.map((row) => ({ ...row, ratioToRelay: row.documentsPerSecond / relayed }));
  if (values.json) {
    const machine = { cores: cpus().length, node: process.version };
    process.stdout.write(`${JSON.stringify({ machine, scale, relays, rows })}\n`);
    return;
  }
  const paces = relays.map((pace) => pace.toFixed(0)).join(', ');
  print(
    `The replay at scale ${scale}, all figures exact; the relay passed on ${paces} documents/s before, between and after.`,
  );
  print(
    '            documents  deliveries  seconds  documents/s  ratio to relay  CPU s  peak MB  last/second tenth  restart s',
  );
  for (const row of rows) {
    const line = tableLine(row.store, [
      [String(row.documents), 9],
      [String(row.deliveries), 12],
      [row.seconds.toFixed(0), 9],
      [row.documentsPerSecond.toFixed(0), 13],
      [row.ratioToRelay.toFixed(2), 16],
      [row.cpuSeconds.toFixed(0), 7],
      [String(row.peakMemoryMb), 9],
      [row.lastToSecondTenth.toFixed(2), 19],
      [row.startSeconds.toFixed(1), 11],
    ]);
    print(line);
  }
  questions();
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
