/* The sending system of the benchmark, a process of its own: publishes prepared documents with confirms, at most 500 unconfirmed. */
import { connect } from 'amqplib';
import { prepareDocuments, SENDER } from './workload.js';

const WINDOW = 500;
const [url = '', count = '0'] = process.argv.slice(2);

const documents = prepareDocuments(Number(count));
const connection = await connect(url);
const channel = await connection.createConfirmChannel();
process.send?.({ ready: true });
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
