import { setTimeout as pause } from 'node:timers/promises';
import { writeDocument } from '#edxml';
import { HubClient } from '#wire';
import { eventually } from '../support/eventually.js';
import { sampleDocument } from '../support/sample-document.js';
import { ComposeRig } from './rig.js';

const OUTSIDE = '000.00.00.H01';
const FOUR_TIERS = ['000.00.00.G14', '000.00.00.H53', '000.00.04.H53', '000.00.31.H53', '000.21.31.H53'];
const EVERY_MS = 100;

/** Hands in a document again and again under one key until some hub has taken it, as a system does, and keeps the longest time that nothing was taken. */
class Traffic {
  sent = 0;
  longestGapMs = 0;
  private lastAt = Date.now();
  private isOver = false;
  private readonly running: Promise<void>;

  constructor(private readonly system: HubClient) {
    this.running = this.run();
  }

  async end(): Promise<void> {
    this.isOver = true;
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.isOver) {
      const number = this.sent + 1;
      const document = sampleDocument({ from: OUTSIDE, to: FOUR_TIERS, number: String(number), notation: 'UBND' });
      await this.handIn(writeDocument(document), `cluster-${number}`);
      this.sent = number;
      this.longestGapMs = Math.max(this.longestGapMs, Date.now() - this.lastAt);
      this.lastAt = Date.now();
      await pause(EVERY_MS);
    }
  }

  private async handIn(bytes: Buffer, key: string): Promise<void> {
    await eventually(() => this.system.submit(bytes, { key }), { withinMs: 60_000, everyMs: EVERY_MS });
  }
}

/** Each test goes on where the one before stopped: bringing the cluster up takes longest. */
describe('docker/compose.cluster.yaml', () => {
  let rig: ComposeRig;
  let hub: HubClient;
  let outside: HubClient;
  let traffic: Traffic;

  beforeAll(async () => {
    rig = await ComposeRig.make('docker/compose.cluster.yaml');
    const up = await rig.compose('up', '--build', '--wait');
    if (up.code !== 0) throw new Error(`${up.err}${(await rig.compose('logs', '--tail', '20')).out}`);
    hub = await rig.hub();
    const { secret } = await hub.addSystem({ name: 'outside', codes: [OUTSIDE], poll: true });
    outside = new HubClient({ url: rig.hubUrl, credentials: { system: 'outside', secret } });
  }, 10 * 60_000);

  afterAll(async () => {
    await rig.compose('--profile', '*', 'down', '-v', '--remove-orphans');
  }, 120_000);

  async function moreTaken(): Promise<void> {
    const { sent } = traffic;
    await eventually(() => expect(traffic.sent).toBeGreaterThan(sent + 20), { withinMs: 60_000 });
  }

  async function everythingArrived(): Promise<void> {
    const deliveries = traffic.sent * FOUR_TIERS.length;
    const whole = { made: deliveries, received: deliveries, waiting: 0, addsUp: true };
    await eventually(async () => expect(await hub.ledger()).toMatchObject(whole), { withinMs: 90_000, everyMs: 500 });
    expect(await hub.totals()).toMatchObject({ sent: traffic.sent, received: deliveries });
    expect((await hub.verification()).differences).toEqual([]);
  }

  it('keeps three replicas of every queue', async () => {
    const queues = (await rig.inside('rabbitmq-1', ['rabbitmqctl', '-q', 'list_queues', 'name', 'members'])).out;
    const kept = queues.split('\n').filter((line) => /^(hub|inbox)\./.test(line));
    expect(kept.length).toBeGreaterThanOrEqual(15);
    for (const line of kept) expect(line.match(/rabbit@/g)).toHaveLength(3);
  });

  it('loses nothing, and counts nothing twice, when a hub and then a RabbitMQ node are killed under traffic', async () => {
    traffic = new Traffic(outside);
    await moreTaken();
    await rig.told('kill', `${rig.project}-hub-1`);
    await moreTaken();
    await rig.told('kill', `${rig.project}-rabbitmq-2-1`);
    await moreTaken();
    await traffic.end();
    await everythingArrived();
    console.log(`${traffic.sent} documents; the longest time that none was taken: ${traffic.longestGapMs} ms`);
  });

  it('takes back what was killed, and another hub besides', async () => {
    expect(await rig.compose('up', '--wait', '--no-build', '--scale', 'hub=3')).toMatchObject({ code: 0 });
    const states = (await rig.compose('ps', 'hub', '--format', '{{.Health}}')).out.trim().split('\n');
    expect(states).toEqual(['healthy', 'healthy', 'healthy']);
    await everythingArrived();
  });

  it('is restored from a backup of its database: the same totals, and no difference', async () => {
    const inPostgres = (command: string, input = ''): ReturnType<ComposeRig['inside']> => {
      const withPassword = `PGHOST=127.0.0.1 PGUSER=truc PGPASSWORD=$(cat /keys/postgres-password) ${command}`;
      return rig.inside('postgres', ['sh', '-c', withPassword], input);
    };
    const { sent, received } = await hub.totals();
    const dump = await inPostgres('pg_dump truc');
    expect(await rig.compose('stop', 'hub')).toMatchObject({ code: 0 });
    const empty = `psql -q -d postgres -c 'DROP DATABASE truc WITH (FORCE)' -c 'CREATE DATABASE truc'`;
    expect(await inPostgres(empty)).toMatchObject({ code: 0 });
    expect(await inPostgres('psql -q -v ON_ERROR_STOP=1 truc', dump.out)).toMatchObject({ code: 0 });
    expect(await rig.compose('up', '--wait', '--no-build', '--scale', 'hub=3')).toMatchObject({ code: 0 });
    expect(await hub.totals()).toMatchObject({ sent, received });
    await everythingArrived();
  });

  it('leaves nothing after down -v', async () => {
    expect(await rig.compose('--profile', '*', 'down', '-v', '--remove-orphans')).toMatchObject({ code: 0 });
    expect(await rig.left()).toEqual([]);
  });
});
