import { type ShownDelivery, type ShownDocument } from './shown-document.js';
import { timelineOf } from './timeline.js';

const document = {
  ...{ documentId: '1', identity: 'i', sender: '000.00.00.G22', subject: 's', deliveries: [] },
  ...{ acceptedAt: '2026-11-22T08:00:00+07:00', dispatchedAt: '2026-11-22T08:00:01+07:00' },
} satisfies ShownDocument;

function stepsOf(delivery: Partial<ShownDelivery>): string[] {
  const whole = { recipient: '000.00.00.H53', system: 'h53', state: 'received', status: '', history: [], ...delivery };
  return timelineOf(document, whole).map(({ actor, what, report }) => `${actor} ${what} ${report?.code ?? ''}`.trim());
}

describe('the timeline of a delivery', () => {
  it('goes from the hub to the recipient and its reports', () => {
    const steps = stepsOf({ arrivedAt: '2026-11-22T08:00:02+07:00', history: [{ code: '03' }, { code: '06' }] });
    expect(steps).toEqual([
      'hub accepted',
      'hub dispatched',
      'recipient arrived',
      'recipient reported 03',
      'recipient reported 06',
    ]);
  });

  it('tells the sender’s asking back from the recipient’s answer', () => {
    const history = [{ code: '13' }, { code: '15' }];
    expect(stepsOf({ history }).slice(-2)).toEqual(['sender reported 13', 'recipient reported 15']);
  });

  it('was dispatched to nobody where no system serves the recipient', () => {
    const unserved = { recipient: '000.00.00.H53', state: 'waiting', status: '', history: [] };
    expect(timelineOf(document, unserved).map(({ what }) => what)).toEqual(['accepted', 'waits']);
  });

  it.each(['failed', 'expired', 'withdrawn'] as const)('ends with %s where it never arrives', (state) => {
    expect(stepsOf({ state }).at(-1)).toBe(`hub ${state}`);
  });
});
