import { type IncomingMessage } from './broker.js';
import { deadLetterOf, userOfDeadLetter } from './dead-letter.js';
import { HUB_QUEUES, queueArguments } from './topology-plan.js';
import { DEAD_QUEUE, REASON_HEADER, USER_HEADER } from './topology.js';

const FORGED = {
  [USER_HEADER]: 'h53',
  [REASON_HEADER]: 'forged',
  'x-truc-queue': 'inbox.h53',
  'x-truc-key': 'h53',
  'x-death': [{ reason: 'rejected', queue: 'inbox.h53' }],
  'x-first-death-queue': 'inbox.h53',
  'x-last-death-queue': 'inbox.h53',
  CC: ['status'],
  BCC: ['receipt'],
};

function submission(over: Partial<IncomingMessage> = {}): IncomingMessage {
  const key = 'edoc';
  const body = Buffer.from('<edoc/>');
  const common = { queue: 'hub.edoc', key, body, messageId: 'k1', type: 'edoc', redelivered: false };
  return { ...common, userId: undefined, headers: {}, ...over };
}

/** The letter as it comes out of the queue of the dead letters. */
function arrived(letter: ReturnType<typeof deadLetterOf>): IncomingMessage {
  const { key, headers = {} } = letter;
  return submission({ queue: DEAD_QUEUE, key, headers });
}

describe('a dead letter', () => {
  it('names the publisher the broker has checked, never one that the message names itself', () => {
    const letter = deadLetterOf(submission({ userId: 'g22', headers: FORGED }), 'spoilt');
    const headers = {
      'x-truc-queue': 'hub.edoc',
      'x-truc-key': 'edoc',
      [REASON_HEADER]: 'spoilt',
      [USER_HEADER]: 'g22',
    };
    expect(letter.headers).toEqual(headers);
    expect(userOfDeadLetter(arrived(letter))).toBe('g22');
  });

  it('names nobody when the publisher did not state itself', () => {
    const letter = deadLetterOf(submission({ headers: FORGED }), 'spoilt');
    expect(letter.headers).not.toHaveProperty(USER_HEADER);
    expect(userOfDeadLetter(arrived(letter))).toBeUndefined();
  });

  it('keeps the other headers of its message, and of an endless reason the beginning', () => {
    const letter = deadLetterOf(submission({ headers: { 'x-truc-body': 'abc', number: 7 } }), 'a'.repeat(100_000));
    expect(letter.headers).toMatchObject({ 'x-truc-body': 'abc', number: 7 });
    expect(letter.headers?.[REASON_HEADER]).toHaveLength(2_000);
  });

  it('that RabbitMQ moved itself is by the user RabbitMQ checked, whatever its headers say', () => {
    const moved = submission({ queue: DEAD_QUEUE, key: 'hub.edoc', headers: FORGED });
    expect(userOfDeadLetter(moved)).toBeUndefined();
    expect(userOfDeadLetter({ ...moved, userId: 'g22' })).toBe('g22');
  });

  it('that somebody published who states a user is by that user, whatever its headers say', () => {
    const published = submission({
      queue: DEAD_QUEUE,
      key: 'hub.edoc',
      headers: { [USER_HEADER]: 'h53' },
      userId: 'g22',
    });
    expect(userOfDeadLetter(published)).toBe('g22');
  });

  it('stays in its queue however often it is handed out', () => {
    const plan = HUB_QUEUES.find(({ name }) => name === DEAD_QUEUE)!;
    expect(queueArguments(plan)).toMatchObject({ 'x-queue-type': 'quorum', 'x-delivery-limit': 1_000_000_000 });
  });
});
