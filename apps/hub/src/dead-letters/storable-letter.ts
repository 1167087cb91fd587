import { v7 as uuid } from 'uuid';
import { type IncomingMessage, REASON_HEADER, userOfDeadLetter } from '#broker';
import { type NewDeadLetter } from '#store';
import { storable } from '../exchange/outcomes.js';

const HANDED_OUT_TOO_OFTEN =
  'Thông điệp đã được phát 20 lần mà không lần nào xong: chương trình nhận chết hoặc từ chối mỗi lần.';
const REJECTED = 'Hệ thống nhận đã từ chối thông điệp.';

const LONGEST_REASON = 2_000;

/** Headers as JSON, at most; a hub's own delivery keeps below half of it. */
const MOST_HEADERS = 65_536;
const MOST_KEPT = 32_768;
const DEEPEST = 16;

const REDUCED = `Không giữ được toàn bộ header của thông điệp: quá ${MOST_HEADERS} byte, lồng quá sâu hoặc không viết được thành JSON.`;

/** A dead letter as every store can hold it, whatever its sender made of its properties; the body is as it came. */
export function storableLetter(message: IncomingMessage): NewDeadLetter {
  const { messageId, type, headers, body, key } = message;
  const user = userOfDeadLetter(message);
  return {
    id: uuid(),
    // Dead letters are published under the name of the queue where they could not be handled.
    queue: storable(key),
    messageId: storable(messageId ?? ''),
    type: type === undefined ? undefined : storable(type),
    userId: user === undefined ? undefined : storable(user),
    reason: storable(reasonOf(headers), LONGEST_REASON),
    headers: storableHeaders(headers),
    body,
    at: Date.now(),
  };
}

type Headers = IncomingMessage['headers'];

/** What RabbitMQ notes in `x-death` when it moved the letter itself (a sender's own reason is no reason then), else what the giver-up said. */
function reasonOf(headers: Headers): string {
  const deaths: unknown = headers['x-death'];
  const said = headers[REASON_HEADER];
  if (deaths === undefined && typeof said === 'string') return said;
  const [last] = (Array.isArray(deaths) ? deaths : []) as ({ readonly reason?: unknown } | null | undefined)[];
  return last?.reason === 'rejected' ? REJECTED : HANDED_OUT_TOO_OFTEN;
}

/** The headers, or what a retry needs of them with a note when they are absurd. */
function storableHeaders(headers: Headers): Headers {
  return isSayable(headers) ? headers : { ...essential(headers), 'x-truc-note': REDUCED };
}

function isSayable(headers: Headers): boolean {
  try {
    return isShallow(headers, DEEPEST) && Buffer.byteLength(JSON.stringify(headers)) <= MOST_HEADERS;
  } catch {
    return false;
  }
}

function isShallow(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return true;
  return levels > 0 && Object.values(value).every((each) => isShallow(each, levels - 1));
}

/** The plain values of this protocol's own headers, as many as fit. */
function essential(headers: Headers): Headers {
  let left = MOST_KEPT;
  const kept = Object.entries(headers).filter(([name, value]) => {
    if (!name.startsWith('x-truc-') || !['string', 'number', 'boolean'].includes(typeof value)) return false;
    left -= Buffer.byteLength(JSON.stringify([name, value]));
    return left >= 0;
  });
  return Object.fromEntries(kept);
}
