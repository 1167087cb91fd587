import { eventually } from '../../../test/support/eventually.js';
import { digestOf } from '../src/accounts/sessions.js';
import { codeIn, cookieIn, ConsoleFixture, passwordOf } from './console-fixture.js';

const HOUR = 3_600_000;

describe('a session', () => {
  let hub: ConsoleFixture;
  beforeAll(async () => {
    hub = await ConsoleFixture.open();
    await hub.withAccount('viet', 'operator');
  });
  afterAll(() => hub.close());

  const signIn = (name: string, password: string, headers = {}): Promise<Response> =>
    hub.ask('POST', '/api/v1/session', { json: { name, password }, headers });
  const who = (headers: Record<string, string>): Promise<Response> => hub.ask('GET', '/api/v1/session', { headers });

  it('begins with name and password, in a cookie that no script reads and no other site sends', async () => {
    const answer = await signIn(' Viet ', passwordOf('viet'));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toMatch(
      /^truc_session=[\w-]{43}; Max-Age=604800; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/,
    );
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const session = { name: 'viet', role: 'operator', simulation: false, version: hub.config.version };
    expect(await answer.json()).toEqual(session);
    const current = await who({ cookie: `other=1; ${cookieIn(answer)}; another=2` });
    expect(await current.json()).toEqual(session);
  });

  it('takes a password typed composed or decomposed, as the same', async () => {
    const { passwordHash } = await hub.store.accounts.get('viet').then((account) => account ?? { passwordHash: '' });
    const password = 'Trục liên thông văn bản';
    await hub.withAccount('unicode', 'viewer');
    const signedIn = await hub.signIn('unicode');
    const change = {
      json: { password: passwordOf('unicode'), newPassword: password.normalize('NFD') },
      headers: signedIn,
    };
    expect((await hub.ask('PUT', '/api/v1/session/password', change)).status).toBe(204);
    expect((await signIn('unicode', password.normalize('NFC'))).status).toBe(200);
    expect(passwordHash).toMatch(/^scrypt\$32768\$8\$3\$/);
  });

  it.each([
    ['a wrong password', 'viet', 'not the password'],
    ['a name nobody has', 'nobody', passwordOf('viet')],
  ])('does not begin with %s, in the same words', async (_, name, password) => {
    const answer = await signIn(name, password);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(await answer.json()).toMatchObject({ code: 'SIGN_IN_REFUSED' });
  });

  it('does not begin for a locked account, and ends when its account is locked', async () => {
    await hub.withAccount('locked', 'viewer');
    const headers = await hub.signIn('locked');
    await hub.store.accounts.change('locked', { lockedAt: hub.clock.now() });
    expect(await codeIn(await who(headers))).toBe('UNAUTHENTICATED');
    expect(await codeIn(await signIn('locked', passwordOf('locked')))).toBe('SIGN_IN_REFUSED');
  });

  it('is asked for without a challenge that browsers meet with a dialogue', async () => {
    const answer = await who({});
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="truc"');
    const docs = await hub.ask('GET', '/api/docs');
    expect(docs.headers.get('www-authenticate')).toMatch(/^Basic /);
    expect((await hub.ask('GET', '/api/docs', { headers: await hub.signIn('viet') })).status).toBe(200);
  });

  it('is not tried with the cookie when a token is given, right or wrong', async () => {
    const headers = await hub.signIn('viet');
    expect((await who({ ...headers, authorization: 'Bearer wrong' })).status).toBe(401);
  });

  it('ends by signing out, in this browser and at the hub', async () => {
    const headers = await hub.signIn('viet');
    const answer = await hub.ask('DELETE', '/api/v1/session', { headers });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('set-cookie')).toMatch(/^truc_session=; Path=\/; Expires=Thu, 01 Jan 1970/);
    expect((await who(headers)).status).toBe(401);
  });

  it('ends when the same browser begins another', async () => {
    const headers = await hub.signIn('viet');
    await signIn('viet', passwordOf('viet'), headers);
    expect((await who(headers)).status).toBe(401);
  });

  it('ends 12 hours after its last use, and after 7 days however much it is used', async () => {
    const [used, idle] = [await hub.signIn('viet'), await hub.signIn('viet')];
    const begun = hub.clock.now();
    await use(used, 11);
    await use(used, 1.5);
    expect((await who(idle)).status).toBe(401);
    while (hub.clock.now() + 11 * HOUR < begun + 168 * HOUR) await use(used, 11);
    hub.clock.pass(begun + 168 * HOUR - hub.clock.now());
    expect((await who(used)).status).toBe(401);
  });

  /** Some hours later; resolves when the hub has noted it. */
  async function use(headers: Record<string, string>, hoursLater: number): Promise<void> {
    hub.clock.pass(hoursLater * HOUR);
    const now = hub.clock.now();
    expect((await who(headers)).status).toBe(200);
    const digest = digestOf(headers['cookie']?.split('=')[1] ?? '');
    await eventually(async () => ((await hub.store.sessions.open(digest, now))?.lastSeenAt ?? 0) >= now);
  }
});
