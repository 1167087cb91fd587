import { type DispatchItem } from '#store';
import { DELIVER, type HeaderValue, type OutgoingMessage } from '#broker';
import { HEADER } from '#wire';

/** Header bytes that the names of one message's recipients may take; RabbitMQ ends a message whose headers pass 64 KB. */
const MOST_HEADER_BYTES = 32 * 1024;

/** One system's share of a message: the recipients it takes the document for. */
interface Share {
  readonly system: string;
  readonly recipients: readonly string[];
}

/**
 * A document as messages to the inboxes of its systems: one message for all of them, or more where the names of the
 * recipients would not fit one message's headers. Every (system, recipient) stands in exactly one message.
 */
export function deliveryMessages(item: DispatchItem, again = false): OutgoingMessage[] {
  return slices(item.systems).map((shares) => message(item, shares, again));
}

function message(item: DispatchItem, shares: readonly Share[], again: boolean): OutgoingMessage {
  const lane = item.urgent ? '.urgent' : '';
  const [first = '', ...others] = shares.map((share) => share.system + lane);
  return {
    exchange: DELIVER,
    key: first,
    bcc: others,
    type: 'edoc',
    messageId: item.documentId,
    contentType: 'application/xml',
    body: item.body.content ?? new Uint8Array(),
    headers: headersOf(item, shares, again),
  };
}

function headersOf(item: DispatchItem, shares: readonly Share[], again: boolean): Record<string, HeaderValue> {
  const { content, sha256, size } = item.body;
  const headers: Record<string, HeaderValue> = {
    [HEADER.for]: JSON.stringify(Object.fromEntries(shares.map((share) => [share.system, share.recipients]))),
    [HEADER.identity]: item.identity,
    [HEADER.acceptedAt]: new Date(item.acceptedAt).toISOString(),
  };
  if (again) headers[HEADER.again] = true;
  if (content === undefined) {
    headers[HEADER.body] = sha256;
    headers[HEADER.bodySize] = size;
  }
  return headers;
}

function slices(systems: DispatchItem['systems']): Share[][] {
  const all: Share[][] = [[]];
  let bytes = 0;
  for (const { system, recipients } of systems) {
    let share: string[] = [];
    const open = (): void => {
      share = [];
      all.at(-1)?.push({ system, recipients: share });
      bytes += 2 * system.length + 16;
    };
    open();
    for (const recipient of recipients) {
      if (bytes + recipient.length + 3 > MOST_HEADER_BYTES) {
        all.push([]);
        bytes = 0;
        open();
      }
      share.push(recipient);
      bytes += recipient.length + 3;
    }
  }
  return all.map((slice) => slice.filter((share) => share.recipients.length > 0)).filter((slice) => slice.length > 0);
}
