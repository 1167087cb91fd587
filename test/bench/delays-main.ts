/* npm run bench -- --delays: how long documents are on their way, steadily, beside a dead system, urgent behind a backlog, and with 1 GB attached. */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { chosen } from './chosen.js';
import { aimsOf, type Delays } from './delays-aims.js';
import { runLarge } from './delays-large.js';
import { reportOf } from './delays-report.js';
import { runSteady } from './delays-steady.js';
import { runUrgent } from './delays-urgent.js';
import { type Ground, onGround } from './ground.js';

const PARTS = ['steady', 'dead', 'urgent', 'large'] as const;

const { values } = parseArgs({
  options: {
    delays: { type: 'boolean' },
    seconds: { type: 'string', default: '30' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string', multiple: true },
    postgres: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const [seconds, rounds] = [Number(values.seconds), Number(values.rounds)];
const parts = new Set(chosen(values.only, PARTS));
const say = (line: string): void => void process.stderr.write(`${line}\n`);

await onGround({ withPostgres: values.postgres, log: say }, async (ground) => {
  report(await measure(ground));
});

/** A dead system is measured beside runs in which every system is well, so it brings those along. */
async function measure(ground: Ground): Promise<Delays> {
  const withDead = parts.has('dead');
  const steady = withDead || parts.has('steady') ? await runSteady(ground, { seconds, rounds, withDead }, say) : {};
  const urgent = parts.has('urgent')
    ? { inbox: await runUrgent(ground, 'inbox'), hub: await runUrgent(ground, 'hub') }
    : undefined;
  return { ...steady, urgent, large: parts.has('large') ? await runLarge(ground) : undefined };
}

function report(delays: Delays): void {
  if (!values.json) {
    const kind = values.postgres ? 'PostgreSQL' : 'SQLite';
    process.stdout.write(`hub on ${kind}, medians of ${rounds} rounds of ${seconds} s, ${cpus().length} cores\n`);
    process.stdout.write(reportOf(delays));
    return;
  }
  const machine = { cores: cpus().length, node: process.version };
  const database = values.postgres ? 'postgres' : 'sqlite';
  process.stdout.write(`${JSON.stringify({ machine, database, seconds, rounds, ...delays, aims: aimsOf(delays) })}\n`);
}
