import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inheritedEnvironment } from '#config';
import { eventually } from '../../../../test/support/eventually.js';
import { type CliFailure } from '../terminal/failure.js';
import { type Words } from '#core';
import { checkPorts } from './ports.js';
import { Program } from './program.js';
import { RunRecordFile } from './run-record.js';
import { endProcess, isRunning, noteProcess } from './running-process.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'truc-axis-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('Program', () => {
  let program: Program;
  let said: Words[];

  function make(source: string): Program {
    said = [];
    const script = join(folder, 'program.mjs');
    writeFileSync(script, source);
    return new Program({
      name: 'mẫu',
      script,
      env: inheritedEnvironment(),
      logFile: join(folder, 'program.log'),
      say: (line) => said.push(line),
      onChange: () => undefined,
    });
  }

  const log = (): string => readFileSync(join(folder, 'program.log'), 'utf8');
  const isUp = (): Promise<string | undefined> => Promise.resolve(log().includes('up') ? undefined : 'not up');

  afterEach(() => program.kill());

  it('is started again when it dies after having been ready, and says so', async () => {
    program = make('console.log("up"); setInterval(() => {}, 1000);');
    program.start();
    await program.untilReady(isUp, 10_000);
    const first = program.pid ?? 0;
    process.kill(first, 'SIGKILL');
    await eventually(() => program.pid !== undefined && program.pid !== first);
    expect(said[0]?.vi).toMatch(/mẫu đã dừng \(SIGKILL\); khởi động lại sau 0\.5 s/);
  });

  it('that dies while starting fails with its last words, and is not started again', async () => {
    program = make('console.log("no such database"); process.exit(3);');
    program.start();
    const failure = await program
      .untilReady(() => Promise.resolve('not up'), 10_000)
      .catch((error: unknown) => error as CliFailure);
    expect((failure as CliFailure).cause.vi).toMatch(/đã dừng ngay khi khởi động[^]*no such database/);
    expect(program.pid).toBeUndefined();
  });

  it('that does not become ready in time says what is lacking', async () => {
    program = make('setInterval(() => {}, 1000);');
    program.start();
    const failure = program.untilReady(() => Promise.reject(new Error('store: down')), 300);
    await expect(failure).rejects.toMatchObject({ cause: { en: expect.stringContaining('(store: down)') as string } });
  });

  it('stops when asked, and is not started again', async () => {
    program = make('console.log("up"); setInterval(() => {}, 1000);');
    program.start();
    await program.untilReady(isUp, 10_000);
    await expect(program.stop(10_000)).resolves.toBe(true);
    expect(said).toEqual([]);
  });

  it('is ended when it does not stop in time', async () => {
    program = make('process.on("SIGTERM", () => {}); console.log("up"); setInterval(() => {}, 1000);');
    program.start();
    await program.untilReady(isUp, 10_000);
    const running = noteProcess(program.pid ?? 0);
    await expect(program.stop(200)).resolves.toBe(false);
    await eventually(() => running !== undefined && !isRunning(running));
  });
});

describe('checkPorts', () => {
  let server: Server;
  let taken: number;

  beforeEach(async () => {
    server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    taken = (server.address() as AddressInfo).port;
  });
  afterEach(() => server.close());

  it('names what is taken and the setting that moves it', async () => {
    const wanted = { host: '127.0.0.1', port: taken, program: 'hub', movedBy: 'HUB_PORT=9080' };
    await expect(checkPorts([wanted, { ...wanted, port: 0, movedBy: 'X=1' }])).rejects.toMatchObject({
      cause: { en: `Ports in use by another program: ${taken} (hub).` },
      remedy: { en: 'Stop that program, or move the ports, for example: HUB_PORT=9080 npm start' },
    });
  });

  it('says nothing when all are free', async () => {
    await expect(checkPorts([{ host: '127.0.0.1', port: 0, program: 'hub', movedBy: '' }])).resolves.toBeUndefined();
  });
});

describe('RunRecordFile', () => {
  const programs = [{ name: 'hub', pid: 1, startedAt: '1' }];

  it('finds a supervisor that is alive, and not one whose number another process has now', async () => {
    const file = new RunRecordFile(folder);
    const supervisor = noteProcess(process.pid);
    if (supervisor === undefined) throw new Error('This process is not running.');
    const record = { supervisor, programs, hubUrl: 'http://127.0.0.1:8080', isReady: true };
    await file.write(record);
    await expect(file.readAlive()).resolves.toEqual(record);
    await file.write({ ...record, supervisor: { ...supervisor, startedAt: 'earlier' } });
    await expect(file.readAlive()).resolves.toBeUndefined();
  });

  it('takes what it cannot understand for nothing', async () => {
    writeFileSync(join(folder, 'run.json'), '{"supervisor":');
    await expect(new RunRecordFile(folder).read()).resolves.toBeUndefined();
  });
});

describe('endProcess', () => {
  it('leaves alone a process that only has the same number', async () => {
    await expect(endProcess({ pid: process.pid, startedAt: 'another time' }, 100)).resolves.toBe(true);
  });
});
