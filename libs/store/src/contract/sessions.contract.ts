import { type NewAccount } from '../accounts/account.js';
import { type HubStore } from '../hub-store.js';
import { MORNING } from './builders.contract.js';

const VIET: NewAccount = { name: 'viet', role: 'operator', passwordHash: 'hash', createdAt: MORNING };
const BOSS: NewAccount = { name: 'boss', role: 'administrator', passwordHash: 'hash', createdAt: MORNING };

/** Who is signed in. */
export function sessionsContract(store: () => HubStore): void {
  const begin = (digest: string, endsAt = MORNING + 100, passwordHash = 'hash'): Promise<boolean> =>
    store().sessions.begin({ digest, account: 'viet', createdAt: MORNING, endsAt }, passwordHash);
  const open = (digest: string, now = MORNING + 1): Promise<unknown> => store().sessions.open(digest, now);

  const addAccounts = async (): Promise<void> => {
    await store().accounts.add(VIET);
    await store().accounts.add(BOSS);
  };

  it('begins a session, notes the sign-in, and tells what its account may do now', async () => {
    await addAccounts();
    expect(await begin('s')).toBe(true);
    expect((await store().accounts.get('viet'))?.lastSignedInAt).toBe(MORNING);
    expect((await store().accounts.get('boss'))?.lastSignedInAt).toBeUndefined();
    const session = { account: 'viet', role: 'operator', createdAt: MORNING, lastSeenAt: MORNING };
    expect(await open('s')).toEqual(session);
    await store().accounts.change('viet', { role: 'viewer' });
    expect(await open('s')).toEqual({ ...session, role: 'viewer' });
    expect(await open('unknown')).toBeUndefined();
  });

  it('begins none for an account that is gone, locked, or has another password by now', async () => {
    await addAccounts();
    await store().accounts.setPassword('viet', 'new');
    expect(await begin('s')).toBe(false);
    expect(await begin('s', MORNING + 100, 'new')).toBe(true);
    await store().accounts.change('viet', { lockedAt: MORNING });
    expect(await begin('t', MORNING + 100, 'new')).toBe(false);
    await store().accounts.remove('viet');
    expect(await begin('u', MORNING + 100, 'new')).toBe(false);
    expect(await Promise.all(['s', 't', 'u'].map((digest) => open(digest)))).toEqual([undefined, undefined, undefined]);
  });

  it('leaves no session of an old password, at whatever moment the new one comes', async () => {
    await addAccounts();
    await Promise.all([begin('a'), store().accounts.setPassword('viet', 'new'), begin('b')]);
    expect([await open('a'), await open('b')]).toEqual([undefined, undefined]);
  });

  it('lets a session end, later when it is used, and forgets what has ended', async () => {
    await addAccounts();
    await begin('used');
    await begin('idle');
    await store().sessions.seen('used', { lastSeenAt: MORNING + 90, endsAt: MORNING + 190 });
    expect(await open('used', MORNING + 100)).toMatchObject({ lastSeenAt: MORNING + 90 });
    expect(await open('idle', MORNING + 99)).toBeDefined();
    expect(await open('idle', MORNING + 100)).toBeUndefined();
    expect(await open('used', MORNING + 190)).toBeUndefined();
    expect(await store().sessions.sweep(MORNING + 100)).toBe(1);
    expect(await open('idle')).toBeUndefined();
    expect(await open('used')).toBeDefined();
  });

  it('ends the session of who signs out, and no other', async () => {
    await addAccounts();
    await begin('s');
    await begin('t');
    await store().sessions.end('s');
    await store().sessions.end('s');
    expect(await open('s')).toBeUndefined();
    expect(await open('t')).toBeDefined();
  });
}
