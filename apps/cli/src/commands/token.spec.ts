import { CommandLine, problem } from '../../../../test/support/command-line.js';

const TIME = '2026-01-02T10:00:00.000+07:00';
const SCRAPER = { id: '0192e4a0-0000-7000-8000-000000000001', name: 'Prometheus', role: 'viewer', createdAt: TIME };

describe('truc token', () => {
  let line: CommandLine;
  beforeEach(async () => {
    line = await CommandLine.open();
  });
  afterEach(() => line.close());

  it('lists the programs that have one', async () => {
    line.answers['GET /api/v1/tokens'] = { body: { items: [{ ...SCRAPER, lastUsedAt: TIME }] } };
    const { code, out } = await line.truc('token');
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`${SCRAPER.id} .*Prometheus .*người xem`));
    expect(JSON.parse((await line.truc('token', 'list', '--json')).out)).toHaveLength(1);
    expect(line.asked[0]?.authorization).toBe('Bearer the-operators-token');
  });

  it('makes one, of the least role unless told otherwise, and shows it once', async () => {
    line.answers['POST /api/v1/tokens'] = { status: 201, body: { ...SCRAPER, token: 'truc_made' } };
    const { code, out } = await line.truc('token', 'add', 'Prometheus');
    expect(code).toBe(0);
    expect(out.match(/truc_made/g)).toHaveLength(1);
    expect(out).toContain(`./truc token revoke ${SCRAPER.id}`);
    await line.truc('token', 'add', 'Báo cáo'.normalize('NFD'), '--role', 'operator');
    expect(line.asked.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      { name: 'Prometheus', role: 'viewer' },
      { name: 'Báo cáo'.normalize('NFC'), role: 'operator' },
    ]);
    expect((await line.truc('token', 'add', 'x', '--role', 'king')).code).toBe(2);
  });

  it('revokes one when that is meant', async () => {
    line.answers[`DELETE /api/v1/tokens/${SCRAPER.id}`] = { body: {} };
    expect(await line.truc('token', 'revoke', SCRAPER.id)).toMatchObject({ code: 1, out: '' });
    expect(line.asked).toEqual([]);
    const { code, out } = await line.truc('token', 'revoke', SCRAPER.id, '--yes', '--json');
    expect({ code, told: JSON.parse(out) as unknown }).toEqual({ code: 0, told: { revoked: SCRAPER.id } });
  });

  it('says that the hub knows no such token', async () => {
    line.answers['DELETE /api/v1/tokens/x'] = { status: 404, body: problem('TOKEN_UNKNOWN', 404) };
    const { code, err } = await line.truc('token', 'revoke', 'x', '-y');
    expect(code).toBe(1);
    expect(err).toContain('TOKEN_UNKNOWN');
  });
});
