import { type Database, type Session } from '../connection/database.js';
import { insertRows } from '../connection/row-statement.js';
import { Tally } from '../statistics/tally.js';
import { wordsColumn } from '../documents/subject-search.js';
import { insertRefusals } from '../refusals/insert-refusals.js';
import { type AcceptOutcome } from './accept-outcome.js';
import { findFirsts } from './find-firsts.js';
import { type Batch, type Lane, type NewDocument } from './new-document.js';

/** Unique keys decide what is new, also between two of one batch and between hubs: the database takes the first and leaves the others out. */
const INSERT_DOCUMENTS = insertRows(
  'documents',
  {
    id: 'text',
    submission_key: 'text',
    system: 'text',
    identity_key: 'text',
    alias_key: 'text',
    identity: 'text',
    wire_document_id: 'text',
    business_type: 'integer',
    sender: 'text',
    number: 'text',
    notation: 'text',
    promulgated_on: 'text',
    type_group: 'integer',
    type_name: 'text',
    subject: 'text',
    priority: 'integer',
    urgent: 'boolean',
    paper: 'boolean',
    due_on: 'text',
    steering: 'integer',
    notes: 'text',
    sha256: 'text',
    size: 'integer',
    in_object_store: 'boolean',
    accepted_at: 'bigint',
    accepted_day: 'text',
    lease_until: 'bigint',
  },
  'ON CONFLICT DO NOTHING RETURNING id',
);

const INSERT_BODIES = insertRows('bodies', { document_id: 'text', content: 'bytea' });

const INSERT_SUBJECTS = insertRows('document_subjects', {
  document_id: 'text',
  accepted_at: 'bigint',
  sender: 'text',
  words: 'text',
});

const INSERT_DELIVERIES = insertRows('deliveries', {
  document_id: 'text',
  recipient: 'text',
  system: 'text',
  state: 'text',
  error: 'text',
  accepted_day: 'text',
  business_code: 'text',
  withdrawal: 'text',
});

const INSERT_ASKED = insertRows('asked_documents', { document_id: 'text', asked: 'text' });

/** One transaction: documents, bodies, deliveries, refusals, counters. */
export function acceptBatch(database: Database, batch: Batch, lane: Lane): Promise<AcceptOutcome[]> {
  return database.write(async (session) => {
    const inserted = await session.each<{ id: string }>(
      INSERT_DOCUMENTS,
      batch.documents.map((document) => documentValues(document, batch)),
    );
    const newIds = new Set(inserted.map(({ id }) => id));
    const isNew = batch.documents.map(({ id }) => newIds.delete(id));
    await writeWhatBelongs(
      session,
      batch,
      batch.documents.filter((_, at) => isNew[at]),
    );
    const others = batch.documents.filter((_, at) => !isNew[at]);
    const answers = await findFirsts(session, others);
    batch.beforeCommit?.();
    return batch.documents.map((document, at) => (isNew[at] ? { outcome: 'new' } : answerOf(answers, document)));
  }, lane);
}

function answerOf(answers: Map<NewDocument, AcceptOutcome>, document: NewDocument): AcceptOutcome {
  const answer = answers.get(document);
  if (!answer) throw new Error(`Document ${document.id} was left out by a unique key, but nothing has that key.`);
  return answer;
}

async function writeWhatBelongs(session: Session, batch: Batch, documents: readonly NewDocument[]): Promise<void> {
  await session.each(
    INSERT_BODIES,
    documents.flatMap(({ id, body }) => (body.content ? [[id, body.content]] : [])),
  );
  await session.each(
    INSERT_SUBJECTS,
    documents.map(({ id, sender, subject, moment = batch }) => [id, moment.at, sender, wordsColumn(subject)]),
  );
  await session.each(
    INSERT_ASKED,
    documents.flatMap(({ id, asked }) => (asked === undefined ? [] : [[id, asked]])),
  );
  await session.each(
    INSERT_DELIVERIES,
    documents.flatMap(({ id, recipients, moment = batch }) =>
      recipients.map(({ code, system, state, error }) => [id, code, system, state, error, moment.day, '', '']),
    ),
  );
  await insertRefusals(session, batch, batch.refusals);
  const tally = new Tally();
  for (const document of documents) {
    tally.document(document, document.moment ?? batch);
    tally.accepted(batch.at);
  }
  await tally.write(session);
}

function documentValues(document: NewDocument, batch: Batch): unknown[] {
  const { at, day } = document.moment ?? batch;
  return [
    document.id,
    document.submissionKey,
    document.system,
    document.identityKey,
    document.aliasKey,
    document.identity,
    document.wireDocumentId,
    document.businessType,
    document.sender,
    document.number,
    document.notation,
    document.promulgatedOn,
    document.typeGroup,
    document.typeName,
    document.subject,
    document.priority,
    document.urgent,
    document.paper,
    document.dueOn,
    document.steering,
    JSON.stringify(document.notes),
    document.body.sha256,
    document.body.size,
    document.body.content === undefined,
    at,
    day,
    batch.at + batch.leaseMs,
  ];
}
