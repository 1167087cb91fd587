import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HubStore } from '#store';
import { ConsoleFixture, type Given } from '../../test/console-fixture.js';
import { postgresUrl } from '../../../../test/support/servers.js';

describe('the first administrator', () => {
  let folder: string;
  let hubs: ConsoleFixture[];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'truc-first-'));
    hubs = [];
  });
  afterEach(async () => {
    for (const hub of hubs) await hub.close();
    await rm(folder, { recursive: true, force: true });
  });

  const start = async (given: Given = {}): Promise<ConsoleFixture> => {
    const hub = await ConsoleFixture.open({ folder, isNew: true, ...given });
    hubs.push(hub);
    return hub;
  };
  const fileOf = async ({ config }: ConsoleFixture): Promise<string[]> =>
    (await readFile(config.firstAdministratorFile, 'utf8')).trim().split('\n');

  it('is made at the first start, with a password of four groups in a file for nobody else', async () => {
    const hub = await start();
    const [name = '', password = ''] = await fileOf(hub);
    expect(name).toBe('admin');
    expect(password).toMatch(/^[a-hj-kmnp-z2-9]{5}(-[a-hj-kmnp-z2-9]{5}){3}$/);
    expect((await stat(hub.config.firstAdministratorFile)).mode & 0o777).toBe(0o600);
    const session = await hub.ask('GET', '/api/v1/session', { headers: await hub.signIn(name, password) });
    expect(await session.json()).toMatchObject({ name: 'admin', role: 'administrator' });
  });

  it('has nobody read the password after the first sign-in, and keeps it through a restart', async () => {
    const hub = await start();
    const [name = '', password = ''] = await fileOf(hub);
    await hub.withAccount('viet', 'viewer');
    await hub.signIn('viet');
    expect(await fileOf(hub)).toEqual([name, password]);
    await hub.signIn(name, password);
    await expect(stat(hub.config.firstAdministratorFile)).rejects.toMatchObject({ code: 'ENOENT' });
    await hub.app.close();
    await hub.store.close();
    hubs = [];
    const again = await start();
    await again.signIn(name, password);
    await expect(stat(again.config.firstAdministratorFile)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('is one, however many hubs start together, and the file has its password', async () => {
    const url = await postgresUrl();
    const stores = await Promise.all([1, 2, 3].map(() => HubStore.open({ url })));
    await Promise.all(stores.map((store) => start({ store })));
    const [hub] = hubs;
    if (hub === undefined) throw new Error('none');
    expect((await hub.store.accounts.list()).map(({ name }) => name)).toEqual(['admin']);
    const [name = '', password = ''] = await fileOf(hub);
    for (const each of hubs) await each.signIn(name, password);
  });
});
