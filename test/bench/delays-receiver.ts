/* A slow receiving system of the delays, in a process of its own: takes both inboxes as an agency's process does, works off one document after the other, receipts and acknowledges by batches, and tells when an urgent one was done. */
import { randomUUID } from 'node:crypto';
import { type IncomingMessage, inboxOf, SUBMIT, urgentInboxOf, type Verdict } from '#broker';
import { hanoiIso } from '#core';
import { addresseesSchema, HEADER, readMessage, writeMessage } from '#wire';
import { connectTo } from './delays-axis.js';
import { Desk } from './delays-desk.js';
import { type Lane, urgentNumber } from './delays-letters.js';

/** Those of an agency (apps/agency/src/receiving/inbox.consumer.ts): RabbitMQ hands out 512 of a lane unacknowledged. */
const BATCHES = { size: 256, withinMs: 5, bytes: 8 * 1024 * 1024, inFlight: 2 } as const;
const [system = '', url = '', msPerDocument = '0'] = process.argv.slice(2);

const broker = await connectTo(url, system);
const desk = new Desk(Number(msPerDocument));
await broker.consume(urgentInboxOf(system), BATCHES, (messages) => take(messages, 'urgent'));
await broker.consume(inboxOf(system), BATCHES, (messages) => take(messages, 'ordinary'));
process.send?.({ ready: true });

async function take(messages: readonly IncomingMessage[], lane: Lane): Promise<Verdict[]> {
  await Promise.all(messages.map((message) => desk.work(lane).then(() => tell(message))));
  const at = hanoiIso(Date.now());
  const receipts = messages.map((message) => ({
    documentId: message.messageId ?? '',
    recipients: [...(readMessage(addresseesSchema, String(message.headers[HEADER.for]))[system] ?? [])],
    at,
  }));
  const receipt = { exchange: SUBMIT, key: 'receipt', type: 'receipt', contentType: 'application/json' } as const;
  await broker.publish({ ...receipt, messageId: randomUUID(), body: writeMessage({ receipts }) });
  return messages.map(() => 'done');
}

function tell({ headers }: IncomingMessage): void {
  const number = urgentNumber(String(headers[HEADER.identity]));
  if (number !== undefined) process.send?.({ [`urgent ${number}`]: Date.now() });
}
