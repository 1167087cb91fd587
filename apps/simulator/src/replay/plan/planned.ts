import { type AgencyCode, type Day, type StatusCode } from '#core';
import { type ReplayAgency } from './government.js';
import { type Paper } from './papers.js';

/** What every submission of the replay has. `place` is its place in the whole replay, from 0, once it has been reached. */
interface Planned {
  /** The system that submits it. */
  readonly system: string;
  /** When it is submitted, epoch milliseconds of the simulated time. */
  readonly at: number;
  place: number;
}

/** A document of the replay. */
export interface PlannedDocument extends Planned {
  readonly kind: 'edoc';
  readonly sender: ReplayAgency;
  readonly recipients: readonly ReplayAgency[];
  readonly paper: Paper;
  readonly number: string;
  readonly notation: string;
  readonly promulgatedOn: Day;
  /** edXML's DocumentId. */
  readonly documentId: string;
  /** As people and the hub write it. */
  readonly identity: string;
}

/** A status that a recipient reports of a document. */
export interface PlannedStatus extends Planned {
  readonly kind: 'status';
  readonly document: PlannedDocument;
  readonly recipient: ReplayAgency;
  readonly code: StatusCode;
  readonly reason: string;
  /** What the hub must have taken before: the document, or the status before this one. */
  readonly after: PlannedSubmission;
}

export type PlannedSubmission = PlannedDocument | PlannedStatus;

/** The system of the replay that speaks for an agency. */
export function systemOf(code: AgencyCode): string {
  return code.slice(-3).toLowerCase();
}
