import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEAD, DEAD_QUEUE, DELIVER, DELIVERY_LIMIT, inboxOf, SUBMISSION_QUEUES, SUBMIT, urgentInboxOf } from '#broker';
import { projectRoot } from '#config';
import { addresseesSchema, arrivalsSchema, HEADER, noticeSchema, receiptsSchema } from '#wire';

const TEXT = readFileSync(join(projectRoot(), 'docs', 'protocol.md'), 'utf8');
const OPENING = TEXT.slice(0, TEXT.indexOf("## A system's account"));

/** The example whose fence is marked with this word. */
function example(mark: string): unknown {
  const found = new RegExp('^```json ' + mark + '\\n([\\s\\S]*?)^```', 'm').exec(TEXT);
  return JSON.parse(found?.[1] ?? 'null');
}

describe('docs/protocol.md', () => {
  it('opens with every exchange, queue and key', () => {
    const queues = [...Object.values(SUBMISSION_QUEUES), DEAD_QUEUE, inboxOf('<system>'), urgentInboxOf('<system>')];
    for (const name of [SUBMIT, DELIVER, DEAD, ...queues, ...Object.keys(SUBMISSION_QUEUES)])
      expect(OPENING).toContain(`\`${name}\``);
    expect(OPENING).toMatch(new RegExp('`x-delivery-limit` *\\| `' + DELIVERY_LIMIT + '`'));
  });

  it('opens with every header', () => {
    for (const name of Object.values(HEADER)) expect(OPENING).toContain(`\`${name}\``);
  });

  it('gives examples that the code reads', () => {
    expect(noticeSchema.safeParse(example('notice')).error).toBeUndefined();
    expect(receiptsSchema.safeParse(example('receipts')).error).toBeUndefined();
    expect(arrivalsSchema.safeParse(example('arrived')).error).toBeUndefined();
    expect(addresseesSchema.safeParse(example('x-truc-for')).error).toBeUndefined();
  });
});
