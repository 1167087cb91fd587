import { eventually } from '../../../test/support/eventually.js';
import { codeIn, ConsoleFixture, passwordOf } from './console-fixture.js';

type Json = Record<string, unknown>;
const MADE = /^[a-hj-kmnp-z2-9]{5}(-[a-hj-kmnp-z2-9]{5}){3}$/;

describe('accounts', () => {
  let hub: ConsoleFixture;
  let headers: Record<string, string>;
  beforeAll(async () => {
    hub = await ConsoleFixture.open();
    await hub.withAccount('boss', 'administrator');
    headers = await hub.signIn('boss');
  });
  afterAll(() => hub.close());

  const ask = (method: string, path: string, json?: unknown): Promise<Response> =>
    hub.ask(method, `/api/v1/${path}`, { headers, ...(json === undefined ? {} : { json }) });
  const jsonOf = async (answer: Promise<Response>): Promise<Json> => (await (await answer).json()) as Json;
  const current = (asker: Record<string, string>): Promise<Response> =>
    hub.ask('GET', '/api/v1/session', { headers: asker });

  it('are made with a password that is shown once and opens a session', async () => {
    const answer = await ask('POST', 'accounts', { name: 'lan.nguyen', role: 'viewer' });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const made = (await answer.json()) as Json;
    expect(made).toMatchObject({ name: 'lan.nguyen', role: 'viewer', password: expect.stringMatching(MADE) as string });
    await hub.signIn('lan.nguyen', String(made['password']));
    const { items } = (await jsonOf(ask('GET', 'accounts'))) as { items: Json[] };
    expect(items.map(({ name }) => name)).toEqual(['admin', 'boss', 'lan.nguyen']);
    expect(items[2]).toEqual({
      ...{ name: 'lan.nguyen', role: 'viewer', createdAt: made['createdAt'] },
      lastSignedInAt: expect.stringMatching(/\+07:00$/) as string,
    });
    expect(await codeIn(await ask('POST', 'accounts', { name: 'lan.nguyen', role: 'viewer' }))).toBe('ACCOUNT_EXISTS');
    expect(await codeIn(await ask('POST', 'accounts', { name: 'Lan', role: 'viewer' }))).toBe('REQUEST_INVALID');
    expect(await codeIn(await ask('POST', 'accounts', { name: 'lan', role: 'king' }))).toBe('REQUEST_INVALID');
  });

  it('get another role at once, also in sessions that are open', async () => {
    await hub.withAccount('rising', 'viewer');
    const theirs = await hub.signIn('rising');
    expect(await (await ask('PATCH', 'accounts/rising', { role: 'operator' })).json()).toMatchObject({
      role: 'operator',
    });
    expect(await (await current(theirs)).json()).toMatchObject({ role: 'operator' });
  });

  it('end their sessions when they are locked, and none begins until they are unlocked', async () => {
    await hub.withAccount('leaving', 'operator');
    const theirs = await hub.signIn('leaving');
    expect(await jsonOf(ask('PATCH', 'accounts/leaving', { locked: true }))).toMatchObject({
      lockedAt: expect.stringMatching(/\+07:00$/) as string,
    });
    expect((await current(theirs)).status).toBe(401);
    await expect(hub.signIn('leaving')).rejects.toThrow('SIGN_IN_REFUSED');
    expect(await jsonOf(ask('PATCH', 'accounts/leaving', { locked: false }))).not.toHaveProperty('lockedAt');
    await hub.signIn('leaving');
    expect((await current(theirs)).status).toBe(401);
  });

  it('whose password is lost get a new one; the old one and its sessions end', async () => {
    await hub.withAccount('forgetful', 'viewer');
    const theirs = await hub.signIn('forgetful');
    const { password } = await jsonOf(ask('POST', 'accounts/forgetful/password'));
    expect((await current(theirs)).status).toBe(401);
    await expect(hub.signIn('forgetful')).rejects.toThrow('SIGN_IN_REFUSED');
    await hub.signIn('forgetful', String(password));
  });

  it('are removed with their sessions', async () => {
    await hub.withAccount('gone', 'viewer');
    const theirs = await hub.signIn('gone');
    expect((await ask('DELETE', 'accounts/gone')).status).toBe(204);
    expect((await current(theirs)).status).toBe(401);
    const asked = [
      ask('DELETE', 'accounts/gone'),
      ask('PATCH', 'accounts/gone', { locked: true }),
      ask('POST', 'accounts/gone/password'),
    ];
    for (const answer of asked) expect(await codeIn(await answer)).toBe('ACCOUNT_UNKNOWN');
  });

  it('keep an administrator who can sign in', async () => {
    expect((await ask('PATCH', 'accounts/admin', { role: 'viewer' })).status).toBe(200);
    for (const answer of [
      await ask('PATCH', 'accounts/boss', { role: 'operator' }),
      await ask('PATCH', 'accounts/boss', { locked: true }),
      await ask('DELETE', 'accounts/boss'),
    ]) {
      expect(answer.status).toBe(409);
      expect(await codeIn(answer)).toBe('ACCOUNT_LAST_ADMINISTRATOR');
    }
  });

  it('change their own password, which ends their other sessions', async () => {
    await hub.withAccount('careful', 'viewer');
    const [here, elsewhere] = [await hub.signIn('careful'), await hub.signIn('careful')];
    const change = (password: string, newPassword: string): Promise<Response> =>
      hub.ask('PUT', '/api/v1/session/password', { headers: here, json: { password, newPassword } });
    expect(await codeIn(await change('wrong', 'long enough, this'))).toBe('PASSWORD_WRONG');
    expect(await codeIn(await change(passwordOf('careful'), 'too short'))).toBe('REQUEST_INVALID');
    expect((await change(passwordOf('careful'), 'mật khẩu đủ dài')).status).toBe(204);
    expect((await current(here)).status).toBe(200);
    expect((await current(elsewhere)).status).toBe(401);
    await hub.signIn('careful', 'mật khẩu đủ dài');
  });

  describe('of programs: tokens', () => {
    it('are shown once, have their role, and end when they are revoked', async () => {
      const answer = await ask('POST', 'tokens', { name: ' Prometheus ', role: 'viewer' });
      expect(answer.headers.get('cache-control')).toBe('no-store');
      const { token, ...made } = (await answer.json()) as Json;
      expect(token).toMatch(/^truc_[\w-]{43}$/);
      const bearer = { authorization: `Bearer ${String(token)}` };
      expect(await (await current(bearer)).json()).toMatchObject({ name: 'Prometheus', role: 'viewer' });
      expect((await hub.ask('GET', '/metrics', { headers: bearer })).status).toBe(200);
      expect(await codeIn(await hub.ask('GET', '/api/v1/accounts', { headers: bearer }))).toBe('FORBIDDEN');
      await eventually(async () => {
        const { items } = (await jsonOf(ask('GET', 'tokens'))) as { items: Json[] };
        expect(items).toEqual([{ ...made, lastUsedAt: expect.stringMatching(/\+07:00$/) as string }]);
      });
      expect((await ask('DELETE', `tokens/${String(made['id'])}`)).status).toBe(204);
      expect((await current(bearer)).status).toBe(401);
      expect(await codeIn(await ask('DELETE', `tokens/${String(made['id'])}`))).toBe('TOKEN_UNKNOWN');
    });

    it('have no password to change', async () => {
      const { token } = await jsonOf(ask('POST', 'tokens', { name: 'export', role: 'administrator' }));
      const bearer = { authorization: `Bearer ${String(token)}` };
      const json = { password: 'x', newPassword: 'long enough, this' };
      expect(await codeIn(await hub.ask('PUT', '/api/v1/session/password', { headers: bearer, json }))).toBe(
        'REQUEST_INVALID',
      );
    });
  });
});
