import { type HistoryEntry, type Incoming, type Outgoing } from '#wire';

type SentReport = NonNullable<Incoming['reports']>[number];

/** A status said of a document, here or elsewhere. `at` is ISO 8601 by this system's clock; `sent` is what became of one that was said here. */
export interface Happening {
  readonly at: string;
  readonly code: string;
  /** Whose delivery it is about; '' when it is not said. */
  readonly recipient: string;
  readonly reason?: string | undefined;
  readonly by?: string | undefined;
  readonly sent?: SentReport | undefined;
}

/** Everything said of a document that came or was sent, the oldest first. */
export function happeningsOf(document: Incoming | Outgoing): readonly Happening[] {
  const heard = isOutgoing(document)
    ? document.recipients.flatMap(({ code, history }) => history.map((entry) => heardOf(entry, code)))
    : (document.history ?? []).map((entry) => heardOf(entry, entry.recipient ?? ''));
  const said = (document.reports ?? []).map((report) => ({
    ...{ at: report.reportedAt, code: report.code, recipient: report.recipient, sent: report },
    ...(report.reason === '' ? {} : { reason: report.reason }),
  }));
  return [...heard, ...said].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

function heardOf({ code, reportedAt, reason, by }: HistoryEntry, recipient: string): Happening {
  return { at: reportedAt ?? '', code, recipient, reason, by };
}

function isOutgoing(document: Incoming | Outgoing): document is Outgoing {
  return 'key' in document;
}
