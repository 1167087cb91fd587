import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkNode, isBuilt, isInstalled, prepare } from '../../scripts/prepare.mjs';
import { Failure, knownFailure } from '../../scripts/words.mjs';

const PACKAGES = {
  '': {},
  'node_modules/one': { version: '1.0.0' },
  'node_modules/windows-only': { version: '2.0.0', optional: true },
};
const LOCK = JSON.stringify({ packages: PACKAGES });
const LEFT_BY_NPM = JSON.stringify({ packages: { 'node_modules/one': { version: '1.0.0' } } });

describe('prepare', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'truc-prepare-'));
    write('package-lock.json', LOCK);
    write('apps/cli/src/main.ts', 'first');
    // Stands in for npm: writes down what it was asked, and leaves behind what npm would.
    write(
      'bin/npm',
      `#!/bin/sh
echo "$1" >> asked
case "$1" in
  ci|install) mkdir -p node_modules && printf '%s' '${LEFT_BY_NPM}' > node_modules/.package-lock.json ;;
  run) mkdir -p dist/apps/cli/src && cp apps/cli/src/main.ts dist/apps/cli/src/main.js ;;
esac
if [ "$1" = ci ] && [ -f out-of-sync ]; then echo 'npm error code EUSAGE' >&2; exit 1; fi
if [ "$1" = ci ] && [ -f no-compiler ]; then echo 'npm error prebuild-install getaddrinfo ENOTFOUND; gyp ERR! not found: make' >&2; exit 1; fi
if [ -f complaint ]; then cat complaint >&2; exit 1; fi
`,
    );
    chmodSync(join(root, 'bin/npm'), 0o755);
  });
  afterEach(() => {
    rmSync(root, { recursive: true, force: true });
  });

  function write(name: string, text: string): void {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }

  async function run(): Promise<{ asked: string[]; said: string[] }> {
    rmSync(join(root, 'asked'), { force: true });
    const said: string[] = [];
    await prepare({ root, npm: join(root, 'bin/npm'), log: (line) => said.push(line) });
    return { asked: read('asked').split('\n').filter(Boolean), said };
  }

  function read(name: string): string {
    try {
      return readFileSync(join(root, name), 'utf8');
    } catch {
      return '';
    }
  }

  it('installs and builds the first time, saying so with the time it took', async () => {
    const { asked, said } = await run();
    expect(asked).toEqual(['ci', 'run']);
    expect(said).toHaveLength(4);
    expect(said[1]).toMatch(/npm ci\): .* \d+\.\d s/);
  });

  it('does nothing and says nothing the second time', async () => {
    await run();
    expect(await run()).toEqual({ asked: [], said: [] });
  });

  it('builds again when a source changed, and only then', async () => {
    await run();
    utimesSync(join(root, 'apps/cli/src/main.ts'), new Date(), new Date());
    write('apps/cli/src/main.spec.ts', 'a test is no source');
    expect(isBuilt(root)).toBe(true);
    write('apps/cli/src/main.ts', 'second');
    expect((await run()).asked).toEqual(['run']);
    write('libs/core/src/index.ts', 'added');
    expect((await run()).asked).toEqual(['run']);
    rmSync(join(root, 'dist'), { recursive: true });
    expect((await run()).asked).toEqual(['run']);
  });

  it('installs again when the lock file changed, and builds after it', async () => {
    await run();
    write('package-lock.json', LOCK.replace('1.0.0', '1.0.1'));
    expect((await run()).asked).toEqual(['ci', 'run']);
  });

  it('takes what npm itself installed, unless it is not what the lock file says', () => {
    write('node_modules/.package-lock.json', LEFT_BY_NPM.replace('1.0.0', '0.9.0'));
    expect(isInstalled(root)).toBe(false);
    write('node_modules/.package-lock.json', LEFT_BY_NPM);
    expect(isInstalled(root)).toBe(true);
  });

  it('takes what npm installed later, unless it was for another Node', async () => {
    await run();
    write('package-lock.json', LOCK.replaceAll('1.0.0', '1.0.1'));
    write('node_modules/.package-lock.json', LEFT_BY_NPM.replace('1.0.0', '1.0.1'));
    expect(isInstalled(root)).toBe(true);
    write('node_modules/.truc-stamp', 'digest 1 linux-x64');
    expect(isInstalled(root)).toBe(false);
  });

  it('installs all the same when the lock file does not fit, saying so', async () => {
    write('out-of-sync', '');
    const { asked, said } = await run();
    expect(asked).toEqual(['ci', 'install', 'run']);
    expect(said[1]).toMatch(/package-lock\.json không khớp/);
  });

  it('installs a compiler where a native package wants one, or says which', async () => {
    write('no-compiler', '');
    write('bin/apt-get', '#!/bin/sh\nif [ "$2" = install ]; then rm no-compiler; fi\n');
    chmodSync(join(root, 'bin/apt-get'), 0o755);
    const options = { root, npm: join(root, 'bin/npm'), log: (): undefined => undefined };
    const failure = await prepare({ ...options, aptGet: '/nowhere' }).catch((error: unknown) => error as Failure);
    expect((failure as Failure).remedy).toMatch(/apt-get install g\+\+ make python3/);
    if (process.getuid?.() === 0) await prepare({ ...options, aptGet: join(root, 'bin/apt-get') });
  });

  it('does the work once when two ask at the same time', async () => {
    const lines: string[] = [];
    const options = { root, npm: join(root, 'bin/npm'), log: (line: string): unknown => lines.push(line) };
    await Promise.all([prepare(options), prepare(options)]);
    expect(read('asked')).toBe('ci\nrun\n');
  });

  it('takes over from a process that died at it', async () => {
    write('dist/.preparing', '999999999');
    expect((await run()).asked).toEqual(['ci', 'run']);
    expect(read('dist/.preparing')).toBe('');
  });

  it.each([
    ['npm error code ENOSPC', /đĩa/, /1 GB/],
    ['npm error EACCES: permission denied, mkdir', /quyền/, /chown/],
    ['npm error code EAI_AGAIN', /kho gói npm/, /mạng/],
    ['something nobody foresaw', /something nobody foresaw[^]*npm ci/, /npm ci/],
  ])('says in a sentence what %s means, with a remedy', async (complaint, cause, remedy) => {
    write('complaint', complaint);
    const failure = await prepare({ root, npm: join(root, 'bin/npm'), log: () => undefined }).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(Failure);
    expect((failure as Failure).message).toMatch(cause);
    expect((failure as Failure).remedy).toMatch(remedy);
    rmSync(join(root, 'complaint'));
    expect((await run()).asked).toContain('run');
  });

  it('shows what the compiler said when the build fails', async () => {
    await run();
    write('apps/cli/src/main.ts', 'wrong');
    write('complaint', 'apps/cli/src/main.ts(1,1): error TS2304: Cannot find name EACCES');
    await expect(prepare({ root, npm: join(root, 'bin/npm'), log: () => undefined })).rejects.toThrow(
      /TS2304[^]*npm run --silent build/,
    );
  });
});

describe('checkNode', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('takes Node %s', (version) => {
    expect(() => checkNode(version)).not.toThrow();
  });
  it.each(['20.18.3', '18.20.0', '8.0.0'])('refuses Node %s in a sentence', (version) => {
    expect(() => checkNode(version)).toThrow(new RegExp(`${version} quá cũ; cần 20.19`));
  });
});

describe('knownFailure', () => {
  it('leaves alone what it does not know', () => {
    expect(knownFailure('Segmentation fault', '/here')).toBeUndefined();
  });
});
