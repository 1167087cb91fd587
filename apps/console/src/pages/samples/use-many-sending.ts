import { useEffect, useRef, useState } from 'react';
import { type ManySamples, type ManySamplesAnswer } from '#wire';
import { call } from '../../api/call.js';
import { nextShare, NOTHING_MADE, type Tally, tallied } from './many-samples.js';

/** How far the sending of many samples is. `wanted` is 0 before the first. */
export interface ManySending {
  readonly wanted: number;
  readonly tally: Tally;
  readonly isRunning: boolean;
  readonly isStopped: boolean;
  readonly error: unknown;
  readonly start: (wanted: number, from: string) => void;
  readonly stop: () => void;
}

interface State {
  readonly wanted: number;
  readonly tally: Tally;
  readonly isRunning: boolean;
  readonly isStopped: boolean;
  readonly error?: unknown;
}

const AT_REST: State = { wanted: 0, tally: NOTHING_MADE, isRunning: false, isStopped: false };

/** Sends many samples a few at a time; it ends with the page, with `stop`, and with the first failure. */
export function useManySending(): ManySending {
  const [state, setState] = useState(AT_REST);
  const isToStop = useRef(false);
  useEffect(() => () => void (isToStop.current = true), []);

  const run = async (wanted: number, from: string): Promise<void> => {
    isToStop.current = false;
    let tally = NOTHING_MADE;
    setState({ ...AT_REST, wanted, isRunning: true });
    try {
      for (let share = nextShare(wanted, tally); share > 0 && !isToStop.current; share = nextShare(wanted, tally)) {
        const body: ManySamples = { count: share, ...(from === '' ? {} : { from }) };
        tally = tallied(tally, share, await call<ManySamplesAnswer>('/samples/many', { method: 'POST', body }));
        setState({ wanted, tally, isRunning: true, isStopped: false });
      }
      setState({ wanted, tally, isRunning: false, isStopped: isToStop.current });
    } catch (error) {
      setState({ wanted, tally, isRunning: false, isStopped: true, error });
    }
  };
  const start = (wanted: number, from: string): void => void run(wanted, from);
  const stop = (): void => void (isToStop.current = true);
  return { ...state, error: state.error, start, stop };
}
