import { reportStatus, type StatusState } from '#core';
import { type Withdrawal } from './rows.js';

/** Where a delivery stands, as the rows keep it. */
export interface Standing {
  /** The last status code, '' before any. */
  readonly status: string;
  readonly withdrawal: Withdrawal;
}

/** Where it stands after a status of this code; the same object when the status changes nothing. */
export function standingAfter(standing: Standing, code: string): Standing {
  const { next } = reportStatus(stateOf(standing), code);
  return next === undefined ? standing : { status: next.code, withdrawal: withdrawalOf(next) };
}

/** The rows' words in core's. */
export function stateOf({ status, withdrawal }: Standing): StatusState {
  return {
    code: status as StatusState['code'],
    withdrawalAsked: withdrawal === 'asked',
    withdrawalDeclined: withdrawal === 'declined',
  };
}

function withdrawalOf(state: StatusState): Withdrawal {
  if (state.withdrawalAsked) return 'asked';
  return state.withdrawalDeclined === true ? 'declined' : '';
}
