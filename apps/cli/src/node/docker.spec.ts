import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CliFailure } from '../terminal/failure.js';
import { checkDocker } from './docker.js';

describe('checkDocker', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'truc-docker-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /** A docker that answers the two questions. */
  function answering(engine: string, compose: string): void {
    const script = `#!/bin/sh\ncase $1 in version) ${engine};; compose) ${compose};; esac\n`;
    writeFileSync(join(folder, 'docker'), script);
    chmodSync(join(folder, 'docker'), 0o755);
  }

  const failure = async (): Promise<string> =>
    checkDocker({ PATH: folder }).then(
      () => 'none',
      (error: unknown) => (error as CliFailure).cause.en,
    );

  it.each([
    ['echo 28.0.1', 'echo v2.35.0', 'none'],
    ['echo 20.10.24+dfsg1', 'echo 2.26.1-4', 'none'],
    ['echo 19.03.9', 'echo 2.26.1', 'Docker Engine 19.03.9 is too old; 20.10 is needed.'],
    ['echo 28.0.1', 'echo 2.3.3', 'Docker Compose 2.3.3 is too old; 2.26 is needed.'],
    ['echo 28.0.1', 'exit 1', 'docker with docker compose was not found.'],
    ['echo Cannot connect >&2; exit 1', 'echo 2.26.1', 'Docker does not answer: Cannot connect'],
  ])('with an engine that says "%s" and a compose that says "%s" finds: %s', async (engine, compose, found) => {
    answering(engine, compose);
    expect(await failure()).toBe(found);
  });

  it('says when there is no docker at all', async () => {
    expect(await failure()).toBe('docker with docker compose was not found.');
  });
});
