import { createHash } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import { writeDocument } from '#edxml';
import { type Verification } from '#wire';
import { meaningOf } from '../../apps/cli/src/commands/verify-words.js';
import { runTruc } from '../../apps/cli/src/program.js';
import { StoryAxis, type StoryDatabase, type StorySystem } from '../support/axis.js';
import { type Run } from '../support/command-line.js';
import { eventually } from '../support/eventually.js';
import { sampleDocument } from '../support/sample-document.js';
import { uniqueSystem } from '../support/servers.js';

const OFFICE = { OFFICE: 'on', OFFICE_DELAYS_MS: '03:50,06:100' };
const [GOVERNMENT, PROVINCE, DEPARTMENT] = ['000.00.00.G22', '000.00.00.H53', '000.00.04.H53'] as const;

describe.each<StoryDatabase>(['SQLite', 'PostgreSQL'])('an axis that is verified, on %s', (database) => {
  let axis: StoryAxis;
  let government: StorySystem;

  beforeAll(async () => {
    axis = await StoryAxis.open(database);
    government = await axis.addSystem(uniqueSystem('g22'), [GOVERNMENT]);
    await axis.addSystem(uniqueSystem('h53'), [PROVINCE], { env: OFFICE });
  }, 90_000);
  afterAll(() => axis.close());

  async function truc(...args: string[]): Promise<Run> {
    let [out, err] = ['', ''];
    const streams = { out: (text: string) => void (out += text), err: (text: string) => void (err += text) };
    const environment = { TRUC_DATA: axis.folder, HUB_URL: axis.hubUrl };
    return { code: await runTruc(args, { streams, environment }), out, err };
  }

  async function tamper(text: string): Promise<void> {
    if (axis.databaseUrl === undefined) {
      new Database(join(axis.folder, 'hub', 'hub.sqlite')).exec(text).close();
      return;
    }
    const client = new pg.Client({ connectionString: axis.databaseUrl });
    await client.connect();
    await client.query(text);
    await client.end();
  }

  it('is found whole while it works and when it rests, and one row tampered with is named', async () => {
    for (let sent = 0; sent < 3; sent += 1)
      await government.http.send({ from: GOVERNMENT, to: [PROVINCE, DEPARTMENT], subject: 'V/v đối chiếu số liệu' });
    await eventually(async () => {
      expect(await axis.hub.verification()).toMatchObject({ total: 0, differences: [] });
      const documents = (await axis.hub.documents()).items;
      const details = await Promise.all(documents.map(({ documentId }) => axis.hub.document(documentId)));
      const finished = details.flatMap(({ deliveries }) => deliveries).filter(({ status }) => status === '06');
      if (finished.length < 6) throw new Error(JSON.stringify(details));
    });
    const whole = await truc('verify', '--bodies');
    expect(whole).toMatchObject({ code: 0, err: '' });
    expect(whole.out).toContain('Đã đếm lại 3 văn bản, 6 bản gửi');
    expect(whole.out).toContain('Không có sai lệch.');

    const [document] = (await axis.hub.documents()).items;
    await tamper(`UPDATE deliveries SET state = 'withdrawn'
      WHERE document_id = '${document?.documentId ?? ''}' AND recipient = '${DEPARTMENT}'`);
    const found = await truc('verify');
    expect(found.code).toBe(1);
    expect(found.out).toContain('CÓ SAI LỆCH');
    for (const named of [document?.identity ?? '', DEPARTMENT, 'state-and-arrival', 'agency_days', 'ledger_days'])
      expect(found.out).toContain(named);
    const { differences, checks } = JSON.parse((await truc('verify', '--bodies', '--json')).out) as Verification;
    expect(checks.filter(({ name }) => meaningOf(name).vi === name)).toEqual([]);
    expect(differences).toContainEqual({
      check: 'state-and-arrival',
      table: 'deliveries',
      key: { documentId: document?.documentId, identity: document?.identity, recipient: DEPARTMENT },
      what: 'state',
      counted: 'withdrawn',
      recounted: 'received',
    });
    await tamper("UPDATE deliveries SET state = 'received'");
    expect((await truc('verify')).code).toBe(0);
  });

  it('names a document whose large body was altered or is gone, when asked to read bodies', async () => {
    const edxml = writeDocument(sampleDocument({ number: '0777', to: [PROVINCE], attachmentBytes: 300_000 }));
    await government.http.sendEdxml(edxml, 'large');
    const document = await eventually(
      async () => (await axis.hub.documents()).items.find(({ identity }) => identity.includes('0777')) ?? false,
    );
    expect((await truc('verify', '--bodies')).code).toBe(0);
    const sha256 = createHash('sha256').update(edxml).digest('hex');
    const file = join(axis.folder, 'hub', 'objects', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
    const key = { documentId: document.documentId, identity: document.identity };
    const row = { check: 'object-digest', table: 'documents', key, what: 'sha256', counted: sha256 };
    await writeFile(file, 'altered');
    const altered = createHash('sha256').update('altered').digest('hex');
    expect((await axis.hub.verification({ bodies: true })).differences).toEqual([{ ...row, recounted: altered }]);
    await rm(file);
    expect(await axis.hub.verification({ bodies: true })).toMatchObject({
      total: 1,
      differences: [{ ...row, recounted: null }],
    });
    expect((await truc('verify')).code).toBe(0);
  });
});
