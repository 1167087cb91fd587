import { type StoryAxis } from '../support/axis.js';
import { eventually } from '../support/eventually.js';

/** What must be true once everything has come to rest. */
export interface Reckoning {
  readonly sent: number;
  readonly received: number;
  /** Deliveries in the inbox of each agency process, by system. */
  readonly inboxes: Readonly<Record<string, number>>;
}

/** Waits until everything arrived, then holds hub, ledger and every inbox against what was sent: nothing lost, nothing twice, no dead letters. */
export async function expectNothingLostNothingTwice(
  axis: StoryAxis,
  expected: Reckoning,
  withinMs = 120_000,
): Promise<void> {
  await eventually(
    async () => {
      const { sent, received } = await axis.hub.totals();
      if (received < expected.received)
        throw new Error(`sent ${sent}, received ${received} of ${expected.received}\n${axis.program.output}`);
    },
    { withinMs, everyMs: 100 },
  );
  const { sent, received } = await axis.hub.totals();
  expect({ sent, received }).toEqual({ sent: expected.sent, received: expected.received });
  const { made, waiting, failed, addsUp } = await axis.hub.ledger();
  expect({ made, waiting, failed, addsUp }).toEqual({ made: expected.received, waiting: 0, failed: 0, addsUp: true });
  expect((await axis.hub.verification({ bodies: true })).differences).toEqual([]);
  for (const [name, count] of Object.entries(expected.inboxes)) {
    const deliveries = await deliveriesIn(axis, name);
    expect(new Set(deliveries).size).toBe(deliveries.length);
    expect(deliveries.length).toBe(count);
  }
  expect((await axis.hub.deadLetters()).items).toEqual([]);
}

/** Every delivery in an agency process' inbox, as `document recipient`. */
async function deliveriesIn(axis: StoryAxis, name: string): Promise<string[]> {
  const deliveries: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await axis.systems.get(name)?.http.incoming({ limit: 500, cursor });
    for (const { documentId, recipients } of page?.items ?? []) {
      deliveries.push(...recipients.map(({ code }) => `${documentId} ${code}`));
    }
    cursor = page?.next;
  } while (cursor !== undefined);
  return deliveries;
}
