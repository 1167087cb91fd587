/**
 * What an error means to whoever meets it:
 * `refusal` a rule said no, trying again changes nothing; `outage` something is away, the same call works later;
 * `bug` this program is at fault; `use` the caller or operator used it wrongly.
 */
export type ErrorKind = 'refusal' | 'outage' | 'bug' | 'use';

/** One line of the table of errors: its HTTP status, its kind, and its words. `{name}` in a title is filled from the error's details. */
export interface ErrorEntry {
  readonly http: number;
  readonly kind: ErrorKind;
  readonly title: string;
  readonly titleEn: string;
  readonly remedy: string;
  readonly remedyEn: string;
}
