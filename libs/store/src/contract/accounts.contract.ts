import { type Account, type NewAccount } from '../accounts/account.js';
import { type HubStore } from '../hub-store.js';
import { MORNING } from './builders.contract.js';

function anAccount(name: string, wish: Partial<NewAccount> = {}): NewAccount {
  return { name, role: 'viewer', passwordHash: `hash-of-${name}`, createdAt: MORNING, ...wish };
}

/** Who may sign in, and the tokens of programs. */
export function accountsContract(store: () => HubStore): void {
  const named = async (): Promise<string[]> => (await store().accounts.list()).map(({ name }) => name);
  const boss = anAccount('boss', { role: 'administrator' });
  const signIn = (account: NewAccount, digest: string): Promise<boolean> => {
    const session = { digest, account: account.name, createdAt: MORNING, endsAt: MORNING + 1000 };
    return store().sessions.begin(session, account.passwordHash);
  };
  const isOpen = async (digest: string): Promise<boolean> =>
    (await store().sessions.open(digest, MORNING)) !== undefined;

  it('adds a first account once, whoever else tries at the same moment, and never beside others', async () => {
    const { accounts } = store();
    const hashes = ['one', 'two', 'three', 'four'];
    const tries = hashes.map((passwordHash) => accounts.addFirst({ ...boss, passwordHash }));
    const added = await Promise.all(tries);
    expect(added.filter(Boolean)).toHaveLength(1);
    expect((await accounts.get('boss'))?.passwordHash).toBe(hashes[added.indexOf(true)]);
    expect(await accounts.addFirst(anAccount('another'))).toBe(false);
    expect(await named()).toEqual(['boss']);
    expect(await accounts.count()).toBe(1);
  });

  it('keeps an account as it was added, lists all by name, and gives a name once', async () => {
    const { accounts } = store();
    await accounts.add(anAccount('viet'));
    await accounts.add(boss);
    await expect(accounts.add(anAccount('viet', { role: 'administrator' }))).rejects.toMatchObject({
      code: 'ACCOUNT_EXISTS',
    });
    const kept: Account = { ...anAccount('viet'), lastSignedInAt: undefined, lockedAt: undefined };
    expect(await accounts.get('viet')).toEqual(kept);
    expect(await accounts.get('nobody')).toBeUndefined();
    expect(await named()).toEqual(['boss', 'viet']);
  });

  it('changes role and lock, each for itself, and ends the sessions of one that is locked', async () => {
    const { accounts } = store();
    const [viet, lan] = [anAccount('viet'), anAccount('lan')];
    for (const account of [boss, viet, lan]) await accounts.add(account);
    await signIn(viet, 'of-viet');
    await signIn(lan, 'of-lan');
    await accounts.change('viet', { role: 'operator' });
    expect(await accounts.get('viet')).toMatchObject({ role: 'operator', lockedAt: undefined });
    expect(await isOpen('of-viet')).toBe(true);
    await accounts.change('viet', { lockedAt: MORNING + 5 });
    expect(await accounts.get('viet')).toMatchObject({ role: 'operator', lockedAt: MORNING + 5 });
    await accounts.change('viet', { lockedAt: null });
    expect((await accounts.get('viet'))?.lockedAt).toBeUndefined();
    expect([await isOpen('of-viet'), await isOpen('of-lan')]).toEqual([false, true]);
  });

  it('ends all sessions of an account that gets a new password, but the one that is kept', async () => {
    const { accounts } = store();
    const [viet, lan] = [anAccount('viet'), anAccount('lan')];
    for (const account of [viet, lan]) await accounts.add(account);
    for (const digest of ['here', 'there']) await signIn(viet, digest);
    await signIn(lan, 'of-lan');
    await accounts.setPassword('viet', 'new', 'here');
    expect((await accounts.get('viet'))?.passwordHash).toBe('new');
    expect(await Promise.all(['here', 'there', 'of-lan'].map(isOpen))).toEqual([true, false, true]);
    await accounts.setPassword('viet', 'newer');
    expect(await isOpen('here')).toBe(false);
  });

  it('removes an account with its sessions', async () => {
    const { accounts } = store();
    const viet = anAccount('viet');
    for (const account of [boss, viet]) await accounts.add(account);
    await signIn(viet, 'of-viet');
    await accounts.remove('viet');
    await accounts.add(viet);
    expect(await isOpen('of-viet')).toBe(false);
  });

  it('knows no account that was not added', async () => {
    const { accounts } = store();
    await accounts.add(boss);
    const unknown = { code: 'ACCOUNT_UNKNOWN', details: { name: 'nobody' } };
    await expect(accounts.change('nobody', { role: 'operator' })).rejects.toMatchObject(unknown);
    await expect(accounts.setPassword('nobody', 'x')).rejects.toMatchObject(unknown);
    await expect(accounts.remove('nobody')).rejects.toMatchObject(unknown);
  });

  it('keeps the last administrator who can sign in', async () => {
    const { accounts } = store();
    const last = { code: 'ACCOUNT_LAST_ADMINISTRATOR', details: { name: 'boss' } };
    for (const account of [boss, anAccount('viet'), anAccount('second', { role: 'administrator' })])
      await accounts.add(account);
    await accounts.change('second', { lockedAt: MORNING });
    await expect(accounts.remove('boss')).rejects.toMatchObject(last);
    await expect(accounts.change('boss', { role: 'operator' })).rejects.toMatchObject(last);
    await expect(accounts.change('boss', { lockedAt: MORNING })).rejects.toMatchObject(last);
    expect(await accounts.get('boss')).toMatchObject({ role: 'administrator', lockedAt: undefined });
    await accounts.change('second', { lockedAt: null });
    await accounts.remove('boss');
    expect(await named()).toEqual(['second', 'viet']);
  });

  it('keeps one of two administrators who take each other’s right at the same moment', async () => {
    const { accounts } = store();
    const names = ['boss', 'second'];
    for (const name of names) await accounts.add({ ...boss, name });
    const outcomes = await Promise.allSettled(names.map((name) => accounts.change(name, { role: 'viewer' })));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const roles = (await accounts.list()).map(({ role }) => role);
    expect(roles.sort()).toEqual(['administrator', 'viewer']);
  });

  it('keeps the tokens of programs by their digest, and when each was used', async () => {
    const { programTokens } = store();
    const token = { id: 'b', name: 'Prometheus', role: 'viewer', createdAt: MORNING } as const;
    await programTokens.add({ ...token, digest: 'digest-b' });
    await programTokens.add({ ...token, id: 'a', name: 'export', createdAt: MORNING + 1, digest: 'digest-a' });
    await expect(programTokens.add({ ...token, id: 'c', digest: 'digest-b' })).rejects.toBeDefined();
    expect(await programTokens.find('digest-b')).toEqual({ ...token, lastUsedAt: undefined });
    expect(await programTokens.find('b')).toBeUndefined();
    await programTokens.used('b', MORNING + 7);
    expect((await programTokens.list()).map(({ id, lastUsedAt }) => [id, lastUsedAt])).toEqual([
      ['b', MORNING + 7],
      ['a', undefined],
    ]);
    await programTokens.remove('b');
    expect(await programTokens.find('digest-b')).toBeUndefined();
    await expect(programTokens.remove('b')).rejects.toMatchObject({ code: 'TOKEN_UNKNOWN', details: { id: 'b' } });
  });
}
