import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { accept, aDocument } from './contract/builders.contract.js';
import { hubStoreContract } from './hub-store.contract.js';
import { LARGE_SIZE } from './documents/body-repository.js';
import { filterOf } from './documents/document-filter.js';
import { type DocumentQuery } from './documents/document-record.js';
import { HubStore } from './hub-store.js';
import { openStatement } from './mailboxes/open-letters.js';

const folder = mkdtempSync(join(tmpdir(), 'hub-store-'));
let files = 0;

function freshUrl(): Promise<string> {
  return Promise.resolve(`sqlite:${join(folder, 'made', String(++files), 'hub.sqlite')}`);
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

hubStoreContract('SQLite', freshUrl);

function modeOf(file: string): string {
  return (statSync(file).mode & 0o777).toString(8);
}

describe("The hub's store on SQLite, with trouble from outside", () => {
  it('calls it an outage when another process holds the file, and goes on afterwards', async () => {
    const url = await freshUrl();
    const store = await HubStore.open({ url });
    const other = new Database(url.slice('sqlite:'.length));
    other.exec('BEGIN IMMEDIATE');
    const busy = await accept(store, [aDocument()]).catch((error: unknown) => error);
    expect(store.isOutage(busy)).toBe(true);
    other.exec('ROLLBACK');
    other.close();
    expect(await accept(store, [aDocument()])).toEqual([{ outcome: 'new' }]);
    await store.close();
  });

  it('finds everything again when it is opened again', async () => {
    const url = await freshUrl();
    const document = aDocument();
    const first = await HubStore.open({ url });
    await accept(first, [document]);
    await first.close();
    const second = await HubStore.open({ url });
    expect(await second.documents.get(document.id)).toMatchObject({ id: document.id });
    await second.close();
  });

  it('is read by its owner only, log and index too, also where a file of before was open to all', async () => {
    const url = await freshUrl();
    const file = url.slice('sqlite:'.length);
    const modes = (): string[] => [file, `${file}-wal`, `${file}-shm`].map((each) => modeOf(each));
    const first = await HubStore.open({ url });
    await accept(first, [aDocument()]);
    expect(modes()).toEqual(['600', '600', '600']);
    await first.close();
    chmodSync(file, 0o644);
    for (const left of [`${file}-wal`, `${file}-shm`]) writeFileSync(left, '', { mode: 0o644 });
    const second = await HubStore.open({ url });
    await accept(second, [aDocument()]);
    expect(modes()).toEqual(['600', '600', '600']);
    await second.close();
  });

  it('lists a mailbox from an index in its order, whatever is asked for, and sorts no more than a page', async () => {
    const url = await freshUrl();
    await (await HubStore.open({ url })).close();
    const file = new Database(url.slice('sqlite:'.length), { readonly: true });
    const planOf = (query: { from?: number; to?: number }): string[] => {
      const text = openStatement(query);
      const plan = file.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...Array.from(text.matchAll(/\?/g), () => 1));
      return (plan as { detail: string }[]).map(({ detail }) => detail);
    };
    for (const query of [{}, { from: 1 }, { to: 1 }, { from: 1, to: 1 }]) {
      const half = (place: number, index: string): unknown[] => [
        expect.stringContaining(`SEARCH letters USING INDEX ${index} (system=? AND kind=?`),
        // What is sorted is the page that was read in order, not the mailbox.
        `SCAN half_${place}`,
        'USE TEMP B-TREE FOR ORDER BY',
      ];
      const steps = planOf(query).filter((step) => /letters|half_|B-TREE/.test(step) && !step.startsWith('CO-ROUTINE'));
      expect(steps).toEqual([...half(0, 'letters_fresh'), ...half(1, 'letters_failed')]);
    }
    file.close();
  });

  it('finds what few deliveries are in an index of just those, whatever else is asked of them', async () => {
    const url = await freshUrl();
    await (await HubStore.open({ url })).close();
    const file = new Database(url.slice('sqlite:'.length), { readonly: true });
    const indexOf = (query: Partial<DocumentQuery>): string | undefined => {
      const { tables, conditions, parameters, order } = filterOf({ limit: 50, ...query });
      const text = `SELECT d.id FROM ${tables} WHERE ${conditions.join(' AND ')} ORDER BY ${order} DESC LIMIT 51`;
      const steps = file.prepare(`EXPLAIN QUERY PLAN ${text}`).all(parameters) as { detail: string }[];
      return steps.flatMap(({ detail }) => /^(?:SEARCH|SCAN) e\b.* INDEX (\w+)/.exec(detail)?.[1] ?? [])[0];
    };
    const [rare, waiting] = ['deliveries_state_rare', 'deliveries_waiting'];
    const [code, withdrawal] = ['deliveries_business_code_rare', 'deliveries_withdrawal_rare'];
    expect([
      ...(['failed', 'expired', 'withdrawn', 'waiting'] as const).map((state) => indexOf({ state })),
      ...(['02', '06', '15', '13', '16'] as const).map((status) => indexOf({ status })),
      indexOf({ words: 'kế hoạch', status: '06' }),
    ]).toEqual([rare, rare, rare, waiting, code, code, code, withdrawal, withdrawal, code]);
    file.close();
  });

  it('finds a large body by its digest in an index that small ones are not in', async () => {
    const url = await freshUrl();
    await (await HubStore.open({ url })).close();
    const file = new Database(url.slice('sqlite:'.length), { readonly: true });
    const planOf = (text: string): unknown[] => file.prepare(`EXPLAIN QUERY PLAN ${text}`).all('x');
    const using = expect.stringContaining('USING INDEX documents_sha256 (sha256=?)') as string;
    expect(planOf(LARGE_SIZE)).toMatchObject([{ detail: using }]);
    const [{ sql }] = file.prepare("SELECT sql FROM sqlite_master WHERE name = 'documents_sha256'").all() as [
      { sql: string },
    ];
    expect(sql).toContain('WHERE in_object_store');
    file.close();
  });

  it('refuses an address it does not understand, without showing a password', async () => {
    const opening = HubStore.open({ url: 'mysql://hub:secret@db/hub' });
    await expect(opening).rejects.toThrow('sqlite:/path/to/file or postgres://');
    await expect(opening).rejects.not.toThrow('secret');
  });
});
