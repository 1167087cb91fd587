import { AxisError } from '#core';
import { type HubStore } from '../hub-store.js';
import { type RegisteredAgency } from '../registry/registered-system.js';
import { aSystem, MORNING } from './builders.contract.js';

const UNIT: RegisteredAgency = {
  code: '000.21.31.H53',
  codeQd20: 'H53.31.21',
  name: 'UBND xã An Thạnh',
  tier: 'commune',
  parent: '000.00.31.H53',
  searchText: 'ubnd xa an thanh',
  mail: 'anthanh@tayninh.gov.vn',
};

/** Agencies that systems register and delete themselves, and the secrets such systems sign with. */
export function unitsContract(store: () => HubStore): void {
  const refusal = async (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'none',
      (error: unknown) => (error instanceof AxisError ? error.code : String(error)),
    );

  it('keeps what a system signs with, until its secret is another', async () => {
    const { registry } = store();
    const polling = { ...aSystem('vxp', ['000.00.00.H53']), mode: 'poll', signingSecret: 's3cret' } as const;
    await registry.addSystem(polling);
    expect(await registry.getSystem('vxp')).toEqual(polling);
    await registry.rotateSecret('vxp', { secretHash: 'other', salt: '', signingSecret: 'n3w' });
    expect(await registry.getSystem('vxp')).toMatchObject({ secretHash: 'other', signingSecret: 'n3w' });
    await registry.rotateSecret('vxp', { secretHash: 'third', salt: '' });
    expect(await registry.getSystem('vxp')).toMatchObject({ secretHash: 'third', signingSecret: undefined });
  });

  it('registers an agency for a system, overwrites it when it is registered again, and numbers its versions', async () => {
    const { registry } = store();
    await registry.addSystem(aSystem('vxp', ['000.00.00.H53']));
    await registry.registerAgency({ ...UNIT, mobile: '0276' }, 'vxp', MORNING);
    const first = { ...UNIT, mobile: '0276', registeredBy: 'vxp', version: 1, modifiedAt: MORNING };
    expect(await registry.getAgency(UNIT.code)).toEqual(first);
    expect((await registry.getSystem('vxp'))?.codes).toEqual(['000.00.00.H53', UNIT.code]);
    await registry.registerAgency({ ...UNIT, name: 'UBND phường An Thạnh' }, 'vxp', MORNING + 1);
    const second = { ...UNIT, name: 'UBND phường An Thạnh', registeredBy: 'vxp', version: 2, modifiedAt: MORNING + 1 };
    expect(await registry.getAgency(UNIT.code)).toEqual(second);
    expect((await registry.getSystem('vxp'))?.codes).toEqual(['000.00.00.H53', UNIT.code]);
  });

  it('registers nothing for a system that is not there, or when another is enrolled for that very code', async () => {
    const { registry } = store();
    await registry.addSystem(aSystem('h53', ['000.00.00.H53', UNIT.code]));
    await registry.addSystem(aSystem('vxp', []));
    expect(await refusal(registry.registerAgency(UNIT, 'nobody', MORNING))).toBe('SYSTEM_UNKNOWN');
    expect(await refusal(registry.registerAgency(UNIT, 'vxp', MORNING))).toBe('AGENCY_HAS_SYSTEM');
    expect(await registry.getAgency(UNIT.code)).toBeUndefined();
    expect((await registry.getSystem('vxp'))?.codes).toEqual([]);
  });

  it('lets only one of two systems have an agency that both register at the same moment', async () => {
    const { registry } = store();
    for (const name of ['h53', 'vxp']) await registry.addSystem(aSystem(name));
    const both = ['h53', 'vxp'].map((name) => refusal(registry.registerAgency(UNIT, name, MORNING)));
    expect((await Promise.all(both)).sort()).toEqual(['AGENCY_HAS_SYSTEM', 'none']);
    const owner = (await registry.listSystems()).find(({ codes }) => codes.includes(UNIT.code));
    expect(await registry.getAgency(UNIT.code)).toMatchObject({ registeredBy: owner?.name, version: 1 });
  });

  it('shows a deleted agency nowhere but among the units, frees its code, and raises it when it is entered again', async () => {
    const { registry } = store();
    await registry.addSystem(aSystem('vxp', ['000.00.00.H53']));
    await registry.registerAgency(UNIT, 'vxp', MORNING);
    await registry.deleteAgency(UNIT.code, MORNING + 1);
    expect(await registry.getAgency(UNIT.code)).toBeUndefined();
    expect(await registry.knownAgencies([UNIT.code])).toEqual(new Set());
    expect((await registry.listAgencies({ limit: 9 })).items).toEqual([]);
    expect((await registry.listAgencies({ limit: 9, tier: 'commune', parent: UNIT.parent })).items).toEqual([]);
    expect(await registry.countAgencies()).toBe(0);
    expect((await registry.getSystem('vxp'))?.codes).toEqual(['000.00.00.H53']);
    const tombstone = { code: UNIT.code, version: 2, modifiedAt: MORNING + 1, deletedAt: MORNING + 1 };
    expect((await registry.listUnits({ limit: 9 })).items).toMatchObject([tombstone]);
    expect(await refusal(registry.deleteAgency(UNIT.code, MORNING + 2))).toBe('AGENCY_UNKNOWN');
    await registry.registerAgency(UNIT, 'vxp', MORNING + 3);
    expect(await registry.getAgency(UNIT.code)).toMatchObject({ version: 3, deletedAt: undefined });
  });

  it('registers and deletes only what is permitted, as the systems are enrolled at that moment', async () => {
    const { registry } = store();
    const told: [string, string][][] = [];
    const permit = (enrolled: ReadonlyMap<string, string>): void => {
      told.push([...enrolled]);
      throw new AxisError('VXP_AGENCY_NOT_YOURS', { code: UNIT.code, system: 'vxp' });
    };
    await registry.addSystem(aSystem('vxp', ['000.00.00.H53']));
    expect(await refusal(registry.registerAgency(UNIT, 'vxp', MORNING, permit))).toBe('VXP_AGENCY_NOT_YOURS');
    expect(await registry.getAgency(UNIT.code)).toBeUndefined();
    await registry.registerAgency(UNIT, 'vxp', MORNING);
    expect(await refusal(registry.deleteAgency(UNIT.code, MORNING, permit))).toBe('VXP_AGENCY_NOT_YOURS');
    expect(await registry.getAgency(UNIT.code)).toMatchObject({ version: 1 });
    const before: [string, string][] = [['000.00.00.H53', 'vxp']];
    expect(told).toEqual([before, [...before, [UNIT.code, 'vxp']]]);
    expect((await registry.getSystem('vxp'))?.codes).toEqual(['000.00.00.H53', UNIT.code]);
  });

  it('never takes a code from a system that is enrolled while the agency is deleted', async () => {
    const { registry } = store();
    const codes = Array.from({ length: 40 }, (_, at) => `000.00.${at + 30}.H53`);
    await registry.putAgencies(codes.map((code) => ({ ...UNIT, code })));
    const attempts = codes.map(async (code) => {
      const unserved = (enrolled: ReadonlyMap<string, string>): void => {
        if (enrolled.has(code)) throw new AxisError('AGENCY_HAS_SYSTEM', { code, system: enrolled.get(code) ?? '' });
      };
      const [deletion] = await Promise.all([
        refusal(registry.deleteAgency(code, MORNING, unserved)),
        registry.addSystem(aSystem(code, [code])),
      ]);
      return deletion;
    });
    expect(['none', 'AGENCY_HAS_SYSTEM']).toEqual(expect.arrayContaining(await Promise.all(attempts)));
    expect((await registry.listSystems()).flatMap((system) => system.codes)).toEqual(codes);
  });

  it('keeps mail, phone and who registered an agency when an operator renames it', async () => {
    const { registry } = store();
    await registry.addSystem(aSystem('vxp'));
    await registry.registerAgency({ ...UNIT, fax: '0277' }, 'vxp', MORNING);
    const renamed = { ...UNIT, name: 'UBND phường An Thạnh', mail: undefined };
    await registry.putAgencies([renamed]);
    const kept = { mail: UNIT.mail, fax: '0277', registeredBy: 'vxp', modifiedAt: MORNING };
    expect(await registry.getAgency(UNIT.code)).toEqual({ ...renamed, ...kept, version: 2 });
    await registry.deleteAgency(UNIT.code, MORNING + 1);
    await registry.putAgencies([{ ...renamed, modifiedAt: MORNING + 2 }]);
    expect(await registry.getAgency(UNIT.code)).toMatchObject({ version: 4, modifiedAt: MORNING + 2 });
  });

  it('counts every change to an agency, and nothing else', async () => {
    const { registry } = store();
    await registry.addSystem(aSystem('vxp'));
    expect(await registry.countAgencyChanges()).toBe(0);
    const seen = new Set<number>();
    const note = async (change: Promise<void>): Promise<unknown> =>
      change.then(async () => seen.add(await registry.countAgencyChanges()));
    await note(registry.putAgencies([UNIT, { ...UNIT, code: 'other' }]));
    await note(registry.putAgencies([{ ...UNIT, name: 'UBND phường An Thạnh' }]));
    await note(registry.deleteAgency('other', MORNING));
    await note(registry.registerAgency({ ...UNIT, code: 'next' }, 'vxp', MORNING));
    await note(registry.registerAgency({ ...UNIT, code: 'other' }, 'vxp', MORNING));
    expect([...seen]).toEqual([2, 3, 4, 5, 6]);
    expect(await refusal(registry.deleteAgency('nobody', MORNING))).toBe('AGENCY_UNKNOWN');
    await registry.rotateSecret('vxp', { secretHash: 'other', salt: '' });
    expect(await registry.countAgencyChanges()).toBe(6);
  });

  it('pages through all units by code', async () => {
    const { registry } = store();
    await registry.putAgencies(['c', 'a', 'd', 'b'].map((code) => ({ ...UNIT, code })));
    await registry.deleteAgency('b', MORNING);
    const first = await registry.listUnits({ limit: 3 });
    const second = await registry.listUnits({ limit: 3, cursor: first.next });
    expect([...first.items, ...second.items].map(({ code }) => code)).toEqual(['a', 'b', 'c', 'd']);
    expect(first.items[0]).toMatchObject({ version: 1, modifiedAt: 0, deletedAt: undefined });
    expect(second.next).toBeUndefined();
  });
}
