import { type Session } from '../connection/database.js';
import { insertRows } from '../connection/row-statement.js';
import { type Moment, type NewRefusal } from '../exchange/new-document.js';

const INSERT_REFUSALS = insertRows(
  'refusals',
  {
    id: 'text',
    system: 'text',
    submission_key: 'text',
    sha256: 'text',
    kind: 'text',
    code: 'text',
    detail: 'text',
    problems: 'text',
    sender: 'text',
    identity: 'text',
    subject: 'text',
    at: 'bigint',
    day: 'text',
  },
  'ON CONFLICT DO NOTHING',
);

/** Inside the caller's transaction; a submission refused before writes nothing. */
export async function insertRefusals(
  session: Session,
  { at, day }: Moment,
  refusals: readonly NewRefusal[],
): Promise<void> {
  await session.each(
    INSERT_REFUSALS,
    refusals.map((refusal) => [
      refusal.id,
      refusal.system,
      refusal.submissionKey,
      refusal.sha256,
      refusal.kind,
      refusal.code,
      refusal.detail,
      refusal.problems && JSON.stringify(refusal.problems),
      refusal.sender,
      refusal.identity,
      refusal.subject,
      at,
      day,
    ]),
  );
}
