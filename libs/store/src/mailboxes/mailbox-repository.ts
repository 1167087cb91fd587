import { type Database } from '../connection/database.js';
import { type Letter, type LetterKind, type LetterMark, type LetterQuery, type NewLetter } from './letter.js';
import { COLUMNS, DONE, type LetterRow, letterOf } from './letter-row.js';
import { markLetters } from './mark-letters.js';
import { countOpenLetters, openLetters } from './open-letters.js';
import { putLetters } from './put-letters.js';

/** What waits for systems that poll: letters, each a document for one recipient or a status passed on. Nothing here counts anything received. */
export class MailboxRepository {
  constructor(private readonly database: Database) {}

  /** One transaction. A docId that is there stays as it is; of two alike the first wins. `at` in epoch milliseconds. */
  put(letters: readonly NewLetter[], at: number): Promise<void> {
    return putLetters(this.database, letters, at);
  }

  /** What is not done, oldest first, those marked `fail` last. Takes as long as what it lists, however much waits. */
  open(system: string, query: LetterQuery): Promise<Letter[]> {
    return openLetters(this.database, system, query);
  }

  /** How many `open` would list without a limit. */
  count(system: string, kind: LetterKind): Promise<number> {
    return countOpenLetters(this.database, system, kind);
  }

  async get(docId: string): Promise<Letter | undefined> {
    const text = `SELECT ${COLUMNS} FROM letters WHERE doc_id = ?`;
    const [row] = await this.database.read.all<LetterRow>(text, [docId]);
    return row && letterOf(row);
  }

  /** The bytes of a status; undefined for documents, whose bytes `HubStore.bodies` has. */
  async content(docId: string): Promise<Buffer | undefined> {
    const text = 'SELECT content FROM letter_contents WHERE doc_id = ?';
    const [row] = await this.database.read.all<{ content: Buffer }>(text, [docId]);
    return row?.content;
  }

  /** One transaction. Notes what systems say of letters, the last word of each; one that is done stays so, an unknown one is passed over. `at` in epoch milliseconds. */
  mark(marks: readonly LetterMark[], at: number): Promise<void> {
    return markLetters(this.database, marks, at);
  }

  /** Letters put in since then (epoch milliseconds) that were done are `initial` again. Returns how many documents: statuses are not counted. */
  reopen(system: string, since: number): Promise<number> {
    return this.database.write(async (session) => {
      const reopened = await session.all<{ kind: LetterKind; document_id: string }>(
        `UPDATE letters SET state = 'initial' WHERE system = ? AND created_at >= ? AND ${DONE} RETURNING kind, document_id`,
        [system, since],
      );
      return new Set(reopened.filter(({ kind }) => kind === 'edoc').map(({ document_id }) => document_id)).size;
    });
  }
}
