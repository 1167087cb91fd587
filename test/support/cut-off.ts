import { connect } from 'amqplib';
import { DELIVER, inboxOf } from '#broker';

/** Takes the way into a system's inbox away and leaves the queue, as a connection that ends in the middle of making it does. */
export async function cutOff(amqpUrl: string, system: string): Promise<void> {
  const connection = await connect(amqpUrl);
  const channel = await connection.createChannel();
  await channel.unbindQueue(inboxOf(system), DELIVER, system);
  await connection.close();
}
