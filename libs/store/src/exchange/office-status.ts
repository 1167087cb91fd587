import { type StatusState } from '#core';

/** Where a delivery stands in the recipient's office, as its two columns say. */
export interface StatusColumns {
  readonly business_code: string;
  readonly withdrawal: string;
}

export function statusOf({ business_code, withdrawal }: StatusColumns): StatusState {
  const code = business_code as StatusState['code'];
  const withdrawalAsked = withdrawal === 'asked';
  return withdrawal === 'declined' ? { code, withdrawalAsked, withdrawalDeclined: true } : { code, withdrawalAsked };
}

export function statusColumns({ code, withdrawalAsked, withdrawalDeclined }: StatusState): StatusColumns {
  const declined = withdrawalDeclined === true ? 'declined' : '';
  return { business_code: code, withdrawal: withdrawalAsked ? 'asked' : declined };
}

/** Whether both say the same. */
export function isSameStatus(a: StatusState, b: StatusState): boolean {
  const [left, right] = [statusColumns(a), statusColumns(b)];
  return left.business_code === right.business_code && left.withdrawal === right.withdrawal;
}

/** Whether the code says that the document is in the recipient's register: 03, or what comes after it. */
export function isRegistered(code: StatusState['code']): boolean {
  return code === '03' || code === '04' || code === '05' || code === '06';
}
