import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectRoot } from '#config';

const FOLDER = join(projectRoot(), 'dist', 'apps', 'console');
const MOST_BYTES = 350 * 1024;

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

/** What a browser has to load before it shows the first page: the entry and what it imports at once. */
async function filesOf(entry: string): Promise<Set<string>> {
  const manifest = JSON.parse(await readFile(join(FOLDER, 'manifest.json'), 'utf8')) as Record<string, Chunk>;
  const files = new Set([entry, 'scheme.js', 'emblem.svg']);
  const add = (name: string): void => {
    const chunk = manifest[name];
    if (chunk === undefined || files.has(chunk.file)) return;
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
    chunk.imports?.forEach(add);
  };
  add(entry);
  return files;
}

describe('the first page', () => {
  it.each(['index.html', 'clerk.html'])('of %s is at most 350 KB compressed', async (entry) => {
    const files = await filesOf(entry);
    const sizes = await Promise.all(
      [...files].map(async (file) => [file, gzipSync(await readFile(join(FOLDER, file))).length] as const),
    );
    const total = sizes.reduce((sum, [, size]) => sum + size, 0);
    expect({ total, sizes, isSmall: total <= MOST_BYTES }).toMatchObject({ isSmall: true });
    expect(files.size).toBeGreaterThan(4);
  });

  it('leaves charts and schemas for later, or out', async () => {
    const scripts = [...(await filesOf('index.html'))].filter((file) => file.endsWith('.js'));
    const text = (await Promise.all(scripts.map((file) => readFile(join(FOLDER, file), 'utf8')))).join('');
    expect(text).not.toMatch(/recharts/);
    expect(text).not.toMatch(/ZodError/);
  });

  it.each(['index.html', 'clerk.html'])('of %s has no script or style in itself', async (entry) => {
    const text = await readFile(join(FOLDER, entry), 'utf8');
    expect(text).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(text).not.toMatch(/<style|\son\w+=|https?:/);
  });
});
