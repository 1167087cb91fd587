import { type BusinessStatus, NEXT, STATUS_CODES, type StatusCode, readStatusCode } from './business-status.js';

/** Where one delivery stands in the recipient's office: its last code (empty before the first), and whether the sender has asked for it back and waits for an answer. */
export interface StatusState {
  readonly code: '' | Exclude<StatusCode, '13' | '16'>;
  readonly withdrawalAsked: boolean;
  /** Set once the recipient has declined (16), so that the same refusal again is known as a repeat. */
  readonly withdrawalDeclined?: boolean | undefined;
}

/** Before anything was reported. */
export const NOTHING_REPORTED: StatusState = { code: '', withdrawalAsked: false };

/**
 * What a reported status does: `advances` it becomes the state `next`; `repeats` it was said before; `late` it was overtaken by a later one, and is kept in the
 * history only; `impossible` it contradicts what is known. `note` is a remark for people.
 */
export interface StatusEffect {
  readonly effect: 'advances' | 'repeats' | 'late' | 'impossible';
  readonly code: StatusCode;
  readonly next?: StatusState | undefined;
  readonly note?: string | undefined;
}

/** Judges a status reported now against where the delivery stands. Who says it is not judged here, see `reportedBy`. Throws STATUS_CODE_UNKNOWN. */
export function reportStatus(current: StatusState, code: string): StatusEffect {
  const read = readStatusCode(code);
  const judged = judge(current, read.code);
  return { code: read.code, ...judged, ...(read.note === undefined ? {} : { note: read.note }) };
}

type Judged = Omit<StatusEffect, 'code'>;

function judge(current: StatusState, code: StatusCode): Judged {
  if (code === '13') return askBack(current);
  if (code === '15') return agree(current);
  if (code === '16') return decline(current);
  return progress(current, code);
}

/** 13 may come at any time before an end: refused, finished, given back. */
function askBack(current: StatusState): Judged {
  if (current.withdrawalAsked) return { effect: 'repeats' };
  if (current.code === '02' || current.code === '06' || current.code === '15') return { effect: 'impossible' };
  return advance({ code: current.code, withdrawalAsked: true });
}

/** 15 answers a 13 and ends the document for the recipient, also when the office had finished before the answer. */
function agree(current: StatusState): Judged {
  if (current.code === '15') return { effect: 'repeats' };
  return current.withdrawalAsked ? advance({ code: '15', withdrawalAsked: false }) : { effect: 'impossible' };
}

/** 16 answers a 13 too; the document goes on where it stood. */
function decline(current: StatusState): Judged {
  if (current.withdrawalAsked) return advance({ code: current.code, withdrawalAsked: false, withdrawalDeclined: true });
  return { effect: current.withdrawalDeclined === true ? 'repeats' : 'impossible' };
}

function progress(current: StatusState, code: StatusCode): Judged {
  const now = current.code;
  if (now === code) return { effect: 'repeats' };
  if (now === '15') return { effect: code === '02' ? 'impossible' : 'late' };
  if (now === '' || leadsTo(now, code)) return advance({ ...current, code: code as StatusState['code'] });
  return { effect: leadsTo(code, now) ? 'late' : 'impossible' };
}

function advance(next: StatusState): Judged {
  return { effect: 'advances', next };
}

/** Whether `to` can follow `from` by one or more steps of the table. */
function leadsTo(from: StatusCode, to: StatusCode): boolean {
  const steps = NEXT[statusOf(from)];
  return steps.some((step) => STATUS_CODES[step] === to || leadsTo(STATUS_CODES[step], to));
}

function statusOf(code: StatusCode): BusinessStatus {
  const found = (Object.keys(STATUS_CODES) as BusinessStatus[]).find((status) => STATUS_CODES[status] === code);
  return found ?? 'finished';
}
