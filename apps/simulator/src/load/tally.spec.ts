import { aLoad } from '../../../../test/support/load-settings.js';
import { LoadPlan } from './load-plan.js';
import { type Reckoned, Tally } from './tally.js';

const plan = new LoadPlan(aLoad({ rate: 10, forMs: 1_000, recipients: 2.5 }));

/** A run in which everything came once, but for what `change` does. */
function run(change: (tally: Tally) => void, skipped?: { document: number; agency: number }): Reckoned {
  const tally = new Tally(plan);
  for (let document = 0; document < plan.documents; document += 1) {
    tally.noteAccepted(document);
    for (const agency of plan.recipientsOf(document)) {
      if (document === skipped?.document && agency === skipped.agency) continue;
      tally.noteArrival(document, agency, false);
      tally.noteStatus(document, agency);
    }
  }
  change(tally);
  return tally.reckon(plan.documents);
}

const [first = 0] = plan.recipientsOf(4);

describe('The tally', () => {
  it('finds nothing where everything came once', () => {
    const { deliveries } = run(() => undefined);
    expect(run(() => undefined)).toMatchObject({
      ...{ documents: 10, accepted: 10, arrived: deliveries, lost: [], doubled: [] },
      ...{ refused: 0, unanswered: 0, statusesLost: 0, redelivered: 0, misdirected: 0 },
    });
  });

  it('finds what never came', () => {
    const missing = { document: 4, agency: first };
    expect(run(() => undefined, missing)).toMatchObject({ lost: [missing], doubled: [], statusesLost: 0 });
  });

  it('finds what came twice, once for each delivery', () => {
    const twice = (tally: Tally): void => {
      tally.noteArrival(4, first, false);
      tally.noteArrival(4, first, false);
    };
    expect(run(twice)).toMatchObject({ lost: [], doubled: [{ document: 4, agency: first }] });
  });

  it('does not blame the axis for a copy that RabbitMQ says it handed out again', () => {
    const again = (tally: Tally): void => void tally.noteArrival(4, first, true);
    expect(run(again)).toMatchObject({ doubled: [], redelivered: 1 });
  });

  it('finds a delivery to an agency the document was not for', () => {
    const stray = (tally: Tally): void => void tally.noteArrival(4, 99, false);
    expect(run(stray)).toMatchObject({ doubled: [], misdirected: 1 });
  });

  it('misses no delivery of a refused document, and no answer twice', () => {
    const tally = new Tally(plan);
    tally.noteRefused(0, 'EDXML_INVALID: 1');
    tally.noteRefused(0, 'EDXML_INVALID: 2');
    expect(tally.noteAccepted(1)).toBe(true);
    expect(tally.noteAccepted(1)).toBe(false);
    const { refused, unanswered, lost, firstRefusal } = tally.reckon(3);
    expect({ refused, unanswered, firstRefusal }).toEqual({
      refused: 1,
      unanswered: 1,
      firstRefusal: 'EDXML_INVALID: 1',
    });
    expect(lost.some(({ document }) => document === 0)).toBe(false);
    expect(lost).toHaveLength(plan.recipientsOf(1).length + plan.recipientsOf(2).length);
  });

  it('knows how much is still to come', () => {
    const tally = new Tally(plan);
    const deliveries = plan.deliveriesOf(1);
    expect(tally.outstanding(1, deliveries)).toBe(1 + 2 * deliveries);
    tally.noteAccepted(0);
    for (const agency of plan.recipientsOf(0)) {
      tally.noteArrival(0, agency, false);
      tally.noteStatus(0, agency);
    }
    expect(tally.outstanding(1, deliveries)).toBe(0);
  });
});
