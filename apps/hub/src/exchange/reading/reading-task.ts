import { type AxisErrorCode, type Day, type ErrorDetails, type Problem } from '#core';
import { type BriefEnvelope } from './brief-envelope.js';

/** Work for the reading thread. `today` as the reader of edXML wants it. */
export type ReadingTask =
  /** Small bodies, one behind the other; `ends` says where each ends. */
  | { readonly today: Day; readonly packed: Uint8Array; readonly ends: readonly number[] }
  /** One large body, in a file of the object store. */
  | { readonly today: Day; readonly file: string };

/** What became of one body. A refusal crosses over by its parts: a thread does not know the other's classes. */
export type ReadingOutcome =
  | { readonly envelope: BriefEnvelope; readonly sha256: string }
  | { readonly code: AxisErrorCode; readonly details: ErrorDetails; readonly problems: readonly Problem[] | undefined };
