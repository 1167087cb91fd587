import { createServer, type Server } from 'node:http';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { builtPages } from './built-pages.js';

const INDEX = '<!doctype html><title>Trục liên thông</title>';
const SCRIPT = 'console.log(1)';

describe('built pages', () => {
  let folder: string;
  let server: Server;
  let url: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'truc-pages-'));
    const pages = builtPages({ folder, page: 'index.html', apart: ['/api', '/health'] });
    server = createServer((request, response) =>
      pages(request, response, () => response.writeHead(404).end('passed on')),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true });
  });

  const build = async (): Promise<void> => {
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), INDEX);
    await writeFile(join(folder, 'favicon.svg'), '<svg/>');
    const script = join(folder, 'assets', 'index-a1b2.js');
    await writeFile(script, SCRIPT);
    await writeFile(`${script}.gz`, gzipSync(SCRIPT));
    await writeFile(`${script}.br`, brotliCompressSync(SCRIPT));
  };
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> =>
    fetch(url + path, { headers, method });

  it.each(['/', '/documents?q=x', '/agencies/000.00.00.H53', '/documents/000.00.00.G22.2020.1%2FVPCP-KSTT', '/apis'])(
    'answer %s with the index, which is asked for anew each time',
    async (path) => {
      await build();
      const answer = await get(path);
      expect(answer.status).toBe(200);
      expect(await answer.text()).toBe(INDEX);
      expect(answer.headers.get('content-type')).toBe('text/html;charset=utf-8');
      expect(answer.headers.get('cache-control')).toBe('no-cache');
      const etag = answer.headers.get('etag') ?? '';
      expect((await get(path, { 'if-none-match': etag })).status).toBe(304);
    },
  );

  it.each(['/', '/favicon.svg', '/assets/index-a1b2.js'])(
    'are allowed no foreign script or frame (%s)',
    async (path) => {
      await build();
      const { headers } = await get(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    },
  );

  it('let browsers keep files whose names change with their content, and no others', async () => {
    await build();
    const kept = await get('/assets/index-a1b2.js');
    expect(kept.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(kept.headers.get('content-type')).toMatch(/^text\/javascript/);
    expect((await get('/favicon.svg')).headers.get('cache-control')).toBe('no-cache');
  });

  it.each([
    ['br, gzip', 'br'],
    ['gzip', 'gzip'],
    ['identity', null],
  ])('leave packed for who takes %s', async (accepted, encoding) => {
    await build();
    const answer = await get('/assets/index-a1b2.js', { 'accept-encoding': accepted });
    expect(answer.headers.get('content-encoding')).toBe(encoding);
    expect(answer.headers.get('vary')).toBe('Accept-Encoding');
    expect(await answer.text()).toBe(SCRIPT);
  });

  it.each([
    '/api/v1/none',
    '/api',
    '/health',
    '/assets/gone-a1b2.js',
    '/gone.svg',
    '/../package.json',
    '/assets/%2e%2e/%2e%2e/x.json',
  ])('pass on %s', async (path) => {
    await build();
    expect(await (await get(path)).text()).toBe('passed on');
  });

  it('pass on whatever is not reading', async () => {
    await build();
    expect(await (await get('/', {}, 'POST')).text()).toBe('passed on');
    const head = await get('/', {}, 'HEAD');
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('say how they are built where they are not, and are there as soon as they are', async () => {
    const answer = await get('/documents');
    expect(answer.status).toBe(503);
    expect(await answer.text()).toBe(
      'Bảng điều khiển chưa được dựng: chạy npm run build. / The console has not been built: run npm run build.\n',
    );
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await (await get('/assets/index-a1b2.js')).text()).toBe('passed on');
    await build();
    expect(await (await get('/documents')).text()).toBe(INDEX);
  });
});
