import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { postgresUrl } from '../../../../test/support/servers.js';
import { accept, aDocument } from '../contract/builders.contract.js';
import { HubStore } from '../hub-store.js';
import { DocumentSubjects1583971200011 } from './1583971200011-document-subjects.js';

const folder = mkdtempSync(join(tmpdir(), 'fill-subjects-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('The subjects that are searched', () => {
  it.each(['SQLite', 'PostgreSQL'])('are filled from what %s holds already', async (database) => {
    const file = join(folder, 'hub.sqlite');
    const url = database === 'SQLite' ? `sqlite:${file}` : await postgresUrl();
    const options: DataSourceOptions =
      database === 'SQLite' ? { type: 'better-sqlite3', database: file } : { type: 'postgres', url };
    const store = await HubStore.open({ url });
    // More than are taken at a time.
    const documents = Array.from({ length: 1_003 }, (_, n) => aDocument({ subject: `Điện tử hóa lần ${n}` }));
    await accept(store, documents);
    const source = await new DataSource(options).initialize();
    const runner = source.createQueryRunner();
    const migration = new DocumentSubjects1583971200011();
    await migration.down(runner);
    await migration.up(runner);
    await runner.release();
    await source.destroy();
    const found = async (words: string): Promise<string[]> =>
      (await store.documents.list({ words, limit: 2 })).items.map(({ id }) => id);
    expect(await found('dien tu 1002')).toEqual([documents[1_002]?.id]);
    expect(await found('dien tu 1')).toHaveLength(2);
    expect(await found('hoa 0')).toEqual([documents[0]?.id]);
    await store.close();
  });
});
