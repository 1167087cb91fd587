import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '#config';
import { ReceiptsService } from '../src/exchange/receipts.service.js';
import { HubMetrics } from '../src/metrics/hub-metrics.js';
import { G22, H53, HubFixture } from './hub-fixture.js';

const inProject = (path: string): Promise<string> => readFile(join(projectRoot(), path), 'utf8');

describe('The metrics of the hub', () => {
  let axis: HubFixture;

  beforeAll(async () => {
    axis = await HubFixture.start();
  });

  afterAll(() => axis.close());

  const metrics = (): Promise<string> => axis.part(HubMetrics).registry.metrics();
  const valueOf = (text: string, name: string): number => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);

  it('measure acceptance, batches, transactions and arrivals, and what waits', async () => {
    const { body } = await axis.post('samples', { from: G22, to: [H53], subject: 'V/v đo thời gian' });
    const before = await metrics();
    expect(valueOf(before, 'truc_documents_accepted_total')).toBe(1);
    for (const name of ['truc_acceptance_seconds_count', 'truc_batch_documents_count', 'truc_batch_documents_sum'])
      expect(valueOf(before, name)).toBe(1);
    expect(valueOf(before, 'truc_store_transaction_seconds_count')).toBeGreaterThan(1);
    expect(valueOf(before, 'truc_deliveries_waiting')).toBe(1);
    expect(valueOf(before, 'truc_oldest_waiting_seconds')).toBeLessThan(60);
    expect(valueOf(before, 'truc_arrival_seconds_count')).toBe(0);
    const receipt = { system: 'h53', documentId: body.documentId ?? '', recipients: [H53] };
    await axis.part(ReceiptsService).arrive([receipt]);
    await axis.part(ReceiptsService).arrive([receipt]);
    const after = await metrics();
    expect(valueOf(after, 'truc_arrival_seconds_count')).toBe(1);
    expect(valueOf(after, 'truc_arrival_seconds_sum')).toBeLessThan(60);
    expect([valueOf(after, 'truc_deliveries_waiting'), valueOf(after, 'truc_oldest_waiting_seconds')]).toEqual([0, 0]);
  });

  it('stand in docs/operations.md, and every one named there or on the board of Grafana is told', async () => {
    const text = await metrics();
    const told = new Set([...text.matchAll(/^# HELP (\S+)/gm)].map(([, name]) => name ?? ''));
    const doc = await inProject('docs/operations.md');
    for (const name of told) if (name.startsWith('truc_')) expect(doc).toContain(`\`${name}\``);
    const board = JSON.parse(await inProject('docker/observe/grafana/dashboards/truc.json')) as {
      panels: { targets: { expr: string }[] }[];
    };
    const asked = board.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)).join(' ');
    const named = [...doc.matchAll(/`(truc_\w+)`/g), ...asked.matchAll(/\b((?:truc|process|nodejs)_\w+)/g)];
    for (const [, name = ''] of named) {
      if (name.startsWith('truc_agency_')) continue;
      expect(told).toContain(name.replace(/_(bucket|sum|count)$/, ''));
    }
  });
});
