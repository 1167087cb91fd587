import { readFile } from 'node:fs/promises';
import { writeDocument } from '#edxml';
import { HubClient } from '#wire';
import { eventually } from '../support/eventually.js';
import { sampleDocument } from '../support/sample-document.js';
import { ComposeRig, inProject } from './rig.js';

const FIVE = ['g22', 'g14', 'h53', 'ben-cau', 'an-thanh'];
const FOUR_TIERS = ['000.00.00.G14', '000.00.00.H53', '000.00.04.H53', '000.00.31.H53', '000.21.31.H53'];
const OUTSIDE = '000.00.00.H01';
const [NODE, NODE_CODE] = ['tphcm', '000.00.00.H29'];
const [POLLING, POLLING_CODE] = ['hue', '000.00.00.H30'];
const MB = 1024 * 1024;

/** Each test goes on where the one before stopped: bringing the axis up takes longest. */
describe('docker/compose.yaml', () => {
  let rig: ComposeRig;
  let hub: HubClient;
  let outside: HubClient;
  let number = 0;

  beforeAll(async () => {
    rig = await ComposeRig.make();
    const built = await rig.compose('--profile', '*', 'build');
    if (built.code !== 0) throw new Error(built.err);
    const startedAt = Date.now();
    const up = await rig.compose('up', '--build', '--wait');
    if (up.code !== 0) throw new Error(`${up.err}${(await rig.compose('logs', '--tail', '20')).out}`);
    hub = await rig.hub();
    const { secret } = await hub.addSystem({ name: 'outside', codes: [OUTSIDE], poll: true });
    outside = new HubClient({ url: rig.hubUrl, credentials: { system: 'outside', secret } });
    await arrived(await send(FOUR_TIERS), FOUR_TIERS.length);
    console.log(`From "up --wait" to the first document delivered: ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
  }, 15 * 60_000);

  afterAll(async () => {
    for (const node of [NODE, POLLING]) await rig.truc('node', 'rm', node, '--force');
    await rig.compose('--profile', '*', 'down', '-v', '--remove-orphans');
  }, 120_000);

  /** Hands a document in from outside; its id. */
  async function send(to: readonly string[]): Promise<string> {
    number += 1;
    const bytes = writeDocument(sampleDocument({ from: OUTSIDE, to, number: String(number), notation: 'UBND' }));
    const { documentId } = await outside.submit(bytes, { key: `outside-${number}` });
    if (documentId === undefined) throw new Error('The hub gave no id.');
    return documentId;
  }

  function arrived(documentId: string, count: number): Promise<true> {
    return eventually(
      async () => {
        const { deliveries } = await hub.document(documentId);
        const received = deliveries.filter(({ state }) => state === 'received');
        if (received.length !== count) throw new Error(JSON.stringify(deliveries));
        return true as const;
      },
      { withinMs: 60_000, everyMs: 200 },
    );
  }

  it('has every service healthy and the five systems connected', async () => {
    const states = (
      await rig.told('compose', '-f', 'docker/compose.yaml', 'ps', '--format', '{{.Service}} {{.Health}}')
    )
      .split('\n')
      .sort();
    expect(states).toEqual(['hub', 'rabbitmq', ...FIVE].map((name) => `${name} healthy`).sort());
    const { items } = await hub.systems();
    expect(
      items
        .filter(({ connected }) => connected)
        .map(({ name }) => name)
        .sort(),
    ).toEqual([...FIVE].sort());
  });

  it('counts what was sent from outside, and the count adds up', async () => {
    const before = await hub.ledger();
    await Promise.all(Array.from({ length: 20 }, async () => arrived(await send(FOUR_TIERS), FOUR_TIERS.length)));
    const after = await hub.ledger();
    expect(after.received - before.received).toBe(20 * FOUR_TIERS.length);
    expect(after.waiting).toBe(0);
    expect((await hub.verification()).differences).toEqual([]);
  });

  it('speaks through the command line in a container', async () => {
    const form = ['--from', '000.00.00.G22', '--to', '000.21.31.H53', '--subject', 'Thử từ container', '--wait'];
    const sent = await rig.compose('run', '--rm', '-T', 'truc', 'send', ...form);
    expect(sent).toMatchObject({ code: 0 });
    const inbox = await rig.compose('run', '--rm', '-T', 'truc', 'inbox', '--system', 'an-thanh');
    expect(inbox.out).toContain('Thử từ container');
    expect(await rig.compose('run', '--rm', '-T', 'truc', 'doctor')).toMatchObject({ code: 0 });
    const up = await rig.compose('run', '--rm', '-T', 'truc', '--lang', 'en', 'up');
    expect(up.err).toMatch(/This axis runs in containers.+\n→ Use docker compose .+\n/);
  });

  it('runs small images, not as root, on a root file system that cannot be written', async () => {
    const base = Number(await rig.told('image', 'inspect', 'node:24-trixie-slim', '--format', '{{.Size}}'));
    for (const name of ['hub', 'agency', 'cli']) {
      const size = Number(await rig.told('image', 'inspect', `truc/${name}`, '--format', '{{.Size}}'));
      console.log(`truc/${name}: ${((size - base) / MB).toFixed(0)} MB above its base`);
      expect(size - base).toBeLessThan(150 * MB);
      expect(await rig.told('image', 'inspect', `truc/${name}`, '--format', '{{.Config.User}}')).toBe('node');
    }
    const write = await rig.inside('hub', ['sh', '-c', 'id -u; touch /app/x']);
    expect(write.out.trim()).not.toBe('0');
    expect(write.err).toContain('Read-only file system');
  });

  it('has no secret in its files or in what docker shows of its containers', async () => {
    const token = (await rig.inside('hub', ['cat', '/data/hub/operator-token'])).out.trim();
    const url = (await rig.inside('hub', ['cat', '/keys/amqp-url'])).out.trim();
    const ids = (await rig.told('compose', '-f', 'docker/compose.yaml', 'ps', '--quiet')).split('\n');
    const shown = await rig.told('inspect', ...ids);
    for (const secret of [token, new URL(url).password]) expect(shown).not.toContain(secret);
  });

  describe('truc node', () => {
    it('adds a node that receives and sends, and lists it', async () => {
      const waiting = await send([NODE_CODE]);
      const startedAt = Date.now();
      const added = await rig.truc('node', 'add', NODE_CODE, '--name', NODE);
      expect(added).toMatchObject({ code: 0 });
      await arrived(waiting, 1);
      const form = ['--from', NODE_CODE, '--to', '000.00.00.G22', '--subject', 'Node mới', '--wait'];
      const elapsed = Date.now() - startedAt;
      expect(await rig.compose('run', '--rm', '-T', 'truc', 'send', ...form)).toMatchObject({ code: 0 });
      console.log(`From "node add" to the first document received: ${(elapsed / 1000).toFixed(1)} s`);
      expect(await readFile(inProject('docker', 'nodes', 'index.yaml'), 'utf8')).toContain(`- ${NODE}.yaml`);
      expect((await rig.truc('node', 'list')).out).toMatch(
        new RegExp(`${NODE} .*${NODE_CODE} .*running healthy.* yes`),
      );
    });

    it('adds one that polls: what waited for it is fetched, and it sends', async () => {
      const waiting = await send([POLLING_CODE]);
      expect(await rig.truc('node', 'add', POLLING_CODE, '--name', POLLING, '--poll')).toMatchObject({ code: 0 });
      await arrived(waiting, 1);
      const letter = writeDocument(sampleDocument({ from: POLLING_CODE, to: ['000.00.00.G22'], number: '1' }));
      await rig.inside(POLLING, ['sh', '-c', 'cat >/tmp/letter.edxml'], letter);
      const cli = ['node', 'dist/apps/cli/src/main.js', '--json'];
      const sent = await rig.inside(POLLING, [...cli, 'vxp', 'send', '/tmp/letter.edxml']);
      await arrived((JSON.parse(sent.out) as { DocId: string }).DocId, 1);
      expect(await rig.truc('node', 'rm', POLLING)).toMatchObject({ code: 0 });
    });

    it.each([
      ['an agency that does not exist', ['000.00.00.Z99', '--name', 'nowhere'], 'AGENCY_UNKNOWN'],
      ['the same node twice', [NODE_CODE, '--name', NODE], 'SYSTEM_EXISTS'],
      ['an agency that has a system', [NODE_CODE, '--name', 'other'], 'AGENCY_HAS_SYSTEM'],
      ['a name that is a service of the axis', ['000.00.00.H02', '--name', 'hub'], 'SYSTEM_EXISTS'],
      ['a name that is none', ['000.00.00.H02', '--name', 'No Name'], 'SYSTEM_NAME_MALFORMED'],
    ])('refuses %s in a sentence with a remedy', async (_, args, code) => {
      const { err, code: exitCode } = await rig.truc('node', 'add', ...args);
      expect(exitCode).not.toBe(0);
      expect(err).toMatch(new RegExp(`^${code}: .+\\n→ .+\\n$`));
    });

    it('refuses a port in use', async () => {
      const port = new URL(rig.hubUrl).port;
      const { err } = await rig.truc('node', 'add', '000.00.00.H02', '--name', 'h02', '--port', port);
      expect(err).toMatch(/^PORT_TAKEN: .+\n→ .+\n$/);
    });

    it('tells a node whose enrolment the hub does not know any more', async () => {
      await hub.removeSystem(NODE);
      await rig.compose('restart', NODE);
      await eventually(
        async () => (await rig.compose('logs', '--tail', '20', NODE)).out.includes('ENROLMENT_UNKNOWN'),
        { withinMs: 60_000, everyMs: 500 },
      );
      const { err } = await rig.truc('node', 'rm', NODE);
      expect(err).toMatch(/tphcm does not answer.+\n→ .+--force\n$/);
    });

    it('leaves nothing of a node that could not be started, and says what its container said', async () => {
      const volume = `${rig.project}_stale`;
      const write = 'mkdir -p /data/systems/stale && echo a-secret-of-old-times >/data/systems/stale/secret';
      await rig.told('run', '--rm', '-v', `${volume}:/data`, '--entrypoint', 'sh', 'truc/agency', '-c', write);
      const { code, err } = await rig.truc('node', 'add', '000.00.00.H02', '--name', 'stale');
      expect(code).toBe(1);
      expect(err).toMatch(/^stale did not connect\.\n[^]*ENROLMENT_UNKNOWN: .+\n→ .+\n$/);
      expect(await rig.told('volume', 'ls', '--quiet')).not.toContain(volume);
      expect((await rig.truc('node', 'list')).out).not.toContain('stale');
    });

    it('removes it, with its volume and its file; what comes later for its agency waits', async () => {
      expect(await rig.truc('node', 'rm', NODE, '--force')).toMatchObject({ code: 0 });
      expect(await rig.truc('node', 'add', NODE_CODE, '--name', NODE)).toMatchObject({ code: 0 });
      expect(await rig.truc('node', 'rm', NODE)).toMatchObject({ code: 0 });
      expect((await rig.truc('node', 'list')).out).not.toContain(NODE);
      expect(await rig.told('volume', 'ls', '--quiet')).not.toContain(`${rig.project}_${NODE}`);
      expect(await readFile(inProject('docker', 'nodes', 'index.yaml'), 'utf8')).toContain('include: []');
      const { deliveries } = await hub.document(await send([NODE_CODE]));
      expect(deliveries.map(({ state }) => state)).toEqual(['waiting']);
    });
  });

  it('is not kept from work by a node that is broken', async () => {
    const withBroken = ['-f', 'docker/compose.yaml', '-f', 'test/compose/broken-node.yaml'];
    expect(await rig.docker('compose', ...withBroken, 'up', '-d', '--no-build')).toMatchObject({ code: 0 });
    await eventually(
      async () => (await rig.docker('compose', ...withBroken, 'logs', 'broken')).out.includes('SYSTEM_CODES'),
      { withinMs: 60_000, everyMs: 500 },
    );
    await rig.docker('compose', ...withBroken, 'rm', '--force', '--stop', 'broken');
    await arrived(await send(FOUR_TIERS), FOUR_TIERS.length);
  });

  it('has a profile to observe it; where its images cannot be had, its configuration is read and nothing more', async () => {
    const read = await rig.compose('--profile', 'observe', 'config', '--format', 'json');
    expect(read).toMatchObject({ code: 0 });
    const { services } = JSON.parse(read.out) as { services: Record<string, { image: string }> };
    for (const name of ['prometheus', 'grafana']) {
      const { code } = await rig.docker('image', 'inspect', String(services[name]?.image));
      if (code !== 0) console.log(`NOT TRIED: ${name}, for its image is not on this engine.`);
    }
    const board = JSON.parse(await readFile(inProject('docker/observe/grafana/dashboards/truc.json'), 'utf8')) as {
      panels: { targets: { expr: string }[] }[];
    };
    const metrics = await (await fetch(`${rig.hubUrl}/metrics`, { headers: await rig.asOperator() })).text();
    const asked = board.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));
    for (const name of new Set(asked.join(' ').match(/truc_\w+|process_\w+|nodejs_\w+/g)))
      expect(metrics).toContain(`# HELP ${name.replace(/_(bucket|sum|count)$/, '')} `);
  });

  it('keeps sending sample documents with the profile demo', async () => {
    const before = await hub.ledger();
    expect(await rig.compose('--profile', 'demo', 'up', '--wait', '--no-build', 'demo')).toMatchObject({ code: 0 });
    await eventually(async () => (await hub.ledger()).received > before.received + 5, {
      withinMs: 60_000,
      everyMs: 500,
    });
    await rig.compose('--profile', 'demo', 'rm', '--force', '--stop', 'demo');
  });

  it('stops every program cleanly, keeps everything, and comes back', async () => {
    await rig.compose('stop');
    const ids = (await rig.told('compose', '-f', 'docker/compose.yaml', 'ps', '--all', '--quiet')).split('\n');
    const codes = await rig.told('inspect', ...ids, '--format', '{{.State.ExitCode}}');
    expect(codes.split('\n').filter((code) => code !== '0')).toEqual([]);
    expect(await rig.compose('up', '--wait', '--no-build')).toMatchObject({ code: 0 });
    await arrived(await send(FOUR_TIERS), FOUR_TIERS.length);
    expect((await hub.verification()).differences).toEqual([]);
  });

  it('is restored from a backup of its volume: the same totals, and no difference', async () => {
    const onVolume = (command: string, input = ''): ReturnType<ComposeRig['docker']> =>
      rig.dockerWith(
        input,
        'run',
        '--rm',
        '-i',
        '-v',
        `${rig.project}_hub:/data`,
        'node:24-trixie-slim',
        'sh',
        '-c',
        command,
      );
    const { sent, received } = await hub.totals();
    await rig.compose('stop', 'hub');
    const backup = await onVolume('tar -C /data -cz . | base64');
    expect(await onVolume('find /data -mindepth 1 -delete && ls -A /data')).toMatchObject({ code: 0, out: '' });
    expect(await onVolume('base64 -d | tar -C /data -xz', backup.out)).toMatchObject({ code: 0 });
    expect(await rig.compose('up', '--wait', '--no-build')).toMatchObject({ code: 0 });
    expect(await hub.totals()).toMatchObject({ sent, received });
    expect((await hub.verification({ bodies: true })).differences).toEqual([]);
  });

  it('leaves nothing after down -v', async () => {
    expect(await rig.compose('--profile', '*', 'down', '-v', '--remove-orphans')).toMatchObject({ code: 0 });
    expect(await rig.left()).toEqual([]);
  });
});
