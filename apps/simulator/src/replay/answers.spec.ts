import { Answers } from './answers.js';
import { type PlannedSubmission } from './plan/planned.js';

function at(place: number): PlannedSubmission {
  return { place } as PlannedSubmission;
}

describe('what was submitted and not answered', () => {
  it('says up to where everything was answered, whatever the order of the answers', () => {
    const answers = new Answers(10);
    expect(answers.place).toBe(10);
    for (const place of [10, 11, 12]) answers.expect(at(place));
    answers.take(11);
    expect(answers.place).toBe(10);
    answers.take(10);
    expect(answers.place).toBe(12);
    answers.take(12);
    expect(answers.place).toBe(13);
  });

  it('hands out what waited for an answer, once', () => {
    const answers = new Answers(0);
    answers.expect(at(0));
    expect(answers.isAnsweredOr(0, at(1))).toBe(false);
    expect(answers.take(0)).toEqual([at(1)]);
    expect(answers.take(0)).toEqual([]);
    expect(answers.isAnsweredOr(0, at(2))).toBe(true);
  });

  it('has one wait for room', async () => {
    const answers = new Answers(0);
    answers.expect(at(0));
    let isThere = false;
    const waiting = answers.untilFewerThan(1).then(() => (isThere = true));
    await Promise.resolve();
    expect(isThere).toBe(false);
    answers.take(0);
    await waiting;
  });
});
