/*
 * The receiving systems of the benchmark, in one process, each by the URL of its connection: bare consumers that acknowledge each copy and receipt it.
 * `each`: one receipt message a copy, as the relay counts them. `batch`: one receipt message names what came within 5 ms, up to 256, as the axis' protocol allows and its agencies do.
 */
import { type Channel, connect, type ConfirmChannel, type ConsumeMessage } from 'amqplib';
import { codeOf } from './workload.js';

const WINDOW = 500;
const BATCH = 256;
const WITHIN_MS = 5;
const [mode = 'each', ...urls] = process.argv.slice(2);

interface Inbox {
  readonly system: string;
  readonly channel: Channel;
  readonly receipts: ConfirmChannel;
  pending: ConsumeMessage[];
}

for (const url of urls) {
  const system = new URL(url).username;
  const connection = await connect(url);
  const channel = await connection.createChannel();
  await channel.prefetch(WINDOW);
  const inbox: Inbox = { system, channel, receipts: await connection.createConfirmChannel(), pending: [] };
  await channel.consume(`inbox.${system}`, (message) => {
    if (message !== null) take(inbox, message);
  });
}
process.send?.({ ready: true });

function take(inbox: Inbox, message: ConsumeMessage): void {
  if (message.properties.type !== 'edoc') {
    inbox.channel.ack(message);
    return;
  }
  inbox.pending.push(message);
  if (mode === 'each') settle(inbox);
  else if (inbox.pending.length >= BATCH) settle(inbox);
  else if (inbox.pending.length === 1) setTimeout(() => settle(inbox), WITHIN_MS);
}

function settle(inbox: Inbox): void {
  const messages = inbox.pending;
  inbox.pending = [];
  if (messages.length === 0) return;
  const at = new Date().toISOString();
  const receipts = messages.map(({ properties }) => ({
    documentId: String(properties.messageId),
    recipients: [codeOf(inbox.system)],
    at,
  }));
  const last = messages.at(-1);
  const options = {
    persistent: true,
    messageId: `${inbox.system} ${String(last?.properties.messageId)}`,
    userId: inbox.system,
    type: 'receipt',
  };
  inbox.receipts.publish('truc.submit', 'receipt', Buffer.from(JSON.stringify({ receipts })), options, () => {
    if (last !== undefined) inbox.channel.ack(last, true);
  });
}
