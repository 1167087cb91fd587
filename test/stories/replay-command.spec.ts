import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inheritedEnvironment, projectRoot } from '#config';
import { freePort } from '../support/axis.js';
import { eventually } from '../support/eventually.js';

/* The command as people run it, compiled, with a RabbitMQ and a hub that it brings up itself. */

const SCALE = '0.0005';
const LONGEST_MS = 120_000;

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

describe('truc replay', () => {
  const data = mkdtempSync(join(tmpdir(), 'truc-replay-'));
  let environment: NodeJS.ProcessEnv;
  beforeAll(async () => {
    environment = inheritedEnvironment({ TRUC_DATA: data, HUB_PORT: String(await freePort()), TRUC_LANG: 'vi' });
  });
  afterAll(() => rmSync(data, { recursive: true, force: true }));

  function truc(...args: string[]): { said: () => string; ended: Promise<Ended> } {
    const script = join(projectRoot(), 'dist', 'apps', 'cli', 'src', 'main.js');
    const child = spawn(process.execPath, [script, ...args], { env: environment });
    let [out, err] = ['', ''];
    child.stdout.on('data', (text) => (out += String(text)));
    child.stderr.on('data', (text) => (err += String(text)));
    const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, out, err })));
    return { said: () => out + err, ended };
  }

  it(
    'ends with published and counted side by side; a second one beside it is refused',
    async () => {
      const first = truc('replay', '--scale', SCALE, '--json');
      await eventually(() => first.said().includes('94 hệ thống đã kết nối'), { withinMs: LONGEST_MS });
      const second = await truc('replay').ended;
      expect([second.code, second.err]).toEqual([1, expect.stringContaining('Một lần diễn lại đang chạy')]);
      const { code, out } = await first.ended;
      const rows = [
        { to: '2019-05-27', counted: { sent: 18, received: 53 } },
        { to: '2019-09-30', counted: { sent: 82, received: 244 } },
        { to: '2020-04-17', counted: { sent: 194, received: 641 } },
      ];
      expect(JSON.parse(out)).toMatchObject({ agrees: true, ledgerAddsUp: true, refused: 0, rows });
      expect(code).toBe(0);
    },
    2 * LONGEST_MS,
  );

  it('takes only days of its thirteen months', async () => {
    const { code, err } = await truc('replay', '--from', '2019-03-11').ended;
    expect([code, err]).toEqual([2, expect.stringContaining('2019-03-12 … 2020-04-17')]);
  });
});
