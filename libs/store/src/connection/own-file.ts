import { chmod, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';

const OWNER_ONLY = 0o600;

/**
 * Makes the file of an SQLite database where there is none, and has only its owner read and write it: documents and the hashes of passwords are
 * in it. SQLite gives the log and its index (`-wal`, `-shm`) the mode of the file; those of an earlier run are changed too. A file that is
 * another user's stays as it is.
 */
export async function keepForOwner(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  // Only a new file is opened: closing one that SQLite has open in this process would let go of its locks.
  const made = await open(path, 'ax', OWNER_ONLY).catch(unless('EEXIST'));
  await made?.close();
  for (const file of [path, `${path}-wal`, `${path}-shm`])
    await chmod(file, OWNER_ONLY).catch(unless('ENOENT', 'EPERM'));
}

function unless(...codes: string[]): (error: unknown) => undefined {
  return (error) => {
    if (!codes.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  };
}
