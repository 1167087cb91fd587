import { readFile } from 'node:fs/promises';

/** The secret or token that a file holds, without the end of its line; undefined where there is no file. */
export async function secretIn(file: string): Promise<string | undefined> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
