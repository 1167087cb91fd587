import { type Conduct, targetsOf, verdictOf } from './targets.js';

const ASKED = { asOf: '2020-03-01T08:00:00+07:00', from: '2020-02-01', to: '2020-02-29' };
const statuses = { arrived: 0, refused: 0, registered: 0, assigned: 0, processing: 0, givenBack: 0 };

const CONDUCT: Conduct = {
  statuses: {
    ...ASKED,
    items: [
      { ...statuses, tier: 'central', received: 10_000, finished: 7_996, finishedShare: 0.8, target: 0.8 },
      { ...statuses, tier: 'commune', received: 10, finished: 0 },
    ],
  },
  coverage: {
    ...ASKED,
    goal: { share: 1, before: '2020-06-30' },
    items: [
      { tier: 'province', agencies: 63, senders: 60, recipients: 63, active: 63, activeShare: 1 },
      { tier: 'outside', agencies: 9, senders: 0, recipients: 0, active: 0, activeShare: 0 },
    ],
  },
  papers: { ...ASKED, items: [], paperless: { sent: 0, withPaper: 0 } },
  punctuality: {
    ...ASKED,
    items: [
      ...[1, 2].map((each) => ({
        ...{ tier: `t${each}`, sent: 10, sentSameDay: 6, sentNextMorning: 4 },
        ...{ received: 5, receivedSameDay: 4, registered: 3, registeredSameDay: 3 },
      })),
    ],
  },
};

it('lists each target that a tier has, and those of all tiers together', () => {
  expect(
    targetsOf(CONDUCT).map((target) => [target.what, target.tier, target.part, target.whole, verdictOf(target)]),
  ).toEqual([
    ['targetFinished', 'central', 7_996, 10_000, 'missed'],
    ['targetCovered', 'province', 63, 63, 'met'],
    ['targetPaperless', undefined, 0, 0, 'unknown'],
    ['targetSentInTime', undefined, 20, 20, 'met'],
    ['targetReceivedSameDay', undefined, 8, 10, 'missed'],
    ['targetRegisteredSameDay', undefined, 6, 6, 'met'],
  ]);
});

it.each([
  [800, 0.8, 'met'],
  [799, 0.8, 'missed'],
  [600, 0.6, 'met'],
  [300, 0.3, 'met'],
])('%d of 1000 against %d is %s', (part, goal, verdict) => {
  expect(verdictOf({ what: 'targetFinished', part, whole: 1000, goal })).toBe(verdict);
});
