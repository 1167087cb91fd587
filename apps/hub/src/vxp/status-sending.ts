import { Injectable } from '@nestjs/common';
import { type AgencyCode, AxisError } from '#core';
import { MAX_MESSAGE_BYTES } from '#broker';
import { readEnvelope } from '#edxml';
import { StatusesService } from '../exchange/statuses.service.js';
import { letterIdOf } from '../registry/letters.js';
import { Roster } from '../registry/roster.js';
import { smallBody } from '../http/small-body.js';
import { type Upload } from './upload.js';

/** Takes statuses from systems that poll. */
@Injectable()
export class StatusSending {
  constructor(
    private readonly statuses: StatusesService,
    private readonly roster: Roster,
  ) {}

  /** The canonical code of an agency that the system speaks for. @throws AxisError SENDER_UNKNOWN, SENDER_FOREIGN */
  ownAgency(text: string, system: string): AgencyCode {
    const code = this.roster.knownAgency(text);
    if (code === undefined) throw new AxisError('SENDER_UNKNOWN', { code: text });
    if (this.roster.systemServing(code) !== system) throw new AxisError('SENDER_FOREIGN', { code, system });
    return code;
  }

  /** Records a status and passes it on; returns its number. @throws AxisError STATUS_*, EDXML_*, VXP_* */
  async send(system: string, from: AgencyCode, upload: Upload): Promise<string> {
    const body = await smallBody(upload.bytes(), MAX_MESSAGE_BYTES);
    this.refuseOthers(body, from);
    const submitted = { body, userId: system, messageId: `vxp:${upload.sha256}` };
    const [outcome] = await this.statuses.take([submitted]);
    if (outcome === undefined) throw new AxisError('INTERNAL');
    if (outcome.result.outcome === 'refused') throw outcome.result.error;
    await this.statuses.forward([submitted], [outcome]);
    return letterIdOf(outcome.report?.reportKey ?? upload.sha256);
  }

  private refuseOthers(body: Buffer, from: AgencyCode): void {
    const envelope = readEnvelope(body);
    if (envelope.kind !== 'status')
      throw new AxisError('REQUEST_INVALID', { reason: 'messagetype là status nhưng tệp là văn bản' });
    const document = envelope.status.from.code;
    if (this.roster.knownAgency(document) !== from)
      throw new AxisError('VXP_HEADER_DIFFERS', { name: 'from', header: from, document });
  }
}
