import { Logger } from '@nestjs/common';
import { eventually } from '../../../test/support/eventually.js';
import { Rounds } from './rounds.js';

const LONG_MS = 60_000;

Logger.overrideLogger(false);

describe('Rounds of work', () => {
  let rounds: Rounds | undefined;

  afterEach(() => rounds?.close());

  it('go on while there is work, then rest until somebody rings', async () => {
    const work = [true, true, false, false];
    rounds = new Rounds('Test', () => Promise.resolve(work.shift() ?? false), LONG_MS);
    rounds.start();
    await eventually(() => work.length === 1);
    rounds.ring();
    await eventually(() => work.length === 0);
  });

  it('do not miss a ring that comes while a round is under way', async () => {
    let begun = 0;
    let finish = (): void => undefined;
    const round = (): Promise<boolean> => {
      begun += 1;
      return new Promise((resolve) => (finish = () => resolve(false)));
    };
    rounds = new Rounds('Test', round, LONG_MS);
    rounds.start();
    await eventually(() => begun === 1);
    rounds.ring();
    finish();
    await eventually(() => begun === 2);
    finish();
  });

  it('begin again by themselves', async () => {
    let begun = 0;
    rounds = new Rounds('Test', () => Promise.resolve((begun += 1) < 0), 1);
    rounds.start();
    await eventually(() => begun >= 3);
  });

  it('try again after a failure', async () => {
    let begun = 0;
    const round = (): Promise<boolean> =>
      (begun += 1) === 1 ? Promise.reject(new Error('away')) : Promise.resolve(false);
    rounds = new Rounds('Test', round, LONG_MS);
    rounds.start();
    await eventually(() => begun === 2);
  });

  it('close after the round in hand, and begin no other', async () => {
    let finish = (): void => undefined;
    let isDone = false;
    const round = (): Promise<boolean> => new Promise((resolve) => (finish = () => resolve((isDone = true))));
    rounds = new Rounds('Test', round, 1);
    rounds.start();
    const closed = rounds.close();
    finish();
    await closed;
    expect(isDone).toBe(true);
    await rounds.close();
  });
});
