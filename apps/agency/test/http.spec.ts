import { AgencyFixture, TOKEN } from './agency-fixture.js';

describe('The HTTP interface of a system', () => {
  let axis: AgencyFixture;

  beforeAll(async () => {
    axis = await AgencyFixture.start();
  });

  afterAll(() => axis.close());

  const bare = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${axis.agency!.url}${path}`, { headers });

  it.each([
    '/api/v1/outgoing',
    '/api/v1/incoming',
    '/api/v1/documents/x',
    '/api/v1/statistics',
    '/api/v1/office',
    '/api/v1/faults',
    '/api/docs',
  ])('answers %s to nobody without the token', async (path) => {
    expect((await bare(path)).status).toBe(401);
    expect((await bare(path, { authorization: 'Bearer wrong' })).status).toBe(401);
  });

  it('says to everybody whether it can do its work', async () => {
    const response = await bare('/health');
    expect(await response.json()).toMatchObject({
      status: 'ok',
      system: 'h53',
      broker: 'up',
      waiting: { documents: 0 },
    });
  });

  it('shows its OpenAPI page to a browser with the token as password', async () => {
    const authorization = `Basic ${Buffer.from(`anybody:${TOKEN}`).toString('base64')}`;
    expect((await bare('/api/docs', { authorization })).status).toBe(200);
    const document = (await (await bare('/api/docs/openapi.json', { authorization })).json()) as { paths: object };
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([
        '/api/v1/documents',
        '/api/v1/documents/{id}/status',
        '/api/v1/incoming',
        '/api/v1/faults',
      ]),
    );
  });

  it.each([
    { call: 'GET /api/v1/nowhere', status: 404, code: 'NOT_FOUND' },
    { call: 'GET /api/v1/outgoing?limit=0', status: 400, code: 'REQUEST_INVALID' },
    { call: 'GET /api/v1/outgoing?cursor=x', status: 400, code: 'REQUEST_INVALID' },
    { call: 'PUT /api/v1/office', body: '{', status: 400, code: 'REQUEST_INVALID' },
    { call: 'POST /api/v1/documents', body: '{', status: 400, code: 'REQUEST_INVALID' },
  ])('answers $call with the problem $code', async ({ call, body, status, code }) => {
    const [method = '', path = ''] = call.split(' ');
    const init = { method, ...(body === undefined ? {} : { body, headers: { 'content-type': 'application/json' } }) };
    const response = await axis.call(path, init);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(response.status).toBe(status);
    const text = expect.any(String) as string;
    expect(await response.json()).toMatchObject({ code, status, detail: text, remedy: text });
  });

  it.each([
    ['a content type it cannot read', { 'content-type': 'application/pdf' }],
    ['an Idempotency-Key with blanks', { 'content-type': 'application/json', 'idempotency-key': 'a b' }],
  ])('refuses %s', async (_what, headers) => {
    const response = await axis.call('/api/v1/documents', { method: 'POST', body: '{}', headers });
    expect(response.status).toBe(400);
  });

  it('refuses a body above the limit before reading it to its end', async () => {
    await axis.stopAgency();
    await axis.startAgency({ BODY_LIMIT_MB: '1' });
    const init = { method: 'POST', headers: { 'content-type': 'application/xml' } };
    const body = new Uint8Array(2_000_000);
    const response = await axis.call('/api/v1/documents', { ...init, body });
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([413, 'BODY_TOO_LARGE']);
  });

  it('says when its port is taken', async () => {
    const { port } = new URL(axis.agency!.url);
    const first = axis.agency;
    await expect(axis.startAgency({ AGENCY_PORT: port, TRUC_DATA: `${axis.folder}/second` })).rejects.toMatchObject({
      code: 'PORT_TAKEN',
    });
    axis.agency = first;
  });

  it('stops twice without harm', async () => {
    await axis.stopAgency();
    await axis.stopAgency();
  });
});
