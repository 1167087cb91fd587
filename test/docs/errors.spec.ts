import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#config';
import { AXIS_ERRORS, type AxisErrorCode, axisErrorCodes } from '#core';

/** Without the backslashes that keep `<token>` from being taken for HTML. */
const TEXT = readFileSync(join(projectRoot(), 'docs', 'errors.md'), 'utf8').replaceAll('\\<', '<');

/** The sections that are headed by a code and nothing else, by that code. */
const SECTIONS = new Map(
  TEXT.split(/^### /m)
    .slice(1)
    .map((section) => [/^[A-Z_]+(?=\n)/.exec(section)?.[0] ?? section.split('\n')[0], section.split(/^## /m)[0] ?? '']),
);

describe('docs/errors.md', () => {
  it('has a section for every code of the table, and for no other', () => {
    expect([...SECTIONS.keys()].sort()).toEqual(axisErrorCodes());
  });

  it('has no code twice', () => {
    expect(TEXT.match(/^### /gm)).toHaveLength(SECTIONS.size);
  });

  it.each(axisErrorCodes())('says status, kind, cause and next step of %s', (code: AxisErrorCode) => {
    const { http, kind, remedy, remedyEn } = AXIS_ERRORS[code];
    const section = SECTIONS.get(code) ?? '';
    expect(section).toContain(`HTTP ${http} · ${kind}`);
    expect(section).toMatch(/^- \*\*Nguyên nhân:\*\* \S/m);
    expect(section).toMatch(/^- \*\*Cause:\*\* \S/m);
    expect(section).toContain(`- **Cách xử lý:** ${remedy}\n`);
    expect(section).toContain(`- **Next step:** ${remedyEn}\n`);
  });
});
