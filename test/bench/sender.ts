/* The sending system of the benchmark, a process of its own: publishes prepared documents with confirms, at most 500 unconfirmed. Says how many they are, and for how many systems. */
import { connect } from 'amqplib';
import { prepare, type Traffic } from './traffic.js';
import { SENDER } from './workload.js';

const WINDOW = 500;
const [url = '', count = '0', traffic = 'eight'] = process.argv.slice(2);

const documents = prepare(traffic as Traffic, Number(count));
const copies = documents.reduce((sum, { systems }) => sum + systems.length, 0);
const connection = await connect(url);
const channel = await connection.createConfirmChannel();
process.send?.({ ready: { documents: documents.length, copies } });
process.once('message', () => void send());

async function send(): Promise<void> {
  const startedAt = Date.now();
  process.send?.({ startedAt });
  let unconfirmed = 0;
  let wake: (() => void) | undefined;
  const confirmed = (): void => {
    unconfirmed -= 1;
    wake?.();
  };
  for (const { key, systems, body } of documents) {
    unconfirmed += 1;
    channel.publish(
      'truc.submit',
      'edoc',
      body,
      // The relay reads the fan-out from the header, so that it need not read the document.
      { persistent: true, messageId: key, userId: SENDER, type: 'edoc', headers: { systems: systems.join(' ') } },
      confirmed,
    );
    while (unconfirmed >= WINDOW) await new Promise<void>((resolve) => (wake = resolve));
  }
  await channel.waitForConfirms();
  await connection.close();
  process.exit(0);
}
