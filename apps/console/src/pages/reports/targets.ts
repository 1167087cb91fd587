import { type ByPaper, type ByStatus, type CoverageAnswer, type PunctualityAnswer } from '#wire';

/** What the targets are held against. */
export interface Conduct {
  readonly statuses: ByStatus;
  readonly coverage: CoverageAnswer;
  readonly papers: ByPaper;
  readonly punctuality: PunctualityAnswer;
}

/** One target: `part` of `whole` was reached, of which `goal` (a share from 0 to 1) is the least. */
export interface Target {
  readonly what:
    | 'targetFinished'
    | 'targetCovered'
    | 'targetPaperless'
    | 'targetSentInTime'
    | 'targetReceivedSameDay'
    | 'targetRegisteredSameDay';
  readonly tier?: string;
  readonly part: number;
  readonly whole: number;
  readonly goal: number;
}

/** What became of a target; unknown where there was nothing to do. */
export type TargetVerdict = 'met' | 'missed' | 'unknown';

/** Everything everybody was held to, in the order of the reports: finished by tier, four tiers taking part, without paper, in time. */
export function targetsOf({ statuses, coverage, papers, punctuality }: Conduct): Target[] {
  const finished = statuses.items.flatMap(({ tier, finished: part, received: whole, target: goal }): Target[] =>
    goal === undefined ? [] : [{ what: 'targetFinished', tier, part, whole, goal }],
  );
  const covered = coverage.items
    .filter(({ tier }) => tier !== 'outside')
    .map(({ tier, active, agencies }): Target => {
      return { what: 'targetCovered', tier, part: active, whole: agencies, goal: coverage.goal.share };
    });
  const { sent, withPaper } = papers.paperless;
  return [
    ...finished,
    ...covered,
    { what: 'targetPaperless', part: sent - withPaper, whole: sent, goal: 1 },
    ...inTime(punctuality),
  ];
}

function inTime({ items }: PunctualityAnswer): Target[] {
  const sum = (of: (item: (typeof items)[number]) => number): number =>
    items.reduce((total, item) => total + of(item), 0);
  const sent = sum((item) => item.sent);
  const received = sum((item) => item.received);
  const registered = sum((item) => item.registered);
  const sentInTime = sum((item) => item.sentSameDay + item.sentNextMorning);
  return [
    { what: 'targetSentInTime', part: sentInTime, whole: sent, goal: 1 },
    { what: 'targetReceivedSameDay', part: sum((item) => item.receivedSameDay), whole: received, goal: 1 },
    { what: 'targetRegisteredSameDay', part: sum((item) => item.registeredSameDay), whole: registered, goal: 1 },
  ];
}

/** Whether a target was met, by the counts themselves: 79,96 % is not 80. */
export function verdictOf({ part, whole, goal }: Target): TargetVerdict {
  if (whole === 0) return 'unknown';
  // In whole percents: 0.6 and its like are not exact, counts are.
  return 100 * part >= Math.round(100 * goal) * whole ? 'met' : 'missed';
}
