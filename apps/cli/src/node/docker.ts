import { spawn } from 'node:child_process';
import { inheritedEnvironment } from '#config';
import { CliFailure } from '../terminal/failure.js';
import { words } from '#core';

/** What a run of docker came to. */
export interface DockerRun {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The oldest that our files were tried with. */
const OLDEST = { engine: [20, 10], compose: [2, 26] } as const;

/** Runs docker and waits. Throws CliFailure only when there is none. */
export function docker(args: readonly string[], env = inheritedEnvironment()): Promise<DockerRun> {
  return new Promise((resolve, reject) => {
    const child = spawn('docker', args, { stdio: ['ignore', 'pipe', 'pipe'], env });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString('utf8')));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString('utf8')));
    child.once('error', () => reject(missing()));
    child.once('close', (code) => resolve({ code: code ?? 1, out, err }));
  });
}

/** Throws CliFailure when docker is not there, its engine does not answer, or one of the two is too old. */
export async function checkDocker(env = inheritedEnvironment()): Promise<void> {
  const [engine, compose] = await Promise.all([
    docker(['version', '--format', '{{.Server.Version}}'], env),
    docker(['compose', 'version', '--short'], env),
  ]);
  if (compose.code !== 0) throw missing();
  if (engine.code !== 0) throw notAnswering(lastLine(engine.err));
  refuseOlder('Docker Engine', engine.out, OLDEST.engine);
  refuseOlder('Docker Compose', compose.out, OLDEST.compose);
}

/** The last line that is not empty: what a program says at last is why it failed. */
export function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() ?? '';
}

function refuseOlder(what: string, answer: string, [major, minor]: readonly [number, number]): void {
  const [, has = '0', hasMinor = '0'] = /(\d+)\.(\d+)/.exec(answer) ?? [];
  if (Number(has) > major || (Number(has) === major && Number(hasMinor) >= minor)) return;
  const version = answer.trim();
  const oldest = `${major}.${minor}`;
  throw new CliFailure(
    words(`${what} ${version} quá cũ; cần ${oldest} trở lên.`, `${what} ${version} is too old; ${oldest} is needed.`),
    words(
      'Nâng cấp Docker: https://docs.docker.com/engine/install/',
      'Upgrade Docker: https://docs.docker.com/engine/install/',
    ),
  );
}

function missing(): CliFailure {
  return new CliFailure(
    words('Không tìm thấy docker cùng docker compose.', 'docker with docker compose was not found.'),
    words(
      'Cài Docker rồi chạy lại trên chính máy này, ngoài container: https://docs.docker.com/engine/install/',
      'Install Docker and run this on the machine itself, not in a container: https://docs.docker.com/engine/install/',
    ),
  );
}

function notAnswering(reason: string): CliFailure {
  return new CliFailure(
    words(`Docker không trả lời: ${reason}`, `Docker does not answer: ${reason}`),
    words('Khởi động Docker, hoặc kiểm tra DOCKER_HOST.', 'Start Docker, or check DOCKER_HOST.'),
  );
}
