import { firstStep, nextStep, refusalReason } from './office-plan.js';
import { REFUSAL_REASONS } from './refusal-reasons.js';

const OFFICE = { isOn: true, delaysMs: { '03': 10, '05': 30, '06': 40 }, refusePercent: 20 };
const never = (): number => 0.99;

describe('The plan of the simulated office', () => {
  it('receives first, counted from arrival', () => {
    expect(firstStep(OFFICE, 1_000, never)).toEqual({ step: '03', dueAt: 1_010 });
  });

  it('goes on in order, leaving out what has no delay', () => {
    expect(nextStep(OFFICE, 1_000, '03')).toEqual({ step: '05', dueAt: 1_030 });
    expect(nextStep(OFFICE, 1_000, '05')).toEqual({ step: '06', dueAt: 1_040 });
    expect(nextStep(OFFICE, 1_000, '06')).toBeUndefined();
  });

  it('refuses its share instead, and then does nothing more', () => {
    expect(firstStep(OFFICE, 1_000, () => 0.19)).toEqual({ step: '02', dueAt: 1_010 });
    expect(firstStep({ ...OFFICE, delaysMs: { ...OFFICE.delaysMs, '02': 5 } }, 1_000, () => 0)).toEqual({
      step: '02',
      dueAt: 1_005,
    });
    expect(firstStep(OFFICE, 1_000, () => 0.2)).toMatchObject({ step: '03' });
    expect(nextStep(OFFICE, 1_000, '02')).toBeUndefined();
  });

  it('does nothing when it is off or reports nothing', () => {
    expect(firstStep({ ...OFFICE, isOn: false }, 1_000, never)).toBeUndefined();
    expect(firstStep({ ...OFFICE, delaysMs: {} }, 1_000, never)).toBeUndefined();
  });

  it('gives each of its reasons', () => {
    expect([0, 0.999].map((chance) => refusalReason(() => chance))).toEqual([
      REFUSAL_REASONS[0],
      REFUSAL_REASONS.at(-1),
    ]);
  });
});
