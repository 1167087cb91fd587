import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#config';
import { VXP_CODES } from '../src/vxp/vxp-codes.js';

const TEXT = readFileSync(join(projectRoot(), 'docs', 'protocol.md'), 'utf8');
const SECTION = TEXT.slice(TEXT.indexOf("## The official client's interface"));

describe('the official client’s interface in docs/protocol.md', () => {
  it('says of every error which number it has', () => {
    const rows = [...SECTION.matchAll(/^\| (\d+) +\| (`.*`)/gm)];
    const said = rows.flatMap(([, number = '', codes = '']) =>
      [...codes.matchAll(/`([A-Z0-9_]+)`/g)].map(([, code = '']) => [code, number]),
    );
    expect(Object.fromEntries(said)).toEqual(VXP_CODES);
  });
});
