/** Vietnamese unless TRUC_LANG=en: the same switch as the command line's. */
export function say(vietnamese, english) {
  return process.env.TRUC_LANG === 'en' ? english : vietnamese;
}

/** A step that could not be done: one sentence of cause and one of remedy, never a stack. */
export class Failure extends Error {
  constructor(cause, remedy) {
    super(cause);
    this.name = 'Failure';
    this.remedy = remedy;
  }
}

/** Prints a Failure as two lines and ends the process with 1; anything else is a bug and stays loud. */
export async function orFail(work) {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    process.stderr.write(`${error.message}\n→ ${error.remedy}\n`);
    process.exit(1);
  }
}

/** The Failure that an operating-system error or the output of a program means, or undefined when it is none of the known ones. */
export function knownFailure(text, where) {
  if (/ENOSPC|EDQUOT|no space left|disk quota exceeded/i.test(text))
    return new Failure(
      say(`Hết dung lượng đĩa khi ghi vào ${where} (ENOSPC).`, `No space is left on the disk of ${where} (ENOSPC).`),
      say('Giải phóng khoảng 1 GB rồi chạy lại lệnh này.', 'Free about 1 GB, then run this command again.'),
    );
  if (/EACCES|EPERM|EROFS|permission denied|read-only file system/i.test(text))
    return new Failure(
      say(`Không có quyền ghi vào ${where}.`, `No right to write to ${where}.`),
      say(
        `Sửa quyền (ví dụ: chown -R "$(id -un)" ${where}) hoặc chép dự án sang thư mục của bạn.`,
        `Mend the rights (for example chown -R "$(id -un)" ${where}), or copy the project to a folder of your own.`,
      ),
    );
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|network request/i.test(text)
  )
    return new Failure(
      say('Không tới được kho gói npm.', 'The npm registry cannot be reached.'),
      say(
        'Kiểm tra mạng, proxy (npm config get proxy) và kho gói (npm config get registry), rồi chạy lại lệnh này.',
        'Check the network, the proxy (npm config get proxy) and the registry (npm config get registry), then run this command again.',
      ),
    );
  return undefined;
}
