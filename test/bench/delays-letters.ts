import { type Broker, type OutgoingMessage, SUBMIT } from '#broker';
import { filledDocument, SENDER_CODE } from './workload.js';

const PUBLISHED_AT_ONCE = 500;
const NOTATIONS = { ordinary: 'VPCP-THUONG', urgent: 'VPCP-KHAN' } as const;

/** Whether a document goes ahead of the others. */
export type Lane = keyof typeof NOTATIONS;

/** The submission of a document of 6 KB from the benchmark's sender to one agency; `number` from 1 on. */
export function letterOf(lane: Lane, number: number, to: string): OutgoingMessage {
  const numeral = String(number).padStart(4, '0');
  const notation = NOTATIONS[lane];
  const priority = lane === 'urgent' ? 1 : 0;
  return {
    exchange: SUBMIT,
    key: lane === 'urgent' ? 'edoc.urgent' : 'edoc',
    type: 'edoc',
    messageId: `${numeral}/${notation}`,
    contentType: 'application/xml',
    body: filledDocument({ from: SENDER_CODE, to: [to], number: numeral, notation, priority }),
  };
}

/** Submits so many ordinary documents as fast as RabbitMQ takes them. */
export async function submitMany(broker: Broker, count: number, to: string): Promise<void> {
  for (let from = 1; from <= count; from += PUBLISHED_AT_ONCE) {
    const many = Array.from({ length: Math.min(PUBLISHED_AT_ONCE, count + 1 - from) }, (_, index) => from + index);
    await Promise.all(many.map((number) => broker.publish(letterOf('ordinary', number, to))));
  }
}

/** The number of an urgent letter, by the identity it was delivered under; undefined for any other document. */
export function urgentNumber(identity: string): number | undefined {
  const [, number] = new RegExp(`\\.(\\d+)/${NOTATIONS.urgent}$`).exec(identity) ?? [];
  return number === undefined ? undefined : Number(number);
}
