import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure, knownFailure, say } from './words.mjs';

/** The folder of the project. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** Oldest Node that runs the project: package.json, "engines". */
export const OLDEST_NODE = [20, 19];

/** Throws a Failure when this Node is too old. */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new Failure(
    say(
      `Node.js ${version} quá cũ; cần ${OLDEST_NODE.join('.')} trở lên.`,
      `Node.js ${version} is too old; ${OLDEST_NODE.join('.')} or later is needed.`,
    ),
    say('Cài Node.js 20 LTS trở lên: https://nodejs.org/', 'Install Node.js 20 LTS or later: https://nodejs.org/'),
  );
}

/** Whether node_modules holds what package-lock.json says, built for this Node. */
export function isInstalled(root = ROOT) {
  const file = join(root, 'node_modules', '.truc-stamp');
  const stamp = readIfThere(file);
  if (stamp === installStamp(root)) return true;
  const isForAnotherNode = stamp !== undefined && !stamp.endsWith(machine());
  if (isForAnotherNode || !matchesLock(root)) return false;
  writeFileSync(file, installStamp(root)); // installed by npm itself: `npm ci` or `npm install`
  return true;
}

/** Whether dist was built from exactly these sources. */
export function isBuilt(root = ROOT) {
  return existsSync(join(root, ENTRY)) && readIfThere(join(root, 'dist', '.truc-stamp')) === buildStamp(root);
}

/** Installs and builds what is missing or stale, a line each with the time it took; does nothing, and says nothing, the second time. */
export async function prepare({
  root = ROOT,
  build = true,
  log = logLine,
  npm = 'npm',
  aptGet = '/usr/bin/apt-get',
} = {}) {
  checkNode();
  const isReady = () => isInstalled(root) && (!build || isBuilt(root));
  if (isReady()) return;
  const release = await takeTurn(root, log);
  try {
    if (!isInstalled(root)) await install({ root, log, npm, aptGet });
    if (build && !isBuilt(root)) await compile({ root, log, npm });
  } finally {
    release();
  }
}

const ENTRY = join('dist', 'apps', 'cli', 'src', 'main.js');

async function install({ root, log, npm, aptGet }) {
  await step(say('Cài các gói (npm ci)', 'Installing packages (npm ci)'), log, () =>
    runQuietly(npm, ['ci', ...QUIETLY], root).catch((failure) => installOtherwise(failure, { root, log, npm, aptGet })),
  );
  writeFileSync(join(root, 'node_modules', '.truc-stamp'), installStamp(root));
}

/** Two failures have a way round: a lock file that does not fit, and a machine without the compiler that a native package wants. */
async function installOtherwise(failure, { root, log, npm, aptGet }) {
  if (/EUSAGE|in sync/.test(failure.message)) {
    log(
      say(
        'package-lock.json không khớp package.json: dùng npm install',
        'package-lock.json does not fit package.json: using npm install',
      ),
    );
    return runQuietly(npm, ['install', '--no-save', ...QUIETLY], root);
  }
  if (!/gyp ERR/.test(failure.message)) throw failure;
  if (process.getuid?.() !== 0 || !existsSync(aptGet)) throw new Failure(failure.message, COMPILER_REMEDY());
  log(say('Thiếu trình biên dịch C++: cài bằng apt-get …', 'No C++ compiler: installing one with apt-get …'));
  await runQuietly(aptGet, ['-qq', 'update'], root);
  await runQuietly(aptGet, ['-qq', 'install', '-y', '--no-install-recommends', 'g++', 'make', 'python3'], root);
  return runQuietly(npm, ['ci', ...QUIETLY], root);
}

const COMPILER_REMEDY = () =>
  say(
    'Cài trình biên dịch C++ rồi chạy lại, trên Debian: apt-get install g++ make python3',
    'Install a C++ compiler and run this command again, on Debian: apt-get install g++ make python3',
  );

const QUIETLY = ['--no-audit', '--no-fund', '--loglevel=error'];

async function compile({ root, log, npm }) {
  const stamp = buildStamp(root);
  await step(say('Dịch mã nguồn (npm run build)', 'Building (npm run build)'), log, () =>
    runQuietly(npm, ['run', '--silent', 'build'], root),
  );
  writeFileSync(join(root, 'dist', '.truc-stamp'), stamp);
}

async function step(what, log, work) {
  log(`${what} …`);
  const startedAt = Date.now();
  await work();
  log(`${what}: ${say('xong sau', 'done in')} ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
}

/** Runs npm or apt-get quietly; what it printed is shown only when it failed for no known reason. */
function runQuietly(program, args, root) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => reject(failureOf([program, ...args], `${error.message}`, root)));
    child.on('close', (code) => (code === 0 ? resolve() : reject(failureOf([program, ...args], output, root))));
  });
}

function failureOf(commandLine, output, root) {
  const command = commandLine.join(' ');
  if (/^spawn .* ENOENT/.test(output))
    return new Failure(
      say('Không tìm thấy npm.', 'npm was not found.'),
      say('Cài npm (đi kèm Node.js).', 'Install npm; it comes with Node.js.'),
    );
  const isCompiler = commandLine.includes('run') || /gyp ERR/.test(output);
  const known = knownFailure(isCompiler ? onlySystemErrors(output) : output, root);
  if (known !== undefined) return known;
  return new Failure(
    `${shortened(output)}\n${say(`Lệnh "${command}" thất bại.`, `"${command}" failed.`)}`,
    say(
      `Xem các dòng trên; chạy "${command}" trong ${root} để thấy đầy đủ.`,
      `See the lines above; run "${command}" in ${root} to see everything.`,
    ),
  );
}

/** The first lines name the cause, the last ones the consequence. */
function shortened(output) {
  const lines = output.trim().split('\n');
  return (lines.length <= 40 ? lines : [...lines.slice(0, 15), '…', ...lines.slice(-24)]).join('\n');
}

/** A compiler's output speaks of sources; only lines of the system itself tell of disk and rights. */
function onlySystemErrors(output) {
  return output
    .split('\n')
    .filter((line) => /\b(ENOSPC|EDQUOT|EACCES|EPERM|EROFS)\b/.test(line) && !/error TS\d+/.test(line))
    .join('\n');
}

/** One preparation at a time: resolves when it is ours, with the function that ends the turn. A turn whose process is gone is void. */
async function takeTurn(root, log) {
  const file = join(root, 'dist', '.preparing');
  for (let waited = false; ; waited = true) {
    if (claim(file, root)) return () => rmSync(file, { force: true });
    const holder = Number(readIfThere(file));
    if (!isAlive(holder)) rmSync(file, { force: true });
    else if (!waited)
      log(say(`Chờ tiến trình ${holder} đang chuẩn bị …`, `Waiting for process ${holder}, which is preparing …`));
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function claim(file, root) {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const descriptor = openSync(file, 'wx');
    writeFileSync(descriptor, String(process.pid));
    closeSync(descriptor);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw knownFailure(String(error.message), root) ?? error;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return pid > 0;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Changes with the lock file, and with the Node that native packages were built for. */
function installStamp(root) {
  return `${digest([readIfThere(join(root, 'package-lock.json')) ?? ''])} ${machine()}`;
}

function machine() {
  return `${process.versions.modules} ${process.platform}-${process.arch}`;
}

/** npm leaves in node_modules what it installed; optional packages of other platforms are rightly missing there. */
function matchesLock(root) {
  const wanted = readIfThere(join(root, 'package-lock.json'));
  const present = readIfThere(join(root, 'node_modules', '.package-lock.json'));
  if (wanted === undefined || present === undefined) return false;
  const installed = JSON.parse(present).packages;
  return Object.entries(JSON.parse(wanted).packages).every(
    ([path, { version, optional, link }]) =>
      path === '' || link || (installed[path] ? installed[path].version === version : optional),
  );
}

/** Changes with every source that the build reads. */
function buildStamp(root) {
  const settings = ['package.json', 'tsconfig.json', 'tsconfig.build.json', 'nest-cli.json'].map((name) =>
    join(root, name),
  );
  const sources = ['apps', 'libs', join('test', 'bench'), join('test', 'support')].flatMap((folder) =>
    sourcesIn(join(root, folder)),
  );
  return digest([
    installStamp(root),
    ...[...settings, ...sources].flatMap((file) => [file.slice(root.length), readIfThere(file) ?? '']),
  ]);
}

function sourcesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() &&
        /\.(ts|tsx|json|css|html|svg|js)$/.test(entry.name) &&
        !/\.(spec|contract)\.ts$/.test(entry.name),
    )
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((file) => !file.includes('node_modules'))
    .sort();
}

function digest(parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}

function logLine(line) {
  process.stderr.write(`${line}\n`);
}
