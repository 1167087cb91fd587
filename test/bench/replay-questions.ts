import { z } from 'zod';
import { type Hub, jsonOf } from './hub-run.js';
import { Latencies, type Percentiles } from './latencies.js';

const CALLS = 30;
const WHOLE = 'from=2019-03-12&to=2020-04-17';
const MARCH = 'from=2020-03-05&to=2020-04-03';

/** What operators ask of the whole period: name and path. */
const STATISTICS = [
  ...['totals', 'ledger', 'by-type', 'by-priority', 'by-paper', 'by-status', 'punctuality', 'by-day', 'by-week'],
  ...['by-month', 'by-branch', 'coverage', 'by-tier', 'by-agency'],
].map((name) => [name, `/api/v1/statistics/${name}?${WHOLE}`] as const);

const SEARCHES = {
  newest: '',
  'by sender': '&sender=000.00.00.G22',
  'by recipient': '&recipient=000.00.00.H53',
  'by recipient and state': '&recipient=000.00.00.H53&state=received',
  'by sender and recipient': '&sender=000.00.00.G22&recipient=000.00.00.H53',
  'by sender and recipient far apart': '&sender=000.00.31.H53&recipient=000.00.00.H01',
  'by type and day': `&type=${encodeURIComponent('Quyết định')}&from=2020-03-02T00:00:00Z&to=2020-03-03T00:00:00Z`,
  'by day': '&from=2020-03-02T00:00:00Z&to=2020-03-03T00:00:00Z',
  urgent: '&urgent=true',
  'by words of the subject': `&q=${encodeURIComponent('ke hoach kiem tra')}`,
  'by a word found nowhere': '&q=xyzzy',
  'by word and recipient': `&q=${encodeURIComponent('kế hoạch')}&recipient=000.00.00.H53`,
  'by status': '&status=01',
  'by a status nobody has': '&status=06',
  'by identity': '&identity=000.00.00.G22.2020.0123/VPCP-KSTT',
};

const answerSchema = z.object({ asOf: z.string() }).or(z.object({ items: z.array(z.unknown()) }));

/** How long the hub takes to answer what operators ask: milliseconds over HTTP, to the last byte. */
export async function askAll(hub: Hub): Promise<Record<string, Percentiles>> {
  const latencies = new Latencies();
  const ask = async (kind: string, path: string, times = CALLS): Promise<void> => {
    for (let call = 0; call < times; call += 1) {
      const startedAt = performance.now();
      const answer = await hub.bytes(path);
      latencies.note(kind, performance.now() - startedAt);
      answerSchema.parse(jsonOf(answer));
    }
  };
  for (const [name, path] of STATISTICS) await ask(name, path);
  await ask('by-tier, 30 days', `/api/v1/statistics/by-tier?${MARCH}`);
  await ask('by-agency, 30 days', `/api/v1/statistics/by-agency?${MARCH}`);
  await ask('by-pair, first time', `/api/v1/statistics/by-pair?${WHOLE}`, 1);
  await ask('by-pair, again', `/api/v1/statistics/by-pair?${WHOLE}`);
  for (const [name, filter] of Object.entries(SEARCHES))
    await ask(`documents ${name}`, `/api/v1/documents?limit=50${filter}`);
  await ask('agencies "ben cau"', '/api/v1/agencies?q=ben%20cau');
  return latencies.all();
}
