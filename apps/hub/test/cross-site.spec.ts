import { readFile } from 'node:fs/promises';
import { codeIn, ConsoleFixture, passwordOf } from './console-fixture.js';

const PASSWORD = '/api/v1/session/password';

describe('a request that changes something', () => {
  let hub: ConsoleFixture;
  let signedIn: Record<string, string>;
  beforeAll(async () => {
    hub = await ConsoleFixture.open();
    await hub.withAccount('viet', 'administrator');
    signedIn = await hub.signIn('viet');
  });
  afterAll(() => hub.close());

  const change = (headers: Record<string, string>): Promise<Response> =>
    hub.ask('PUT', PASSWORD, { json: { password: 'x', newPassword: 'long enough, this' }, headers });
  const operatorToken = async (): Promise<string> => (await readFile(hub.config.operatorTokenFile, 'utf8')).trim();

  it('with the cookie says that the console sends it, or is refused', async () => {
    const { cookie = '' } = signedIn;
    for (const headers of [{ cookie }, { cookie, 'x-requested-by': 'another page' }]) {
      const answer = await change(headers);
      expect(answer.status).toBe(403);
      expect(await codeIn(answer)).toBe('CROSS_SITE');
      expect(await codeIn(await hub.ask('DELETE', '/api/v1/session', { headers }))).toBe('CROSS_SITE');
    }
    expect(await codeIn(await change(signedIn))).toBe('PASSWORD_WRONG');
  });

  it.each(['cross-site', 'same-site'])('is refused where the browser says that the page is %s', async (site) => {
    const foreign = { 'sec-fetch-site': site };
    expect(await codeIn(await change({ ...signedIn, ...foreign }))).toBe('CROSS_SITE');
    const json = { name: 'viet', password: passwordOf('viet') };
    expect(await codeIn(await hub.ask('POST', '/api/v1/session', { json, headers: foreign }))).toBe('CROSS_SITE');
    // A browser that was once told the token at /api/docs sends it by itself.
    const basic = Buffer.from(`operator:${await operatorToken()}`).toString('base64');
    const headers = { authorization: `Basic ${basic}`, ...foreign };
    expect(await codeIn(await hub.ask('POST', '/api/v1/systems', { json: {}, headers }))).toBe('CROSS_SITE');
  });

  it('needs nothing of the kind with a token, and reading needs it never', async () => {
    const headers = { authorization: `Bearer ${await operatorToken()}` };
    expect(await codeIn(await hub.ask('POST', '/api/v1/systems', { json: {}, headers }))).toBe('REQUEST_INVALID');
    const { cookie = '' } = signedIn;
    const reading = await hub.ask('GET', '/api/v1/session', { headers: { cookie, 'sec-fetch-site': 'cross-site' } });
    expect(reading.status).toBe(200);
  });

  it('signs nobody in by a form of another site, which cannot send JSON', async () => {
    const answer = await fetch(`${await hub.app.getUrl()}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify({ name: 'viet', password: passwordOf('viet') }),
    });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('set-cookie')).toBeNull();
  });
});
