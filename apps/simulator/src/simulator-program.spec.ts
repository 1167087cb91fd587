import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { inheritedEnvironment, projectRoot } from '#config';
import { eventually } from '../../../test/support/eventually.js';

/** A program that has something to say for ever. */
const TALKER = `
  import { z } from 'zod';
  import { runProgram } from './dist/apps/simulator/src/simulator-program.js';
  await runProgram(z.object({}), (_settings, { say }) => new Promise(() => setInterval(() => say({ kind: 'progress' }), 10)));
`;

describe('a program of the simulator', () => {
  it('ends when whoever started it is gone', async () => {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', TALKER], {
      cwd: projectRoot(),
      env: inheritedEnvironment({ AMQP_URL: 'amqp://127.0.0.1:1', HUB_URL: 'http://127.0.0.1:1' }),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      await once(child.stdout, 'data');
      child.stdout.destroy();
      await eventually(() => expect(child.exitCode).toBe(1));
    } finally {
      child.kill('SIGKILL');
    }
  });
});
