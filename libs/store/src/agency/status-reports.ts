import { type Database, type Session } from '../connection/database.js';
import { StatusHistoryRow, StatusReportRow } from './rows.js';
import { markSubmitted, queueAgain, type Unanswered } from './sending-states.js';

/** A status to report, its edXML already written. */
export interface NewStatusReport {
  /** Message id of every submission of it. */
  readonly key: string;
  readonly documentId: string;
  /** Whose delivery it is about; for 13 the one who is asked. */
  readonly recipient: string;
  readonly code: string;
  readonly reason: string;
  readonly body: Uint8Array;
  /** Epoch ms. */
  readonly at: number;
}

/** A report that waits to be published. */
export interface DueReport {
  readonly id: number;
  readonly key: string;
  readonly body: Buffer;
}

/** One step of the simulated office: what it reports, and what it will do next. */
export interface OfficeStep {
  readonly deliveryId: number;
  /** The step that was due; if a person reported in the meantime, nothing happens. */
  readonly step: string;
  readonly report: NewStatusReport;
  readonly next: { readonly step: string; readonly dueAt: number } | undefined;
}

/** What this system reports about documents, durable before it is said to be taken. */
export class StatusReports {
  constructor(private readonly database: Database) {}

  /** Keeps what an agency of ours reports about a document it received; the office leaves that delivery to people from here on. */
  ofDelivery(deliveryId: number, report: NewStatusReport): Promise<void> {
    return this.database.write(async (session) => {
      await session.all(
        `UPDATE incoming_deliveries SET status = ?, officeStep = NULL, officeDueAt = NULL WHERE id = ?`,
        [report.code, deliveryId],
      );
      await insertReport(session, report);
    });
  }

  /** Keeps that one of our senders asks a recipient to give a document back. */
  ofWithdrawal(outgoing: number, report: NewStatusReport): Promise<void> {
    return this.database.write(async (session) => {
      await session.all(`UPDATE outgoing_recipients SET withdrawal = 'asked' WHERE outgoing = ? AND recipient = ?`, [
        outgoing,
        report.recipient,
      ]);
      await insertReport(session, report);
    });
  }

  /** Keeps many steps of the office in one transaction. */
  ofOffice(steps: readonly OfficeStep[]): Promise<void> {
    return this.database.write(async (session) => {
      for (const { deliveryId, step, report, next } of steps) {
        const taken = await session.all(
          `UPDATE incoming_deliveries SET status = ?, officeStep = ?, officeDueAt = ? WHERE id = ? AND officeStep = ? RETURNING id`,
          [report.code, next?.step ?? null, next?.dueAt ?? null, deliveryId, step],
        );
        if (taken.length > 0) await insertReport(session, report);
      }
    });
  }

  /** The next reports to publish, in the order they were made. */
  due(limit: number): Promise<DueReport[]> {
    const sql = `SELECT id, "key", body FROM status_reports WHERE state = 'queued' ORDER BY id LIMIT ?`;
    return this.database.read.all<DueReport>(sql, [limit]);
  }

  /** Notes that the broker took these on itself; an answer that came sooner stands. */
  markSubmitted(ids: readonly number[], at: number): Promise<void> {
    return this.database.write((session) => markSubmitted(session, 'status_reports', { ids, at }));
  }

  /** Puts back what waited for an answer too long; says how many. */
  queueAgain(unanswered: Unanswered): Promise<number> {
    return this.database.write((session) => queueAgain(session, 'status_reports', unanswered));
  }

  /** What we reported about a document, oldest first; without bodies. */
  about(documentId: string): Promise<StatusReportRow[]> {
    return this.database.read.manager
      .createQueryBuilder(StatusReportRow, 's')
      .select([
        's.id',
        's.key',
        's.recipient',
        's.statusCode',
        's.reason',
        's.state',
        's.code',
        's.detail',
        's.reportedAt',
        's.submittedAt',
      ])
      .where('s.documentId = :documentId', { documentId })
      .orderBy('s.id')
      .getMany();
  }

  /** What others reported about a document, in the order it came. */
  historyOf(documentId: string): Promise<StatusHistoryRow[]> {
    return this.database.read.manager.find(StatusHistoryRow, { where: { documentId }, order: { id: 'ASC' } });
  }
}

async function insertReport(session: Session, report: NewStatusReport): Promise<void> {
  await session.all(
    `INSERT INTO status_reports("key", documentId, recipient, statusCode, reason, body, state, submissions, reportedAt)
     VALUES (?, ?, ?, ?, ?, ?, 'queued', 0, ?)`,
    [report.key, report.documentId, report.recipient, report.code, report.reason, report.body, report.at],
  );
}
