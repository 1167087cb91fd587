import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConsoleFixture } from './console-fixture.js';

describe('the hub', () => {
  let hub: ConsoleFixture;
  beforeAll(async () => {
    hub = await ConsoleFixture.open();
  });
  afterAll(() => hub.close());

  it('starts without the console, serves it once it is built, and keeps its own addresses', async () => {
    const before = await hub.ask('GET', '/');
    expect([before.status, await before.text()]).toEqual([503, expect.stringContaining('npm run build')]);
    await mkdir(hub.config.consoleFolder);
    await writeFile(join(hub.config.consoleFolder, 'index.html'), 'the console');
    for (const path of ['/', '/documents/1', '/sign-in'])
      expect(await (await hub.ask('GET', path)).text()).toBe('the console');
    expect((await hub.ask('GET', '/api/v1/none')).headers.get('content-type')).toMatch(/problem\+json/);
    expect((await hub.ask('GET', '/metrics')).status).toBe(401);
    expect((await hub.ask('GET', '/health')).headers.get('content-type')).toMatch(/json/);
    expect(await (await hub.ask('GET', '/vxp/none')).text()).not.toBe('the console');
  });

  it('has no browser run what its API answers', async () => {
    const { headers } = await hub.ask('GET', '/api/v1/session');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'; sandbox");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});
