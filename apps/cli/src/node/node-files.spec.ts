import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { NodeFiles } from './node-files.js';

const EMPTY = '# The nodes that were added.\ninclude: []\n';
const PLAN = { name: 'tphcm', codes: ['000.00.00.H29'], port: undefined, poll: false };

describe('NodeFiles', () => {
  let folder: string;
  let files: NodeFiles;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'truc-nodes-'));
    writeFileSync(join(folder, 'index.yaml'), EMPTY);
    files = new NodeFiles(folder);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const text = (name: string): string => readFileSync(join(folder, name), 'utf8');

  it('writes a node that extends the common one, and lists it below the comment', async () => {
    await files.add(PLAN);
    expect(parse(text('tphcm.yaml'))).toEqual({
      services: {
        tphcm: {
          extends: { file: '../node.yaml', service: 'node' },
          environment: { SYSTEM_NAME: 'tphcm', SYSTEM_CODES: '000.00.00.H29' },
          volumes: ['tphcm:/data'],
        },
      },
      volumes: { tphcm: {} },
    });
    expect(text('index.yaml')).toBe('# The nodes that were added.\ninclude:\n  - tphcm.yaml\n');
  });

  it('writes one that polls, and one whose interface is published', async () => {
    await files.add({ ...PLAN, poll: true });
    expect(parse(text('tphcm.yaml'))).toMatchObject({
      services: { tphcm: { extends: { file: '../polling-node.yaml' }, environment: { VXP_SYSTEM: 'tphcm' } } },
    });
    await files.add({ ...PLAN, port: 8129 });
    expect(parse(text('tphcm.yaml'))).toMatchObject({ services: { tphcm: { ports: ['127.0.0.1:8129:8101'] } } });
    expect(await files.listed()).toEqual(['tphcm']);
  });

  it('keeps names that look like numbers as names', async () => {
    await files.add({ ...PLAN, name: '22' });
    expect(parse(text('22.yaml'))).toMatchObject({ services: { '22': { environment: { SYSTEM_NAME: '22' } } } });
  });

  it('leaves the folder as it was when the last one is removed', async () => {
    await files.add(PLAN);
    await files.add({ ...PLAN, name: 'hue' });
    await files.remove('tphcm');
    expect(await files.listed()).toEqual(['hue']);
    await files.remove('hue');
    await files.remove('hue');
    expect(readdirSync(folder)).toEqual(['index.yaml']);
    expect(text('index.yaml')).toBe(EMPTY);
  });
});
