import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAgencyCode } from '#core';
import { MemoryFeed } from '#broker';
import { HubStore, type RegisteredSystem } from '#store';
import { registeredAgency } from './directory-seed.js';
import { Roster } from './roster.js';

const [OLD, NEW] = [parseAgencyCode('000.00.31.H53'), parseAgencyCode('000.00.32.H53')];

function aSystem(name: string): RegisteredSystem {
  return { name, codes: [], secretHash: '', salt: '', mode: 'amqp', arrivals: false, createdAt: 0 };
}

describe('the roster', () => {
  let folder: string;
  let store: HubStore;
  let roster: Roster;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'truc-roster-'));
    store = await HubStore.open({ url: `sqlite:${join(folder, 'hub.sqlite')}` });
    await store.registry.putAgencies([registeredAgency(OLD, 'UBND huyện Bến Cầu')]);
    roster = new Roster(store, new MemoryFeed());
    await roster.refresh();
  });

  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  it('takes over a name that another hub changed', async () => {
    await store.registry.putAgencies([registeredAgency(OLD, 'UBND thị xã Bến Cầu')]);
    await roster.refresh();
    expect(roster.nameOf(OLD)).toBe('UBND thị xã Bến Cầu');
  });

  it('takes over an agency that took the place of another', async () => {
    await store.registry.deleteAgency(OLD, 1);
    await store.registry.putAgencies([registeredAgency(NEW, 'UBND huyện Gò Dầu')]);
    await roster.refresh();
    expect([OLD, NEW].map((code) => roster.knownAgency(code))).toEqual([undefined, NEW]);
  });

  it('reads no agencies again while none has changed', async () => {
    store.registry.listAgencies = () => Promise.reject(new Error('needless'));
    await expect(roster.refresh()).resolves.toBeUndefined();
  });

  it('never falls back to what an earlier reading found', async () => {
    let endFirst = (_: RegisteredSystem[]): void => undefined;
    const first = new Promise<RegisteredSystem[]>((resolve) => (endFirst = resolve));
    let begun = 0;
    store.registry.listSystems = () => ((begun += 1) === 1 ? first : Promise.resolve([aSystem('g22'), aSystem('h53')]));
    const readings = [roster.reloadSystems(), roster.reloadSystems(), roster.reloadSystems()];
    await new Promise((resolve) => setImmediate(resolve));
    endFirst([aSystem('g22')]);
    await Promise.all(readings);
    expect(roster.allSystems().map(({ name }) => name)).toEqual(['g22', 'h53']);
    expect(begun).toBe(2);
  });

  it('reads again after a reading that failed', async () => {
    const list = store.registry.listSystems.bind(store.registry);
    const answers = [() => Promise.reject(new Error('away')), list, list];
    store.registry.listSystems = () => answers.shift()!();
    await store.registry.addSystem(aSystem('h53'));
    const readings = await Promise.allSettled([roster.reloadSystems(), roster.reloadSystems()]);
    expect(readings.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(roster.system('h53')).toBeDefined();
  });
});
