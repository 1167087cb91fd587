import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '#config';
import { eventually } from '../../../test/support/eventually.js';
import { AgencyFixture, BEN_CAU, H53 } from './agency-fixture.js';

describe('The metrics of a system', () => {
  let axis: AgencyFixture;

  beforeAll(async () => {
    axis = await AgencyFixture.start();
  });

  afterAll(() => axis.close());

  const metrics = async (): Promise<string> => (await axis.call('/metrics')).text();

  it('are for those with the token', async () => {
    expect((await fetch(`${axis.agency!.url}/metrics`)).status).toBe(401);
  });

  it('tell what it sent and received, and what its outbox holds', async () => {
    await axis.handIn();
    await axis.deliver({}, [H53, BEN_CAU]);
    await eventually(async () => {
      const text = await metrics();
      for (const line of [
        'truc_agency_documents_submitted_total 1',
        'truc_agency_deliveries_received_total 2',
        'truc_agency_receipts_sent_total 1',
        'truc_agency_broker_up 1',
        'truc_agency_outbox{kind="documents"} 0',
        'truc_agency_outbox{kind="receipts"} 0',
      ])
        expect(text).toContain(`${line}\n`);
    });
    axis.hub.goAway();
    await axis.handIn();
    expect(await metrics()).toContain('truc_agency_outbox{kind="documents"} 1\n');
    expect(await metrics()).toContain('truc_agency_broker_up 0\n');
    axis.hub.comeBack();
  });

  it('stand in docs/operations.md', async () => {
    const doc = await readFile(join(projectRoot(), 'docs', 'operations.md'), 'utf8');
    const names = [...(await metrics()).matchAll(/^# HELP (truc_\w+)/gm)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(4);
    for (const name of names) expect(doc).toContain(`\`${name}\``);
  });
});
