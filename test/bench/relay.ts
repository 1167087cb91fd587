/* The baseline of the benchmark: a bare relay without rules and without a store. One publish a copy, confirmed, then the document is acknowledged; receipts are counted. */
import { type ConfirmChannel, connect, type ConsumeMessage } from 'amqplib';

const WINDOW = 500;
const [url = '', expectedReceipts = '0', sampleEvery = '1'] = process.argv.slice(2);

const connection = await connect(url);
const publishing = await connection.createConfirmChannel();
const consuming = await connection.createChannel();
const counting = await connection.createChannel();
await consuming.prefetch(WINDOW);
await counting.prefetch(WINDOW);

let receipts = 0;
let relayed = 0;
await consuming.consume('hub.edoc', (message) => {
  if (message !== null) relay(message, publishing);
});
await counting.consume('hub.receipt', (message) => {
  if (message === null) return;
  counting.ack(message);
  receipts += 1;
  if (receipts === Number(expectedReceipts)) process.send?.({ doneAt: Date.now() });
});
process.send?.({ ready: true });

function relay(message: ConsumeMessage, channel: ConfirmChannel): void {
  const systems = String(message.properties.headers?.['systems']).split(' ');
  let waiting = systems.length;
  for (const system of systems) {
    const options = {
      persistent: true,
      mandatory: true,
      messageId: String(message.properties.messageId),
      type: 'edoc',
    };
    channel.publish('truc.deliver', system, message.content, options, () => {
      waiting -= 1;
      if (waiting > 0) return;
      consuming.ack(message);
      relayed += 1;
      if (relayed % Number(sampleEvery) === 0) process.send?.({ relayed, at: Date.now() });
    });
  }
}
