import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BrokerAdmin, type QueueState } from '#broker';
import { Rounds } from '../exchange/rounds.js';
import { words } from '#core';
import { brokerFindings } from './broker-examination.js';
import { disks } from './disks.js';
import { type Finding, good, told } from './finding.js';
import { EXAMINED_QUEUES, queueFindings } from './queue-findings.js';
import { sweepFindings } from './sweep-findings.js';

const states = (findings: readonly Finding[]): string[] => findings.map(({ part, state }) => `${part} ${state}`);

describe('the depths of the queues', () => {
  const queues = (over: Record<string, QueueState | undefined>): Map<string, QueueState | undefined> =>
    new Map([...EXAMINED_QUEUES.map((name) => [name, { ready: 12, consumers: 1 }] as const), ...Object.entries(over)]);

  it('are told while they are small', () => {
    const [finding, ...others] = queueFindings(queues({}));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ part: 'queues', state: 'good' });
    expect(finding?.symptom.vi).toContain(
      'hub.edoc 12, hub.edoc.urgent 12, hub.status 12, hub.receipt 12, hub.dead 12',
    );
  });

  it.each([
    ['hub.edoc', 5_000, 'good'],
    ['hub.edoc', 5_001, 'poor'],
    ['hub.receipt', 5_001, 'poor'],
    ['hub.dead', 100, 'good'],
    ['hub.dead', 101, 'poor'],
  ])('of %s are looked at: %i is %s', (queue, ready, state) => {
    const findings = queueFindings(queues({ [queue]: { ready, consumers: 1 } }));
    expect(states(findings)).toEqual([`queues ${state}`]);
    expect(findings[0]?.symptom.en).toContain(`${queue} ${ready}`);
  });

  it.each([[undefined], [{ ready: 0, consumers: 0 }]])('a queue that nobody listens at is bad: %j', (state) => {
    const findings = queueFindings(queues({ 'hub.status': state }));
    expect(states(findings)).toEqual(['queues bad']);
    expect(findings[0]?.symptom.vi).toContain('hub.status.');
  });
});

describe('what is done again and again', () => {
  const at = Date.now();

  it('is overdue a minute after a round should have got through', async () => {
    const failing = new Rounds(words('quét', 'sweep'), 3_000, () => Promise.reject(new Error('away')));
    const working = new Rounds(words('xem', 'look'), 3_600_000, () => Promise.resolve());
    for (const rounds of [failing, working]) {
      rounds.start();
      await rounds.now();
      await rounds.close();
    }
    expect(states(sweepFindings([failing, working], at + 60_000))).toEqual(['sweeps good']);
    const late = sweepFindings([failing, working], at + 70_000);
    expect(states(late)).toEqual(['sweeps poor', 'sweeps good']);
    expect(late[0]?.symptom.en).toBe('Overdue: sweep, last done: never.');
    expect(late[1]?.symptom.en).toMatch(/^Regular work, last done: look \d\d:\d\d:\d\d\.$/);
  });
});

describe('the disks', () => {
  it('are one while the large bodies lie on that of the data', async () => {
    const objectsFolder = join(tmpdir(), 'not made yet');
    expect(await disks({ hubFolder: tmpdir(), objectsFolder })).toHaveLength(1);
    expect(await disks({ hubFolder: tmpdir(), objectsFolder: tmpdir() })).toHaveLength(1);
  });

  it('are two when they lie elsewhere, and a folder that is away is bad', async () => {
    const [own, objects] = await disks({ hubFolder: tmpdir(), objectsFolder: '/dev' });
    expect(own?.symptom.vi).toContain(tmpdir());
    expect(objects?.symptom.vi).toContain('/dev');
    const [, unreadable] = await disks({ hubFolder: tmpdir(), objectsFolder: '/dev/null/objects' });
    expect(unreadable).toMatchObject({ state: 'bad', symptom: { en: expect.stringContaining('ENOTDIR') as string } });
    const away = join(tmpdir(), 'no such folder');
    expect(states(await disks({ hubFolder: away, objectsFolder: away }))).toEqual(['disk bad']);
  });
});

describe('the clock of RabbitMQ', () => {
  let server: Server;
  let date: Date;
  let admin: BrokerAdmin;

  beforeAll(async () => {
    server = createServer((_request, response) => {
      response.setHeader('date', date.toUTCString());
      response.end(JSON.stringify({ rabbitmq_version: '4.0.5' }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const managementUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    admin = new BrokerAdmin({ managementUrl, username: 'u', password: 'p', vhost: '/' });
  });
  afterAll(() => server.close());

  it.each([
    [0, 'good'],
    [-500, 'good'],
    [-5_000, 'poor'],
    [5_000, 'poor'],
  ])('off by %i ms is %s', async (offMs, state) => {
    date = new Date(Date.now() + offMs);
    const findings = await brokerFindings(admin);
    expect(states(findings)).toEqual(['broker good', `clock ${state}`]);
    expect(findings[0]?.symptom.vi).toBe('RabbitMQ 4.0.5 đang kết nối.');
  });
});

it('a finding is told in one language', () => {
  const finding = { ...good('disk', words('còn chỗ', 'room')), cause: words('a', 'b'), remedy: words('c', 'd') };
  expect(told(finding, 'en')).toEqual({ part: 'disk', state: 'good', symptom: 'room', cause: 'b', remedy: 'd' });
  expect(told(good('disk', words('còn chỗ', 'room')), 'vi')).toEqual({
    part: 'disk',
    state: 'good',
    symptom: 'còn chỗ',
  });
});
