import { Injectable, Logger } from '@nestjs/common';
import { type StatusCode } from '#core';
import { type OfficeSettings } from '#config';
import { AgencyStore, type DueStep, type IncomingDocumentRow, type OfficeStep } from '#store';
import { codeOf, IncomingHeaders, type ReadDocument } from '../reporting/incoming-headers.js';
import { ReportSender } from '../reporting/report-sender.js';
import { writeReport } from '../reporting/write-report.js';
import { Rounds } from '../rounds.js';
import { OfficeSwitch } from './office-switch.js';
import { nextStep, refusalReason } from './office-plan.js';
import { staffFor } from './office-staff.js';

const BATCH = 200;
const LOOK_EVERY_MS = 100;

/**
 * The simulated office: reports 03, 04, 05, 06, or 02, as they fall due. Steps are rows, so a restart goes on where it
 * stopped; while it is switched off nothing is reported, and what arrives is left to people.
 */
@Injectable()
export class Office {
  private readonly logger = new Logger('Office');
  private readonly rounds = new Rounds('Office', () => this.round(), LOOK_EVERY_MS);

  constructor(
    private readonly store: AgencyStore,
    private readonly headers: IncomingHeaders,
    private readonly sender: ReportSender,
    private readonly officeSwitch: OfficeSwitch,
  ) {}

  start(): void {
    this.rounds.start();
  }

  close(): Promise<void> {
    return this.rounds.close();
  }

  private async round(): Promise<boolean> {
    const { settings } = this.officeSwitch;
    if (!settings.isOn) return false;
    const now = Date.now();
    const due = await this.store.incoming.dueSteps(now, BATCH);
    if (due.length === 0) return false;
    const rows = await this.store.incoming.byIds([...new Set(due.map(({ document }) => document))]);
    const headers = await this.headers.of(rows);
    const byId = new Map(rows.map((row) => [row.id, row]));
    const steps = due.flatMap((step) =>
      stepOf(step, { row: byId.get(step.document), read: headers.get(step.document)?.header }, settings, now),
    );
    if (steps.length < due.length) await this.layAside(due, steps);
    await this.store.reports.ofOffice(steps);
    this.sender.ring();
    return true;
  }

  private async layAside(due: readonly DueStep[], steps: readonly OfficeStep[]): Promise<void> {
    const taken = new Set(steps.map(({ deliveryId }) => deliveryId));
    const ids = due.map(({ deliveryId }) => deliveryId).filter((id) => !taken.has(id));
    this.logger.warn(`${ids.length} documents cannot be read; the office leaves them to people.`);
    await this.store.incoming.layAside(ids);
  }
}

interface About {
  readonly row: IncomingDocumentRow | undefined;
  readonly read: ReadDocument | undefined;
}

function stepOf(due: DueStep, { row, read }: About, settings: OfficeSettings, at: number): OfficeStep[] {
  if (row === undefined || read === undefined) return [];
  const code = due.step as StatusCode;
  const { header } = read;
  const report = writeReport(
    {
      documentId: row.documentId,
      recipient: due.recipient,
      issuer: header.from.code,
      documentCode: codeOf(header),
      promulgatedOn: header.promulgatedOn,
      wireId: header.documentId,
    },
    { code, reason: code === '02' ? refusalReason(Math.random) : undefined, ...staffFor(code, due.deliveryId), at },
  );
  const { deliveryId, step } = due;
  return [{ deliveryId, step, report, next: nextStep(settings, due.arrivedAt, step) }];
}
