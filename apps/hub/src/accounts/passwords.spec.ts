import { madePassword } from './made-password.js';
import { Passwords } from './passwords.js';
import { Turnstile } from './turnstile.js';

describe('passwords', () => {
  const passwords = new Passwords();

  it('are kept as a hash that says how it was made, another each time', async () => {
    const [one, other] = await Promise.all([passwords.hash('mật khẩu'), passwords.hash('mật khẩu')]);
    expect(one).toMatch(/^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
    expect(one).not.toBe(other);
    expect(await passwords.matches('mật khẩu', one)).toBe(true);
    expect(await passwords.matches('mật khẩu', other)).toBe(true);
    expect(await passwords.matches('mat khau', one)).toBe(false);
  });

  it('match no account that does not exist, and a hash made with less is still understood', async () => {
    expect(await passwords.matches('', undefined)).toBe(false);
    const { scryptSync } = await import('node:crypto');
    const hash = scryptSync('old', Buffer.from('salt'), 32, { N: 1024, r: 8, p: 1 });
    const kept = `scrypt$1024$8$1$${Buffer.from('salt').toString('base64url')}$${hash.toString('base64url')}`;
    expect(await passwords.matches('old', kept)).toBe(true);
  });

  it('are hashed two at a time, and refused when too many wait', async () => {
    const many = Array.from({ length: 53 }, () => passwords.matches('x', undefined));
    const refused = (await Promise.allSettled(many)).filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ reason: { code: 'SIGN_IN_TOO_OFTEN', details: { seconds: 10 } } });
  }, 120_000);

  it('that are made differ, and can be read out', () => {
    const made = Array.from({ length: 100 }, madePassword);
    expect(new Set(made).size).toBe(100);
    for (const password of made) expect(password).toMatch(/^[a-hj-kmnp-z2-9]{5}(-[a-hj-kmnp-z2-9]{5}){3}$/);
  });
});

describe('a turnstile', () => {
  it('lets the next one through when one is done or fails, in the order they came', async () => {
    const turnstile = new Turnstile(1, 3);
    const seen: string[] = [];
    const pass = (name: string, fails = false): Promise<void> | undefined =>
      turnstile.pass(async () => {
        seen.push(`${name} begins`);
        await Promise.resolve();
        seen.push(`${name} ends`);
        if (fails) throw new Error(name);
      });
    const [a, b, c, d, e] = [pass('a'), pass('b', true), pass('c'), pass('d'), pass('e')];
    expect(e).toBeUndefined();
    const outcomes = await Promise.allSettled([a, b, c, d]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    expect(seen).toEqual(['a', 'b', 'c', 'd'].flatMap((name) => [`${name} begins`, `${name} ends`]));
    await expect(pass('f')).resolves.toBeUndefined();
  });
});
