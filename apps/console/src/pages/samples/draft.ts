import { type Sample, type SampleTemplate } from '#wire';

/** What the form holds; '' is nothing. `from` and `to` are agency codes, `dueOn` a day yyyy-MM-dd. */
export interface Draft {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly typeName: string;
  readonly content: string;
  readonly priority: number;
  readonly dueOn: string;
  readonly paper: boolean;
  readonly number: string;
  readonly files: readonly File[];
}

/** Characters that edXML's Subject takes, and those the hub takes as text. */
export const LONGEST_SUBJECT = 500;
export const LONGEST_CONTENT = 4000;

/** What all files together may have: the hub takes as much as JSON. */
export const MOST_FILE_BYTES = 10 * 1000 * 1000;
export const MOST_FILES = 20;

/** An empty form, with the sender and recipients that an address names. */
export function draftFrom(address: URLSearchParams): Draft {
  return {
    from: address.get('from') ?? '',
    to: address.getAll('to'),
    ...{ subject: '', typeName: 'Công văn', content: '', priority: 0, dueOn: '', paper: false, number: '', files: [] },
  };
}

/** The form filled in from a template; what a template does not say stays. */
export function withTemplate(draft: Draft, { typeName, subject, content, priority }: SampleTemplate): Draft {
  return { ...draft, typeName, subject, content, priority };
}

/** What is missing or too much before a form can go. */
export type Fault = 'needsSender' | 'needsRecipients' | 'needsSubject' | 'filesTooLarge' | 'filesTooMany';

/** The first thing to mend; undefined when there is nothing. */
export function faultOf({ from, to, subject, files }: Draft): Fault | undefined {
  if (from === '') return 'needsSender';
  if (to.length === 0) return 'needsRecipients';
  if (subject.trim() === '') return 'needsSubject';
  if (files.length > MOST_FILES) return 'filesTooMany';
  return files.reduce((sum, { size }) => sum + size, 0) > MOST_FILE_BYTES ? 'filesTooLarge' : undefined;
}

/** The form as the hub takes it, with files read already; what is empty is left out. */
export function sampleOf(draft: Draft, files: NonNullable<Sample['files']>): Sample {
  const { from, to, subject, typeName, content, priority, dueOn, paper, number } = draft;
  return {
    ...{ from, to: [...to], subject: subject.trim(), content, priority, paper, files },
    ...(typeName.trim() === '' ? {} : { typeName: typeName.trim() }),
    ...(dueOn === '' ? {} : { dueOn }),
    ...(number.trim() === '' ? {} : { number: number.trim() }),
  };
}
