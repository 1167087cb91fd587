import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { HUB_NODE_FLAGS, projectRoot } from '#config';
import { FIVE_SYSTEMS } from '../../apps/cli/src/axis/five-systems.js';

const text = (file: string): string => readFileSync(join(projectRoot(), 'docker', file), 'utf8');

interface Service {
  readonly environment?: Readonly<Record<string, string>>;
}

describe('the files of docker/', () => {
  it('start the hub with the flags that its benchmark chose', () => {
    const command = ['node', ...HUB_NODE_FLAGS, 'dist/apps/hub/src/main.js'].map((word) => `"${word}"`).join(', ');
    expect(text('Dockerfile')).toContain(`CMD [${command}]`);
  });

  it('run the five systems of npm start, each under its name', () => {
    const { services } = parse(text('compose.yaml'), { merge: true }) as { services: Record<string, Service> };
    const systems = Object.entries(services).flatMap(([service, { environment = {} }]) =>
      environment['SYSTEM_NAME'] === service ? [{ name: service, codes: environment['SYSTEM_CODES']?.split(',') }] : [],
    );
    expect(systems).toEqual(FIVE_SYSTEMS);
  });
});
