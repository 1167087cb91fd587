import {
  DEAD,
  DEAD_QUEUE,
  DELIVER,
  DELIVERY_LIMIT,
  inboxOf,
  SUBMISSION_QUEUES,
  SUBMIT,
  urgentInboxOf,
} from './topology.js';

/** The exchanges of the axis and their types. */
export const EXCHANGES: readonly { readonly name: string; readonly type: 'direct' | 'topic' }[] = [
  { name: SUBMIT, type: 'direct' },
  { name: DELIVER, type: 'direct' },
  { name: DEAD, type: 'topic' },
];

/** A queue and the one binding that leads to it. */
export interface PlannedQueue {
  readonly name: string;
  readonly exchange: string;
  readonly key: string;
  /** What becomes dead in it moves to the dead letters; the queue of the dead letters itself keeps everything. */
  readonly deadLetters: boolean;
}

/** The queues of the hub. */
export const HUB_QUEUES: readonly PlannedQueue[] = [
  ...Object.entries(SUBMISSION_QUEUES).map(([key, name]) => ({ name, exchange: SUBMIT, key, deadLetters: true })),
  { name: DEAD_QUEUE, exchange: DEAD, key: '#', deadLetters: false },
];

/** The two inboxes of a system. */
export function inboxQueues(system: string): readonly PlannedQueue[] {
  return [
    { name: inboxOf(system), exchange: DELIVER, key: system, deadLetters: true },
    { name: urgentInboxOf(system), exchange: DELIVER, key: `${system}.urgent`, deadLetters: true },
  ];
}

/** As good as none: from RabbitMQ 4.0 on a quorum queue drops what was handed out 20 times unless told otherwise, and below it -1 is refused. */
const NO_DELIVERY_LIMIT = 1_000_000_000;

/**
 * The arguments a queue is declared with; they cannot be changed later. Dead-lettering by the broker itself is at least once, which
 * RabbitMQ grants only together with `reject-publish` (it takes effect only for queues with a maximum length, and ours have none).
 */
export function queueArguments({ name, deadLetters }: PlannedQueue): Record<string, string | number> {
  if (!deadLetters) return { 'x-queue-type': 'quorum', 'x-delivery-limit': NO_DELIVERY_LIMIT };
  return {
    'x-queue-type': 'quorum',
    'x-delivery-limit': DELIVERY_LIMIT,
    'x-dead-letter-exchange': DEAD,
    'x-dead-letter-routing-key': name,
    'x-dead-letter-strategy': 'at-least-once',
    'x-overflow': 'reject-publish',
  };
}
