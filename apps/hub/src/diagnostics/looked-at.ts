import { isAxisError, settlesWithin, words, type Words } from '#core';
import { errorWords } from './error-words.js';
import { type Finding } from './finding.js';

/** A part that does not answer must not keep what is known of the others. */
const ANSWERS_WITHIN_MS = 10_000;

/** What `look` finds of a part; where it fails or takes longer than `withinMs`, that this part could not be read, and why. Never rejects. */
export async function lookedAt(
  part: string,
  look: () => Promise<Finding | readonly Finding[]>,
  withinMs = ANSWERS_WITHIN_MS,
): Promise<readonly Finding[]> {
  try {
    const looking = look();
    if (!(await settlesWithin(withinMs, looking))) return [unread(part, noAnswer(withinMs))];
    return [await looking].flat();
  } catch (error) {
    return [unread(part, reasonOf(error))];
  }
}

function unread(part: string, reason: Words): Finding {
  return {
    ...{ part, state: 'unread' },
    symptom: words(`Không đọc được phần này: ${reason.vi}`, `This part could not be read: ${reason.en}`),
    cause: words(
      'Cơ sở dữ liệu hoặc RabbitMQ vừa ngừng trả lời, hoặc trả lời điều trục không hiểu. Phần này tốt hay hỏng thì chưa biết.',
      'The database or RabbitMQ has just stopped answering, or answers what the hub does not understand. Whether the part is well is not known.',
    ),
    remedy: words(
      'Chữa phần đang hỏng, nếu có, rồi khám lại; nếu vẫn không đọc được, gửi bản chẩn đoán này cho người phát triển.',
      'Mend the part that is broken, if any, and examine again; if it still cannot be read, send this report to the developers.',
    ),
  };
}

function noAnswer(withinMs: number): Words {
  const seconds = withinMs / 1000;
  return words(`không trả lời trong ${seconds} giây.`, `no answer within ${seconds} seconds.`);
}

/** What an error says, with the reason that it was given. */
function reasonOf(error: unknown): Words {
  const said = errorWords(error);
  const { reason } = isAxisError(error) ? (error.details as { readonly reason?: unknown }) : {};
  return typeof reason === 'string' ? words(`${said.vi} (${reason})`, `${said.en} (${reason})`) : said;
}
