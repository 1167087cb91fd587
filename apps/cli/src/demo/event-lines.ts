import { type HubEvent } from '#wire';
import { statusWords } from '../commands/status.js';
import { words, type Words } from '#core';

/** Statuses whose reason is the point of them; the others only say again what the code says. */
const NEEDS_REASON = new Set(['02', '13', '16']);

/** An event of the hub as one line: who sent what to whom, and which status came back. */
export function eventLine(event: HubEvent): Words {
  const time = event.at.slice(11, 19);
  switch (event.kind) {
    case 'accepted':
      return sent(time, event);
    case 'arrived':
      return reported(time, { ...event, code: '01' });
    case 'status':
      return reported(time, event);
    case 'refused':
      return words(
        `${time}   ✗ từ chối: ${event.code ?? ''} ${detailOf(event)}`,
        `${time}   ✗ refused: ${event.code ?? ''} ${detailOf(event)}`,
      );
    default:
      return words(`${time}   ${event.kind}`, `${time}   ${event.kind}`);
  }
}

function sent(time: string, { from, fromName, identity, subject, recipients = [] }: HubEvent): Words {
  const who = named(fromName, from);
  const what = `${identity ?? ''} "${subject ?? ''}"`;
  const toWhom = recipients.join(', ');
  return words(
    `${time} ▶ ${who} gửi ${what}\n         tới ${toWhom}`,
    `${time} ▶ ${who} sends ${what}\n         to ${toWhom}`,
  );
}

function reported(time: string, { recipient, recipientName, identity, code = '', reason }: HubEvent): Words {
  const why = reason !== undefined && NEEDS_REASON.has(code) ? `, "${reason}"` : '';
  const line = `${time}   ${statusWords(code).padEnd(17)} ◀ ${named(recipientName, recipient)} · ${identity ?? ''}${why}`;
  return words(line, line);
}

function named(name: string | undefined, code = ''): string {
  return name === undefined ? code : `${name} (${code})`;
}

function detailOf(event: HubEvent): string {
  return typeof event['detail'] === 'string' ? event['detail'] : '';
}
