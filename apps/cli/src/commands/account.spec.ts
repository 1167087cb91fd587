import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandLine, problem } from '../../../../test/support/command-line.js';

const TIME = '2026-01-02T10:00:00.000+07:00';
const VIET = { name: 'viet', role: 'operator', createdAt: TIME, lastSignedInAt: TIME };

describe('truc account', () => {
  let line: CommandLine;
  beforeEach(async () => {
    line = await CommandLine.open();
  });
  afterEach(() => line.close());

  it('lists who may sign in', async () => {
    line.answers['GET /api/v1/accounts'] = { body: { items: [VIET, { ...VIET, name: 'lan', lockedAt: TIME }] } };
    const { code, out } = await line.truc('account');
    expect(code).toBe(0);
    expect(out).toMatch(/viet .* người vận hành/);
    expect(JSON.parse((await line.truc('account', 'list', '--json')).out)).toHaveLength(2);
  });

  it('makes one, a viewer unless told otherwise, and shows its password once', async () => {
    line.answers['POST /api/v1/accounts'] = { status: 201, body: { ...VIET, password: 'made-password' } };
    const { code, out } = await line.truc('account', 'add', 'viet', '--role', 'operator');
    expect(code).toBe(0);
    expect(out).toContain('\nmade-password\n');
    await line.truc('account', 'add', 'viet');
    const bodies = line.asked.map(({ body }) => JSON.parse(body) as unknown);
    expect(bodies).toEqual([
      { name: 'viet', role: 'operator' },
      { name: 'viet', role: 'viewer' },
    ]);
    expect((await line.truc('account', 'add', 'viet', '--role', 'king')).code).toBe(2);
  });

  it('replaces a lost password with the operators’ token', async () => {
    line.answers['POST /api/v1/accounts/viet/password'] = { body: { ...VIET, password: 'made-anew' } };
    expect((await line.truc('account', 'password', 'viet')).out).toContain('\nmade-anew\n');
    expect(line.asked[0]?.authorization).toBe('Bearer the-operators-token');
  });

  it('locks, unlocks and gives another role', async () => {
    line.answers['PATCH /api/v1/accounts/viet'] = { body: { ...VIET, lockedAt: TIME } };
    expect((await line.truc('account', 'lock', 'viet')).out).toBe('viet: người vận hành, đang bị khóa.\n');
    await line.truc('account', 'unlock', 'viet');
    await line.truc('account', 'role', 'viet', 'viewer');
    const bodies = line.asked.map(({ body }) => JSON.parse(body) as unknown);
    expect(bodies).toEqual([{ locked: true }, { locked: false }, { role: 'viewer' }]);
  });

  it('removes one when that is meant', async () => {
    line.answers['DELETE /api/v1/accounts/viet'] = { body: {} };
    expect((await line.truc('account', 'rm', 'viet')).code).toBe(1);
    expect(line.asked).toEqual([]);
    expect((await line.truc('account', 'rm', 'viet', '--yes')).code).toBe(0);
    line.answers = {
      'DELETE /api/v1/accounts/viet': { status: 409, body: problem('ACCOUNT_LAST_ADMINISTRATOR', 409) },
    };
    expect((await line.truc('account', 'rm', 'viet', '-y')).err).toContain('ACCOUNT_LAST_ADMINISTRATOR');
  });

  it('shows the first administrator until somebody has signed in', async () => {
    expect((await line.truc('account', 'first')).code).toBe(1);
    await writeFile(join(line.data, 'hub', 'first-administrator'), 'admin\nthe-first-one\n');
    const { code, out } = await line.truc('account', 'first', '--lang', 'en');
    expect(code).toBe(0);
    expect(out).toContain(`First sign-in at ${line.url}  name: admin  password: the-first-one`);
    expect(JSON.parse((await line.truc('account', 'first', '--json')).out)).toEqual({
      name: 'admin',
      password: 'the-first-one',
    });
  });
});
