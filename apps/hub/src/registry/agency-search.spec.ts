import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAgencyCode } from '#core';
import { AGENCIES } from '#directory';
import { MemoryFeed } from '#broker';
import { HubStore, type RegisteredAgency } from '#store';
import { AgenciesController } from './agencies.controller.js';
import { AgencyTree } from './agency-tree.js';
import { AgencySearch } from './agency-search.js';
import { registeredAgency } from './directory-seed.js';
import { Roster } from './roster.js';

/** As many as were registered by 2025. */
const ALL = 111_339;
const OFFICES = [
  'Phòng Nội vụ',
  'Trạm Y tế',
  'Văn phòng',
  'Ban Chỉ huy quân sự',
  'Công an',
  'Đội Thanh tra',
  'Hội Nông dân',
];
const SEARCHES = [
  ...['ubnd huyen ben cau', 'UBND tỉnh Tây Ninh', 'h53', 'btttt', 'h53.31', '000.21.31.h53', 'stttt tay ninh'],
  ...['an thanh', 'hoi nong dan ben cau', 'tram y te an thanh', 'atlantis', 'tp hcm', 'van phong ubnd', 'bo y te'],
];

/** The directory, and below it offices made up. */
function agencies(): RegisteredAgency[] {
  const made = AGENCIES.map(({ code, name }) => registeredAgency(code, name));
  for (let office = 1; ; office += 1) {
    for (const { code, name } of AGENCIES) {
      if (made.length === ALL) return made;
      const below = parseAgencyCode(`${String(office).padStart(3, '0')}${code.slice(3)}`);
      made.push(registeredAgency(below, `${OFFICES[office % OFFICES.length] ?? ''} ${name}`));
    }
  }
}

describe('111,339 agencies', () => {
  let folder: string;
  let store: HubStore;
  let roster: Roster;
  let search: AgencySearch;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'truc-search-'));
    store = await HubStore.open({ url: `sqlite:${join(folder, 'hub.sqlite')}` });
    await store.registry.putAgencies(agencies());
    roster = new Roster(store, new MemoryFeed());
    await roster.reloadAgencies();
    search = new AgencySearch(roster);
  });

  afterAll(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  it('are searched at once, the best first', async () => {
    expect(search.search('ubnd huyen ben cau')[0]?.code).toBe('000.00.31.H53');
    expect(search.search('btttt').map(({ code }) => code)[0]).toBe('000.00.00.G14');
    const p95 = await p95Of(SEARCHES, (text) => search.search(text));
    console.log(`search among ${ALL}: p95 ${p95.toFixed(1)} ms`);
    expect(p95).toBeLessThan(200);
  });

  it('are looked up at once', async () => {
    const codes = AGENCIES.filter((_, place) => place % 50 === 0).map(({ code }) => code);
    const p95 = await p95Of(codes, (code) => store.registry.getAgency(code));
    console.log(`look-up among ${ALL}: p95 ${p95.toFixed(1)} ms`);
    expect(p95).toBeLessThan(200);
  });

  it('are shown page by page, the best first, all or those below one', async () => {
    const api = new AgenciesController(store, roster, search, new AgencyTree(roster));
    const list = async (query: object): Promise<{ codes: string[]; next?: string }> => {
      const { items, next } = (await api.list(query)) as { items: { code: string }[]; next?: string };
      return { codes: items.map(({ code }) => code), ...(next === undefined ? {} : { next }) };
    };
    const q = 'ben cau';
    const first = await list({ q, limit: 2 });
    expect(first).toEqual({ codes: ['000.00.31.H53', '000.20.31.H53'], next: '000.20.31.H53' });
    const rest = await list({ q, limit: 1000, cursor: first.next });
    expect(rest.next).toBeUndefined();
    expect([...first.codes, ...rest.codes]).toEqual(search.search(q).map(({ code }) => code));
    expect((await list({ q, parent: '000.00.31.H53' })).codes).toContain('000.20.31.H53');
    expect((await list({ q, parent: '000.00.31.H53' })).codes).not.toContain('000.00.31.H53');
    expect(await list({ q, cursor: '000.00.00.G22' })).toEqual({ codes: [] });
    expect((await list({ parent: 'H53', limit: 1 })).codes).toEqual(['000.00.01.H53']);
  });

  it('are shown as a tree: those at the top, and below each as many as it says', async () => {
    const api = new AgenciesController(store, roster, search, new AgencyTree(roster));
    interface Shown {
      readonly code: string;
      readonly children: number;
      readonly parent?: string;
    }
    const list = async (query: object): Promise<readonly Shown[]> =>
      ((await api.list({ limit: 1000, ...query })) as { items: Shown[] }).items;
    const [ministries, provinces] = [
      await list({ parent: '', tier: 'central' }),
      await list({ parent: '', tier: 'province' }),
    ];
    expect([...ministries, ...provinces].every(({ parent }) => parent === undefined)).toBe(true);
    expect([ministries.length, provinces.length]).toEqual([31, 63]);
    const tayNinh = provinces.find(({ code }) => code === '000.00.00.H53');
    const below = await list({ parent: '000.00.00.H53' });
    expect(below).toHaveLength(tayNinh?.children ?? 0);
    expect(below.find(({ code }) => code === '000.00.31.H53')?.children).toBeGreaterThan(0);
    expect((await list({ parent: '000.00.00.H53', tier: 'district' })).length).toBeLessThan(below.length);
    const districts = (await list({ q: 'ben cau', tier: 'district' })).map(({ code }) => code);
    expect(districts[0]).toBe('000.00.31.H53');
    expect(districts).not.toContain('000.20.31.H53');
    expect((await list({ q: 'tay ninh', parent: '' })).map(({ code }) => code)).toEqual(['000.00.00.H53']);
  });

  it('are searched with what has changed meanwhile', async () => {
    expect(search.search('sao hoa')).toEqual([]);
    await store.registry.putAgencies([registeredAgency(parseAgencyCode('H53.99'), 'UBND huyện Sao Hỏa')]);
    await roster.refresh();
    expect(search.search('uy ban nhan dan huyen sao hoa').map(({ code }) => code)).toEqual(['000.00.99.H53']);
  });
});

async function p95Of<T>(inputs: readonly T[], attempt: (input: T) => unknown): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 10; round += 1) {
    for (const input of inputs) {
      const startedAt = performance.now();
      await attempt(input);
      times.push(performance.now() - startedAt);
    }
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
}
