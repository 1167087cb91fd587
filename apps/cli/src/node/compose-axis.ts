import { join } from 'node:path';
import { projectRoot } from '#config';
import { HubClient } from '#wire';
import { z } from 'zod';
import { CliFailure, EXIT } from '../terminal/failure.js';
import { words } from '#core';
import { checkDocker, docker, type DockerRun, lastLine } from './docker.js';

const FILE = join('docker', 'compose.yaml');

/** What `docker compose config` says of a node, as far as it matters here. */
const serviceSchema = z.looseObject({ environment: z.record(z.string(), z.unknown()).nullish() });
const configSchema = z.looseObject({
  services: z.record(z.string(), serviceSchema),
  volumes: z.record(z.string(), z.looseObject({ name: z.string() })),
});
export type ComposeConfig = z.infer<typeof configSchema>;

/** A container of the axis: `health` is empty for one without a health check. */
const containerSchema = z.looseObject({
  Service: z.string(),
  State: z.string(),
  Health: z.string(),
  Publishers: z.array(z.looseObject({ PublishedPort: z.number() })).nullish(),
});
export type Container = z.infer<typeof containerSchema>;

/** The axis of docker/compose.yaml on this machine, driven through docker. */
export class ComposeAxis {
  private constructor(readonly config: ComposeConfig) {}

  /** @throws CliFailure when docker is missing, too old, or does not take the files */
  static async open(): Promise<ComposeAxis> {
    await checkDocker();
    const { code, out, err } = await compose(['--profile', '*', 'config', '--format', 'json']);
    if (code !== 0) throw badFiles(lastLine(err));
    return new ComposeAxis(configSchema.parse(JSON.parse(out)));
  }

  /** Runs `docker compose` on the files of the axis. */
  run(...args: string[]): Promise<DockerRun> {
    return compose(args);
  }

  /** Like `run`, but what fails is a failure told with its last line. */
  async must(...args: string[]): Promise<string> {
    const { code, out, err } = await compose(args);
    if (code === 0) return out;
    const command = `docker compose ${args.join(' ')}`;
    throw new CliFailure(
      words(`"${command}" thất bại: ${lastLine(err)}`, `"${command}" failed: ${lastLine(err)}`),
      words(`Chạy lệnh ấy kèm -f ${FILE} để thấy đầy đủ.`, `Run it with -f ${FILE} to see everything.`),
    );
  }

  /** All containers of the axis, also those that have ended. */
  async containers(): Promise<Container[]> {
    const lines = (await this.must('ps', '--all', '--format', 'json')).split('\n').filter((line) => line.trim() !== '');
    return lines.map((line) => containerSchema.parse(JSON.parse(line)));
  }

  /** The hub, as an operator. @throws CliFailure when it does not run */
  async hub(): Promise<HubClient> {
    const [port, token] = await Promise.all([
      compose(['port', 'hub', '8080']),
      compose(['exec', '-T', 'hub', 'cat', '/data/hub/operator-token']),
    ]);
    if (port.code !== 0 || token.code !== 0) throw notRunning();
    return new HubClient({ url: `http://${port.out.trim()}`, credentials: { token: token.out.trim() } });
  }
}

function compose(args: readonly string[]): Promise<DockerRun> {
  return docker(['compose', '-f', join(projectRoot(), FILE), ...args]);
}

function badFiles(reason: string): CliFailure {
  return new CliFailure(
    words(`docker compose không hiểu ${FILE}: ${reason}`, `docker compose does not take ${FILE}: ${reason}`),
    words(
      'Sửa tệp được nêu tên, hoặc gỡ nó khỏi docker/nodes/index.yaml.',
      'Mend the file it names, or take it off docker/nodes/index.yaml.',
    ),
  );
}

function notRunning(): CliFailure {
  return new CliFailure(
    words('Trục trong container chưa chạy.', 'The axis does not run in containers.'),
    words(
      `Khởi động: docker compose -f ${FILE} up --build --wait`,
      `Start it: docker compose -f ${FILE} up --build --wait`,
    ),
    EXIT.unreachable,
  );
}
