import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { type NewDeadLetter } from '#store';

/** Writes a letter's body to `dead/<id>` in the hub's folder, for its owner only and down to the disk, and returns the file's path. */
export async function keepAsFile(hubFolder: string, { id, body }: NewDeadLetter): Promise<string> {
  const folder = join(hubFolder, 'dead');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, id);
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(body);
    await file.sync();
  } finally {
    await file.close();
  }
  return path;
}
