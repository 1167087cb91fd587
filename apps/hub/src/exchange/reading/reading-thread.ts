/* The thread that reads and hashes bodies, so that the hub's own is free for the broker and the store. EnvelopeReader runs it, there or in place. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { isAxisError } from '#core';
import { type Envelope, readEnvelope, readEnvelopeStream } from '#edxml';
import { inBrief } from './brief-envelope.js';
import { type ReadingOutcome, type ReadingTask } from './reading-task.js';

const CHUNK = 256 * 1024;

/** Outcomes in the order of the bodies; a file's digest is its name already, and is left empty. */
export default async function read(task: ReadingTask): Promise<ReadingOutcome[]> {
  const { today } = task;
  if ('file' in task) {
    const chunks = createReadStream(task.file, { highWaterMark: CHUNK });
    return [await outcomeOf('', () => readEnvelopeStream(chunks, { today }))];
  }
  const outcomes: ReadingOutcome[] = [];
  let from = 0;
  for (const end of task.ends) {
    const bytes = task.packed.subarray(from, end);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    outcomes.push(await outcomeOf(sha256, () => readEnvelope(bytes, { today })));
    from = end;
  }
  return outcomes;
}

async function outcomeOf(sha256: string, reading: () => Envelope | Promise<Envelope>): Promise<ReadingOutcome> {
  try {
    return { envelope: inBrief(await reading()), sha256 };
  } catch (error) {
    if (!isAxisError(error)) throw error;
    const { code, details, problems } = error;
    return { code, details, problems };
  }
}
