import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIGURATION, projectRoot } from '#config';

/** Name and default of every row of the configuration table, in its order. */
function tableOf(file: string): { name: string; standard: string }[] {
  const text = readFileSync(join(projectRoot(), file), 'utf8');
  const rows = text.matchAll(/^\| `([A-Z][A-Z0-9_]+)` *\| *(?:`([^`]*)`)? *\|/gm);
  return [...rows].map(([, name = '', standard = '']) => ({ name, standard }));
}

describe('the configuration table', () => {
  it.each(['README.md', 'README.vi.md'])(
    'of %s lists every name the code reads, with its default, and no other',
    (file) => {
      expect(tableOf(file)).toEqual(CONFIGURATION.map(({ name, standard }) => ({ name, standard })));
    },
  );
});
