/* npm run bench: the hub on SQLite and on PostgreSQL beside a bare relay, all on this machine, one after the other in alternating rounds. */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { chosen } from './chosen.js';
import { type Figures, median, tableLine } from './figures.js';
import { type Ground, onGround } from './ground.js';
import { runHub } from './hub-run.js';
import { runRelay } from './relay-run.js';
import { recipientsOf } from './workload.js';

const USUAL = ['relay', 'sqlite', 'postgres'] as const;
/** `watched` is SQLite with so many consoles open at the overview; only when it is asked for. */
const CONTESTANTS = [...USUAL, 'watched'] as const;
type Contestant = (typeof CONTESTANTS)[number];
const CONSOLES = 50;

const { values } = parseArgs({
  options: {
    docs: { type: 'string', default: '20000' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string', multiple: true },
    json: { type: 'boolean', default: false },
  },
});
const documents = Number(values.docs);
const rounds = Number(values.rounds);
const contestants = values.only === undefined ? USUAL : chosen(values.only, CONTESTANTS);
const say = (line: string): void => void process.stderr.write(`${line}\n`);

const results = new Map<Contestant, Figures[]>(contestants.map((each) => [each, []]));

await onGround({ withPostgres: contestants.includes('postgres'), log: say }, async (ground) => {
  for (let round = 1; round <= rounds; round += 1) {
    const order = round % 2 === 1 ? contestants : [...contestants].reverse();
    for (const contestant of order) {
      const figures = await run(ground, contestant, `bench-${contestant}-${round}`);
      results.get(contestant)?.push(figures);
      say(
        `round ${round} ${contestant}: ${figures.documentsPerSecond.toFixed(0)} documents/s in ${figures.seconds.toFixed(1)} s`,
      );
    }
  }
  report();
});

async function run({ rabbit, postgres }: Ground, contestant: Contestant, name: string): Promise<Figures> {
  if (contestant === 'relay') return runRelay(rabbit, { count: documents, name });
  if (contestant === 'watched') return runHub(rabbit, { documents, name, consoles: CONSOLES });
  if (contestant === 'sqlite') return runHub(rabbit, { documents, name });
  return runHub(rabbit, { documents, name, databaseUrl: (await postgres?.freshDatabase(name)) ?? '' });
}

function report(): void {
  const medians = [...results].map(([contestant, runs]) => ({ contestant, ...mediansOf(runs) }));
  const relay = medians.find(({ contestant }) => contestant === 'relay');
  const rows = medians.map((row) => ({
    ...row,
    ratioToRelay: relay === undefined ? Number.NaN : row.documentsPerSecond / relay.documentsPerSecond,
  }));
  if (values.json) {
    const machine = { cores: cpus().length, node: process.version };
    process.stdout.write(
      `${JSON.stringify({ machine, documents, recipients: recipientsOf(documents), rounds, medians: rows, runs: Object.fromEntries(results) })}\n`,
    );
    return;
  }
  process.stdout.write(
    `${documents} documents of 6 KB to ${recipientsOf(documents)} recipients, medians of ${rounds} rounds, ${cpus().length} cores\n`,
  );
  process.stdout.write(
    '              documents/s  deliveries/s  ratio to relay  CPU s  peak memory MB  last/second tenth\n',
  );
  for (const row of rows) process.stdout.write(`${line(row)}\n`);
}

function line(row: Figures & { contestant: string; ratioToRelay: number }): string {
  return tableLine(row.contestant, [
    [row.documentsPerSecond.toFixed(0), 13],
    [row.deliveriesPerSecond.toFixed(0), 14],
    [row.ratioToRelay.toFixed(2), 16],
    [row.cpuSeconds.toFixed(1), 7],
    [String(row.peakMemoryMb), 16],
    [row.lastToSecondTenth.toFixed(2), 19],
  ]);
}

function mediansOf(runs: readonly Figures[]): Figures {
  const of = (field: keyof Figures): number => median(runs.map((each) => each[field]));
  return {
    documentsPerSecond: of('documentsPerSecond'),
    deliveriesPerSecond: of('deliveriesPerSecond'),
    seconds: of('seconds'),
    cpuSeconds: of('cpuSeconds'),
    peakMemoryMb: of('peakMemoryMb'),
    lastToSecondTenth: of('lastToSecondTenth'),
  };
}
