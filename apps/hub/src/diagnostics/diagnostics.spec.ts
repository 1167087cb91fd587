import { type ConnectionTest } from '#wire';
import { aSystem, G22, H53, HubFixture } from '../../test/hub-fixture.js';

describe('The diagnostics of the hub', () => {
  let axis: HubFixture;

  beforeAll(async () => {
    axis = await HubFixture.start([aSystem('g22', [G22]), aSystem('h53', [H53], { lockedAt: Date.UTC(2020, 2, 12) })]);
  });
  afterAll(() => axis.close());

  const failing = ({ steps }: ConnectionTest): string[] => steps.filter(({ ok }) => !ok).map(({ what }) => what);

  it('try the way to a system step by step, and say which step fails', async () => {
    const good = await axis.client.operation.testConnection('g22');
    expect(good.steps).toHaveLength(7);
    expect(failing(good)).toEqual([]);
    expect(good.steps.at(-1)?.detail).toContain('thấy lần cuối');
    expect(failing(await axis.client.operation.testConnection('h53'))).toEqual(['Hệ thống không bị khoá']);
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
});
