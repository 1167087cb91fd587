import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cliConfig } from '#config';
import { findAxis } from './axis-address.js';
import { explain } from './failure.js';

it('says that no axis runs on a folder where none ever did, and ends with 4', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'truc-load-'));
  const config = cliConfig({ TRUC_DATA: folder, AMQP_URL: 'amqp://127.0.0.1:9' });
  const error: unknown = await findAxis(config).catch((thrown: unknown) => thrown);
  rmSync(folder, { recursive: true });
  const { detail, remedy, exitCode } = explain(error, 'en');
  expect({ detail, exitCode }).toEqual({ detail: `No axis runs on ${folder}.`, exitCode: 4 });
  expect(remedy).toMatch(/\.\/truc up/);
});
