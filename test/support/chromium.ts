import { spawn } from 'node:child_process';
import { access, constants, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * The path of a Chromium to test with: `CHROMIUM`, or the first that PATH has; installed first where that is possible (Debian or Ubuntu, as
 * root). Undefined where none can be had, with one sentence on the terminal, which the end of the run repeats below the totals.
 * @throws when CHROMIUM names no program
 */
export async function chromiumToTestWith(
  env: Environment,
  mayInstall = process.getuid?.() === 0,
): Promise<string | undefined> {
  const present = await findChromium(env);
  if (present !== undefined) return present;
  const failure = mayInstall ? await installByApt(env) : 'only root may install it';
  const installed = await findChromium(env);
  if (installed === undefined) await sayUntested(env, failure);
  return installed;
}

/** Looks, and installs nothing. @throws when CHROMIUM names no program */
export async function findChromium(env: Environment): Promise<string | undefined> {
  const named = env['CHROMIUM'] ?? '';
  if (named !== '' && !(await isExecutable(named))) {
    throw new Error(
      `CHROMIUM là ${named}, không phải chương trình chạy được. / CHROMIUM is ${named}, which is no program.`,
    );
  }
  if (named !== '') return named;
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  for (const name of NAMES) {
    for (const folder of folders) {
      const path = join(folder, name);
      if (await isExecutable(path)) return path;
    }
  }
  return undefined;
}

/** Says it once in a run, however many files of tests find it out, and leaves it for the end. */
async function sayUntested(env: Environment, failure: string): Promise<void> {
  const sentence = `KHÔNG THỬ CÁC TRANG: không có Chromium (${failure}); cài chromium hoặc đặt biến CHROMIUM. / THE PAGES ARE NOT TESTED: there is no Chromium (${failure}); install chromium or set CHROMIUM.`;
  const isFirst = await writeFile(env['TRUC_TEST_UNTESTED'] ?? '', sentence, { flag: 'wx' }).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== 'EEXIST',
  );
  if (isFirst) say(sentence);
}

/** Resolves with why it could not be done, or with what apt-get said at last. */
async function installByApt(env: Environment): Promise<string> {
  if (!(await isExecutable('/usr/bin/apt-get'))) return 'there is no apt-get';
  say('Chromium is not installed: installing the package chromium with apt-get (one or two minutes) …');
  const wait = ['-o', 'DPkg::Lock::Timeout=300', '-qq'];
  const updated = await run('/usr/bin/apt-get', [...wait, 'update'], env);
  return updated ?? (await run('/usr/bin/apt-get', [...wait, 'install', '-y', 'chromium'], env)) ?? 'apt-get';
}

function run(program: string, args: readonly string[], env: Environment): Promise<string | undefined> {
  const environment = { ...env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' };
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], env: environment });
    let complaints = '';
    child.stderr.on('data', (chunk: Buffer) => (complaints = (complaints + chunk.toString()).slice(-2000)));
    child.once('error', ({ message }) => resolve(message));
    child.once('close', (code) =>
      resolve(code === 0 ? undefined : (complaints.trim().split('\n').at(-1) ?? `apt-get ended with ${code}`)),
    );
  });
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** Past Jest, which keeps silent what tests say. */
function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
