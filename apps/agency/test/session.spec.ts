import { mkdir, writeFile } from 'node:fs/promises';
import { AgencyFixture, BEN_CAU, H53, TOKEN } from './agency-fixture.js';

const CONSOLE = { 'x-requested-by': 'console' };

describe('A clerk’s session', () => {
  let axis: AgencyFixture;

  beforeAll(async () => {
    axis = await AgencyFixture.start();
  });

  afterAll(() => axis.close());

  const ask = (method: string, path: string, headers: Record<string, string> = {}, json?: unknown): Promise<Response> =>
    fetch(`${axis.agency!.url}${path}`, {
      method,
      headers: { ...(json === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
  const exchange = (token: string, headers: Record<string, string> = {}): Promise<Response> =>
    ask('POST', '/api/v1/session', headers, { token });
  const cookieOf = async (answer: Promise<Response>): Promise<string> =>
    (await answer).headers.get('set-cookie')?.split(';')[0] ?? '';
  const codeIn = async (answer: Response): Promise<unknown> => ((await answer.json()) as { code: string }).code;
  const who = (cookie: string, more: Record<string, string> = {}): Promise<Response> =>
    ask('GET', '/api/v1/session', { cookie, ...more });

  it('is had for the token, in a cookie of this system that no script reads and no other site sends', async () => {
    const answer = await exchange(` ${TOKEN} `);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toMatch(
      /^truc_clerk_h53=[\w-]{43}; Max-Age=604800; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/,
    );
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const session = {
      system: 'h53',
      agencies: [{ code: H53, name: 'Ủy ban nhân dân tỉnh Tây Ninh' }],
      version: expect.stringMatching(/^\d+\.\d+\.\d+/) as string,
    };
    expect(await answer.json()).toEqual(session);
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(await (await who(`truc_session=x; ${cookie}`)).json()).toEqual(session);
    expect((await ask('GET', '/api/docs', { cookie })).status).toBe(200);
  });

  it('is not had for anything else', async () => {
    const answer = await exchange(`${TOKEN}x`);
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([401, null]);
    expect(await codeIn(answer)).toBe('TOKEN_REFUSED');
  });

  it('is asked for without a challenge that browsers meet with a dialogue', async () => {
    const answer = await who('');
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="agency"']);
  });

  it('does not mend a wrong token, nor is another system’s one of ours', async () => {
    const cookie = await cookieOf(exchange(TOKEN));
    expect((await who(cookie, { authorization: 'Bearer wrong' })).status).toBe(401);
    expect((await who(cookie.replace('h53', 'g22'))).status).toBe(401);
  });

  it('ends by signing out', async () => {
    const cookie = await cookieOf(exchange(TOKEN));
    const answer = await ask('DELETE', '/api/v1/session', { cookie, ...CONSOLE });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('set-cookie')).toMatch(/^truc_clerk_h53=; Path=\/; Expires=Thu, 01 Jan 1970/);
    expect((await who(cookie)).status).toBe(401);
  });

  it('changes nothing for a page that is not this system’s', async () => {
    const cookie = await cookieOf(exchange(TOKEN));
    const office = { isOn: false, delaysMs: {}, refusePercent: 0 };
    const put = async (headers: Record<string, string>): Promise<unknown> => {
      const answer = await ask('PUT', '/api/v1/office', headers, office);
      return answer.status === 200 ? 'done' : codeIn(answer);
    };
    const foreign = { 'sec-fetch-site': 'same-site' };
    expect(await put({ cookie })).toBe('CROSS_SITE');
    expect(await put({ cookie, ...CONSOLE, ...foreign })).toBe('CROSS_SITE');
    expect(await put({ authorization: `Basic ${btoa(`x:${TOKEN}`)}`, ...foreign })).toBe('CROSS_SITE');
    expect(await codeIn(await exchange(TOKEN, foreign))).toBe('CROSS_SITE');
    expect(await put({ cookie, ...CONSOLE })).toBe('done');
    expect(await put({ authorization: `Bearer ${TOKEN}` })).toBe('done');
  });

  it('finds agencies to send to, and those it may send for', async () => {
    const found = async (query: string): Promise<string[]> =>
      (await axis.get<{ items: { code: string }[] }>(`/api/v1/agencies?${query}`)).items.map(({ code }) => code);
    expect((await found('q=van phong chinh phu'))[0]).toBe('000.00.00.G22');
    expect(await found('q=van phong chinh phu&own=true')).toEqual([]);
    expect((await found('q=ben cau&own=true&limit=1')).length).toBe(1);
    expect(await found('own=true&limit=500')).toEqual(expect.arrayContaining([H53, BEN_CAU]));
    expect(await axis.get('/api/v1/agencies/H53')).toEqual({ code: H53, name: 'Ủy ban nhân dân tỉnh Tây Ninh' });
    expect(await axis.get('/api/v1/agencies/000.99.99.H53')).toMatchObject({ code: 'AGENCY_UNKNOWN', status: 404 });
  });

  it('has a page at every address that is not the interface’s, once the pages are built', async () => {
    const consoleFolder = `${axis.folder}/pages`;
    await mkdir(consoleFolder);
    await writeFile(`${consoleFolder}/clerk.html`, 'the clerk’s page');
    await axis.stopAgency();
    await axis.startAgency({}, { consoleFolder });
    for (const path of ['/', '/incoming/1', '/compose'])
      expect(await (await ask('GET', path)).text()).toBe('the clerk’s page');
    const unknown = await ask('GET', '/api/v1/none');
    expect(unknown.headers.get('content-type')).toMatch(/problem\+json/);
    expect(unknown.headers.get('content-security-policy')).toContain('sandbox');
    expect((await ask('GET', '/health')).headers.get('content-type')).toMatch(/json/);
  });
});
