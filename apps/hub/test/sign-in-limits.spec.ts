import { codeIn, ConsoleFixture, passwordOf } from './console-fixture.js';

describe('signing in with wrong passwords', () => {
  let hub: ConsoleFixture;
  beforeEach(async () => {
    hub = await ConsoleFixture.open({ settings: { TRUSTED_PROXIES: 'loopback' } });
    await hub.withAccount('viet', 'viewer');
  });
  afterEach(() => hub.close());

  const signIn = (password: string, from: string): Promise<Response> =>
    hub.ask('POST', '/api/v1/session', { json: { name: 'viet', password }, headers: { 'x-forwarded-for': from } });

  it('ends after five of them for a quarter of an hour, for whoever is behind the proxy at that address', async () => {
    const open = await hub.signIn('viet');
    // Together: none of them waits to hear how the others end.
    const answers = await Promise.all([1, 2, 3, 4, 5, 6].map(() => signIn('wrong', '192.0.2.1')));
    expect(answers.map(({ status }) => status).sort()).toEqual([401, 401, 401, 401, 401, 429]);
    const right = await signIn(passwordOf('viet'), '192.0.2.1');
    expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(890);
    expect(await codeIn(right)).toBe('SIGN_IN_TOO_OFTEN');
    expect((await signIn(passwordOf('viet'), '192.0.2.2')).status).toBe(200);
    expect((await hub.ask('GET', '/api/v1/session', { headers: open })).status).toBe(200);
    hub.clock.pass(15 * 60_000);
    expect((await signIn(passwordOf('viet'), '192.0.2.1')).status).toBe(200);
  });

  it('counts wrong answers to the present password, too', async () => {
    const headers = await hub.signIn('viet');
    const change = (password: string): Promise<Response> =>
      hub.ask('PUT', '/api/v1/session/password', { headers, json: { password, newPassword: 'long enough, this' } });
    for (let n = 0; n < 5; n += 1) expect((await change('wrong')).status).toBe(403);
    expect((await change(passwordOf('viet'))).status).toBe(429);
  });

  it('marks the cookie for TLS only where the trusted proxy says that the browser came by TLS', async () => {
    const ask = (headers: Record<string, string>): Promise<Response> =>
      hub.ask('POST', '/api/v1/session', { json: { name: 'viet', password: passwordOf('viet') }, headers });
    expect((await ask({ 'x-forwarded-proto': 'https' })).headers.get('set-cookie')).toMatch(/; Secure/);
    expect((await ask({})).headers.get('set-cookie')).not.toMatch(/; Secure/);
  });
});

describe('a hub without a proxy', () => {
  it('believes no header about where a request comes from', async () => {
    const hub = await ConsoleFixture.open();
    await hub.withAccount('viet', 'viewer');
    const signIn = (password: string, n: number): Promise<Response> => {
      const headers = { 'x-forwarded-for': `192.0.2.${n}`, 'x-forwarded-proto': 'https' };
      return hub.ask('POST', '/api/v1/session', { json: { name: 'viet', password }, headers });
    };
    expect((await signIn(passwordOf('viet'), 0)).headers.get('set-cookie')).not.toMatch(/; Secure/);
    const answers = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => signIn('wrong', n)));
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(1);
    await hub.close();
  });
});
