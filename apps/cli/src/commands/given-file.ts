import { readFile } from 'node:fs/promises';
import { CliFailure, EXIT } from '../terminal/failure.js';
import { words } from '#core';

/** A file named on the command line; one that cannot be read is wrong use. */
export async function readGiven(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** The failure that a file named on the command line cannot be read. */
export function unreadable(path: string, error: unknown): CliFailure {
  const { code = '' } = error as NodeJS.ErrnoException;
  return new CliFailure(
    words(`Không đọc được tệp ${path} (${code}).`, `The file ${path} cannot be read (${code}).`),
    words('Kiểm tra đường dẫn và quyền đọc.', 'Check the path and the right to read it.'),
    EXIT.wrongUse,
  );
}

/** The failure that a file named on the command line cannot be written. */
export function unwritable(path: string, error: unknown): CliFailure {
  const { code = '' } = error as NodeJS.ErrnoException;
  return new CliFailure(
    words(`Không ghi được tệp ${path} (${code}).`, `The file ${path} cannot be written (${code}).`),
    words('Kiểm tra thư mục, chỗ trống và quyền ghi.', 'Check the folder, the room and the right to write.'),
  );
}
