import { readFile } from 'node:fs/promises';
import { get } from 'node:https';
import { ComposeRig, inProject } from './rig.js';

/** What a program that trusts only these authorities is answered. */
function fetched(url: string, ca: string | undefined): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, ca === undefined ? {} : { ca }, (response) => {
      let text = '';
      response.on('data', (chunk) => (text += String(chunk))).once('end', () => resolve(text));
    }).once('error', reject);
  });
}

describe('docker/compose.tls.yaml', () => {
  let rig: ComposeRig;

  beforeAll(async () => {
    rig = await ComposeRig.make('docker/compose.yaml', 'docker/compose.tls.yaml');
    const made = await rig.sh('docker/tls/make-ca.sh');
    if (made.code !== 0) throw new Error(made.err);
    const up = await rig.compose('up', '--build', '--wait');
    if (up.code !== 0) throw new Error(`${up.err}${(await rig.compose('logs', '--tail', '20')).out}`);
  }, 10 * 60_000);

  afterAll(async () => {
    await rig.compose('--profile', '*', 'down', '-v', '--remove-orphans');
  }, 120_000);

  it('answers at https to who trusts its authority, and to nobody else', async () => {
    const ca = await readFile(inProject('docker', 'tls', 'certs', 'ca.pem'), 'utf8');
    expect(await fetched(`${rig.secureUrl}/health`, ca)).toContain('"status":"ok"');
    await expect(fetched(`${rig.secureUrl}/health`, undefined)).rejects.toThrow(/certificate/);
  });

  it('has hub and systems at RabbitMQ over TLS, and brings documents', async () => {
    const listed = await rig.inside('rabbitmq', ['rabbitmqctl', '-q', 'list_connections', 'user', 'ssl']);
    const connections = listed.out.split('\n').filter((line) => /\t(true|false)$/.test(line));
    expect(connections.length).toBeGreaterThanOrEqual(2 + 2 * 5);
    expect(connections.filter((line) => line.endsWith('false'))).toEqual([]);
    const form = ['--from', '000.00.00.G22', '--to', '000.21.31.H53', '--subject', 'Thử TLS', '--wait'];
    expect(await rig.compose('run', '--rm', '-T', 'truc', 'send', ...form)).toMatchObject({ code: 0 });
  });
});
