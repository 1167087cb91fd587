import { jest } from '@jest/globals';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumToTestWith, findChromium } from './chromium.js';

describe('a Chromium to test with', () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'truc-chromium-'))));
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is what CHROMIUM names, if that is a program', async () => {
    expect(await findChromium({ CHROMIUM: process.execPath })).toBe(process.execPath);
    await expect(findChromium({ CHROMIUM: join(folder, 'nothing') })).rejects.toThrow(/which is no program/);
  });

  it('says once what to do where there is none, and leaves it for the end of the run', async () => {
    const file = join(folder, 'untested');
    // Kept from the terminal, where it would be taken at its word.
    const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const env = { PATH: folder, TRUC_TEST_UNTESTED: file };
    const found = [await chromiumToTestWith(env, false), await chromiumToTestWith(env, false)];
    const lines = said.mock.calls.map(([line]) => line);
    said.mockRestore();
    expect(found).toEqual([undefined, undefined]);
    expect(lines).toEqual([expect.stringMatching(/install chromium or set CHROMIUM\.\n$/)]);
    expect(await readFile(file, 'utf8')).toMatch(/install chromium or set CHROMIUM/);
  });
});
