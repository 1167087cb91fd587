import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { replayEventSchema, replaySettingsSchema } from '#wire';
import { runSimulator } from './simulator.js';

describe('the simulator as a program', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'truc-simulator-'));
  let silent: Server;
  let asked: Promise<void>;

  beforeAll(async () => {
    mkdirSync(join(dataFolder, 'hub'));
    writeFileSync(join(dataFolder, 'hub', 'operator-token'), 'token');
    asked = new Promise((resolve) => (silent = createServer(() => resolve())));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    silent.closeAllConnections();
    silent.close();
    rmSync(dataFolder, { recursive: true, force: true });
  });

  it('that is killed is a failure, which is told with what to do', async () => {
    const hubUrl = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const program = { name: 'replay', events: replayEventSchema } as const;
    const settings = replaySettingsSchema.parse({
      seed: 1,
      scale: 0.001,
      statuses: 0,
      from: '2019-03-12',
      to: '2019-03-13',
    });
    const events = runSimulator(
      program,
      settings,
      { dataFolder, hubUrl, amqpUrl: 'amqp://127.0.0.1:1' },
      new AbortController().signal,
    );
    const first = events.next();
    await asked;
    execFileSync('pkill', ['-KILL', '-P', String(process.pid), '-f', 'simulator/src/replay/main.js']);
    await expect(first).rejects.toMatchObject({
      cause: { vi: 'Chương trình mô phỏng (replay) bị dừng giữa chừng: SIGKILL.' },
    });
  });
});
