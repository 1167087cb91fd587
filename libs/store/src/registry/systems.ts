import { AxisError } from '#core';
import { In } from 'typeorm';
import { type Database, type Session } from '../connection/database.js';
import { removeLetters } from '../mailboxes/remove-letters.js';
import { updateRows } from '../connection/row-statement.js';
import { SystemCodeRow, SystemRow } from '../rows/registry-rows.js';
import { type RegisteredSystem } from './registered-system.js';

/** The latest stands, whichever hub saw it. */
const SEE = updateRows(
  { name: 'text', at: 'bigint' },
  {
    table: 'systems',
    set: 'last_seen_at = v.at',
    where: 'systems.name = v.name AND (systems.last_seen_at IS NULL OR systems.last_seen_at < v.at)',
  },
);

export function noteSeen(database: Database, seen: ReadonlyMap<string, number>): Promise<void> {
  const inOrder = [...seen].sort(([a], [b]) => (a < b ? -1 : 1));
  return database.write(async (session) => void (await session.each(SEE, inOrder)));
}

export function addSystem(database: Database, system: RegisteredSystem): Promise<void> {
  const { codes, lockedAt, lastSeenAt, signingSecret, ...row } = system;
  return database.write(async ({ manager }) => {
    if (await manager.existsBy(SystemRow, { name: row.name })) throw new AxisError('SYSTEM_EXISTS', { name: row.name });
    const [taken] = await manager.findBy(SystemCodeRow, { code: In([...codes]) });
    if (taken) throw new AxisError('AGENCY_HAS_SYSTEM', { code: taken.code, system: taken.system });
    await manager.insert(SystemRow, {
      ...row,
      lockedAt: lockedAt ?? null,
      lastSeenAt: lastSeenAt ?? null,
      signingSecret: signingSecret ?? null,
    });
    if (codes.length > 0) {
      await manager.insert(
        SystemCodeRow,
        codes.map((code) => ({ code, system: row.name })),
      );
    }
  });
}

export function removeSystem(database: Database, name: string): Promise<void> {
  return database.write(async (session) => {
    const { affected } = await session.manager.delete(SystemRow, { name });
    if (affected !== 1) throw new AxisError('SYSTEM_UNKNOWN', { name });
    await session.manager.delete(SystemCodeRow, { system: name });
    await removeLetters(session, name);
    await releaseWaiting(session, name);
  });
}

/** What waits for nobody is assigned again by the next enrolment. */
async function releaseWaiting(session: Session, name: string): Promise<void> {
  await session.all("UPDATE deliveries SET system = NULL WHERE system = ? AND state = 'waiting'", [name]);
}

export function changeSystem(database: Database, name: string, change: Partial<SystemRow>): Promise<void> {
  return database.write(async ({ manager }) => {
    const { affected } = await manager.update(SystemRow, { name }, change);
    if (affected !== 1) throw new AxisError('SYSTEM_UNKNOWN', { name });
  });
}

/** All systems by name, or only the one named. */
export async function listSystems(database: Database, name?: string): Promise<RegisteredSystem[]> {
  const { manager } = database.read;
  const only = name === undefined ? {} : { name };
  const systems = await manager.find(SystemRow, { where: only, order: { name: 'ASC' } });
  const codes = await manager.find(SystemCodeRow, {
    where: name === undefined ? {} : { system: name },
    order: { code: 'ASC' },
  });
  return systems.map(({ lockedAt, lastSeenAt, signingSecret, ...row }) => ({
    ...row,
    lockedAt: lockedAt ?? undefined,
    lastSeenAt: lastSeenAt ?? undefined,
    signingSecret: signingSecret ?? undefined,
    codes: codes.filter(({ system }) => system === row.name).map(({ code }) => code),
  }));
}
