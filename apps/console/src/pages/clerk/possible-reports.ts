import { reportStatus, type StatusCode, type StatusState } from '#core';

/** What a clerk may say of a document that came, in the order of the work: refusing stands last. */
const OF_A_RECIPIENT = ['03', '04', '05', '06', '15', '16', '02'] as const;

/** Where a recipient stands, as the system tells it: its last status, and whether it was asked to give the document back. */
export interface Stand {
  readonly status: string;
  readonly withdrawal?: string | undefined;
}

/** What can be reported next of a document that came. */
export function possibleReports(stand: Stand): readonly StatusCode[] {
  return OF_A_RECIPIENT.filter((code) => advances(stand, code));
}

/** Whether the recipient can still be asked to give the document back (13). */
export function mayBeAskedBack(stand: Stand): boolean {
  return advances(stand, '13');
}

function advances({ status, withdrawal }: Stand, code: StatusCode): boolean {
  const current: StatusState = {
    code: status as StatusState['code'],
    withdrawalAsked: withdrawal === 'asked',
    withdrawalDeclined: withdrawal === 'declined',
  };
  return reportStatus(current, code).effect === 'advances';
}
