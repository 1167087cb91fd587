import { type Session } from '../connection/database.js';
import { type Answer } from './inbox-batch.js';
import { applyHistoryOf } from './statuses.js';

/** Writes the hub's answers to the rows they belong to; an answer to what is accepted already changes nothing. */
export async function answerSubmissions(session: Session, answers: readonly Answer[], at: number): Promise<void> {
  const documents = answers.filter(({ kind }) => kind === 'edoc');
  if (documents.length > 0) await answerDocuments(session, documents, at);
  const reports = answers.filter(({ kind }) => kind === 'status');
  if (reports.length > 0) await answerReports(session, reports);
}

async function answerDocuments(session: Session, answers: readonly Answer[], at: number): Promise<void> {
  const recipients = answers.flatMap(({ key, recipients: results }) =>
    results.map(({ code, outcome, error }) => [key, code, outcome, error ?? null]),
  );
  if (recipients.length > 0) await session.all(ANSWER_RECIPIENTS, [JSON.stringify(recipients)]);
  const rows = answers.map((answer) => [
    ...[answer.key, answer.accepted ? 'accepted' : 'refused', answer.documentId ?? null],
    ...[
      answer.code ?? null,
      answer.detail ?? null,
      answer.problems === undefined ? null : JSON.stringify(answer.problems),
    ],
  ]);
  const answered = await session.all<{ documentId: string | null }>(ANSWER_DOCUMENTS, [at, JSON.stringify(rows)]);
  await applyHistoryOf(
    session,
    answered.flatMap(({ documentId }) => (documentId === null ? [] : [documentId])),
  );
}

async function answerReports(session: Session, answers: readonly Answer[]): Promise<void> {
  const rows = answers.map(({ key, accepted, code, detail }) => [
    key,
    accepted ? 'accepted' : 'refused',
    code ?? null,
    detail ?? null,
  ]);
  await session.all(ANSWER_REPORTS, [JSON.stringify(rows)]);
}

const ANSWER_DOCUMENTS = `
  UPDATE outgoing_documents
  SET state = v.value ->> 1, documentId = coalesce(v.value ->> 2, documentId), code = v.value ->> 3, detail = v.value ->> 4,
      problems = v.value ->> 5, answeredAt = ?
  FROM json_each(?) v
  WHERE outgoing_documents."key" = v.value ->> 0 AND outgoing_documents.state <> 'accepted'
  RETURNING outgoing_documents.documentId`;

const ANSWER_RECIPIENTS = `
  UPDATE outgoing_recipients SET outcome = v.value ->> 2, error = v.value ->> 3
  FROM json_each(?) v JOIN outgoing_documents d ON d."key" = v.value ->> 0 AND d.state <> 'accepted'
  WHERE outgoing_recipients.outgoing = d.id AND outgoing_recipients.recipient = v.value ->> 1`;

const ANSWER_REPORTS = `
  UPDATE status_reports SET state = v.value ->> 1, code = v.value ->> 2, detail = v.value ->> 3, body = NULL
  FROM json_each(?) v WHERE status_reports."key" = v.value ->> 0 AND status_reports.state <> 'accepted'`;
