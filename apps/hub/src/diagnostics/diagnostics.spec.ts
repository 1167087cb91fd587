import { ModulesContainer } from '@nestjs/core';
import { Topology } from '#broker';
import { AxisError } from '#core';
import { type ConnectionTest, type Diagnostics } from '#wire';
import { aSystem, G22, H53, HubFixture } from '../../test/hub-fixture.js';
import { Rounds } from '../exchange/rounds.js';
import { SWEEPS } from './sweeps.js';

describe('The diagnostics of the hub', () => {
  let axis: HubFixture;

  beforeAll(async () => {
    axis = await HubFixture.start([aSystem('g22', [G22]), aSystem('h53', [H53], { lockedAt: Date.UTC(2020, 2, 12) })]);
  });
  afterAll(() => axis.close());

  const failing = ({ steps }: ConnectionTest): string[] => steps.filter(({ ok }) => !ok).map(({ what }) => what.vi);

  it('try the way to a system step by step, and say which step fails', async () => {
    const good = await axis.client.operation.testConnection('g22');
    expect(good.steps).toHaveLength(8);
    expect(failing(good)).toEqual([]);
    expect(good.steps.at(-1)?.detail?.vi).toContain('thấy lần cuối');
    expect(good.steps[3]?.detail?.vi).toMatch(/^xác nhận sau \d+,\d ms, trở lại sau \d+,\d ms$/);
    expect(axis.received['g22']).toEqual([]);
    expect(failing(await axis.client.operation.testConnection('h53'))).toEqual(['Hệ thống không bị khóa']);
    await expect(axis.client.operation.testConnection('nobody')).rejects.toMatchObject({
      problem: { code: 'SYSTEM_UNKNOWN' },
    });
  });

  it('look at the clock of the database, and are a file to keep', async () => {
    const { examinations } = await axis.client.diagnostics();
    expect(examinations.find(({ part }) => part === 'clock')).toMatchObject({ state: 'good' });
    const response = await axis.fetch('diagnostics/report');
    expect(response.headers.get('content-disposition')).toContain('attachment');
    expect(await response.json()).toMatchObject({ examinations: expect.any(Array) as unknown });
  });

  it('say that the management interface does not answer, and that nobody listens at the queues of a hub without consumers', async () => {
    const { examinations } = await axis.client.diagnostics();
    const broker = examinations.find(({ part }) => part === 'broker');
    expect(broker).toMatchObject({ state: 'poor', symptom: expect.stringContaining('giao diện quản trị') as string });
    const queues = examinations.find(({ part }) => part === 'queues');
    expect(queues).toMatchObject({ state: 'bad', symptom: expect.stringContaining('hub.edoc, ') as string });
  });

  it('tell what can be read when some parts fail, and of those that they could not be read and why', async () => {
    const { statistics } = axis.store;
    const topology = axis.part<Topology>(Topology as never);
    const [ledger, inspect] = [statistics.ledger.bind(statistics), topology.inspect.bind(topology)];
    statistics.ledger = () => Promise.reject(new Error('no such table: ledger'));
    topology.inspect = () => Promise.reject(new AxisError('BROKER_AWAY'));
    try {
      const { status, body } = await axis.call<Diagnostics>('diagnostics', { headers: { 'accept-language': 'en' } });
      expect(status).toBe(200);
      const unread = body.examinations.filter(({ state }) => state === 'unread');
      expect(unread.map(({ part, symptom }) => [part, symptom])).toEqual([
        ['queues', 'This part could not be read: RabbitMQ cannot be reached.'],
        ['systems', 'This part could not be read: RabbitMQ cannot be reached.'],
        ['ledger', 'This part could not be read: no such table: ledger'],
      ]);
      const parts = body.examinations.map(({ part }) => part);
      expect(parts).toEqual(expect.arrayContaining(['store', 'broker', 'disk', 'dead letters', 'clock', 'sweeps']));
      expect((await axis.fetch('diagnostics/report')).status).toBe(200);
    } finally {
      Object.assign(statistics, { ledger });
      Object.assign(topology, { inspect });
    }
  });

  it('say when everything that the hub does again and again was last done', async () => {
    const { examinations } = await axis.client.diagnostics();
    const sweeps = examinations.filter(({ part }) => part === 'sweeps');
    expect(sweeps).toHaveLength(1);
    expect(sweeps[0]).toMatchObject({ state: 'good' });
    expect(sweeps[0]?.symptom).toMatch(/kiểm tra các hộp thư \d\d:\d\d:\d\d/);
  });

  it('know of everything that is done in rounds', () => {
    const modules = [...axis.part(ModulesContainer).values()];
    const parts = modules.flatMap(({ providers }) => [...providers.values()].map(({ instance }) => instance));
    const inRounds = parts.flatMap((part) => {
      const { rounds } = (part ?? {}) as { rounds?: unknown };
      return rounds instanceof Rounds ? [rounds.name.en] : [];
    });
    expect(inRounds.length).toBeGreaterThan(0);
    expect(
      axis
        .named<Rounds[]>(SWEEPS)
        .map(({ name }) => name.en)
        .sort(),
    ).toEqual(inRounds.sort());
  });

  it('tell the steps in both languages, those that fail too', async () => {
    const { steps } = await axis.client.operation.testConnection('h53');
    expect(steps.filter(({ ok }) => !ok)).toMatchObject([
      {
        what: { vi: 'Hệ thống không bị khóa', en: 'The system is not locked' },
        detail: { vi: 'khóa từ 12/03/2020 07:00:00', en: 'locked since 12/03/2020 07:00:00' },
      },
    ]);
    expect(steps[3]?.detail?.en).toMatch(/^confirmed after \d+\.\d ms/);
  });

  it.each([
    ['vi', undefined],
    ['vi', 'vi-VN,vi;q=0.9,en;q=0.8'],
    ['vi', 'fr'],
    ['en', 'en'],
    ['en', 'en-GB,en;q=0.9,vi;q=0.8'],
  ])('speak %s to who asks for %s', async (language, asked) => {
    const headers: Record<string, string> = asked === undefined ? {} : { 'accept-language': asked };
    const { body } = await axis.call<{ examinations: { symptom: string }[] }>('diagnostics', { headers });
    const [store] = body.examinations;
    expect(store?.symptom).toBe(language === 'en' ? 'The SQLite database answers.' : 'Cơ sở dữ liệu SQLite trả lời.');
  });
});
