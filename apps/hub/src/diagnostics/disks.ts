import { stat, statfs } from 'node:fs/promises';
import { type Language, words } from '#core';
import { type Finding, good } from './finding.js';

const GB = 1024 ** 3;
const LOW_DISK_BYTES = GB;

/** The disk of the hub's data, and that of the large bodies where it is another one. */
export async function disks({
  hubFolder,
  objectsFolder,
}: {
  readonly hubFolder: string;
  readonly objectsFolder: string;
}): Promise<Finding[]> {
  const [own, objects] = await Promise.all([hubFolder, objectsFolder].map(diskOf));
  // The folder of the bodies is made with the first of them.
  const isElsewhere = objects !== 'none' && objects !== own;
  return Promise.all([hubFolder, ...(isElsewhere ? [objectsFolder] : [])].map(disk));
}

/** What tells one file system from another; `none` for a folder that is not there. */
async function diskOf(folder: string): Promise<number | string> {
  return stat(folder).then(
    ({ dev }) => dev,
    (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? 'none' : String(error)),
  );
}

async function disk(folder: string): Promise<Finding> {
  const found = await statfs(folder).catch((error: unknown) => String(error));
  if (typeof found === 'string') return away(folder, found);
  const { bavail, bsize } = found;
  const free = bavail * bsize;
  const symptom = words(
    `Đĩa của ${folder} còn ${gigabytes(free, 'vi')} GB trống.`,
    `The disk of ${folder} has ${gigabytes(free, 'en')} GB free.`,
  );
  if (free >= LOW_DISK_BYTES) return good('disk', symptom);
  return {
    ...{ part: 'disk', state: 'poor', symptom },
    cause: words('Sắp hết đĩa.', 'The disk is nearly full.'),
    remedy: words(
      'Giải phóng đĩa; khi đầy, trục ngừng nhận nhưng không mất văn bản.',
      'Free disk; when it is full the hub takes nothing in, but no document is lost.',
    ),
  };
}

function gigabytes(bytes: number, language: Language): string {
  return (bytes / GB).toLocaleString(language, { maximumFractionDigits: 1 });
}

function away(folder: string, reason: string): Finding {
  return {
    ...{ part: 'disk', state: 'bad' },
    symptom: words(`Không đọc được ${folder}: ${reason}.`, `${folder} cannot be read: ${reason}.`),
    cause: words(
      'Thư mục chưa có, hoặc đĩa của nó chưa được gắn.',
      'The folder is not there, or its disk is not mounted.',
    ),
    remedy: words(
      'Gắn lại đĩa, xem quyền của thư mục, rồi khởi động lại trục.',
      'Mount the disk, look at the rights of the folder, then restart the hub.',
    ),
  };
}
