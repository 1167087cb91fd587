import { Inject, Injectable } from '@nestjs/common';
import { AxisError, isAgencyCode, parseAgencyCode } from '#core';
import { type HubConfig } from '#config';
import { type RegisteredSystem } from '#store';
import { z } from 'zod';
import { Collector } from '../documents/collector.js';
import { IncomingBody } from '../documents/incoming-body.js';
import { type Submission } from '../exchange/submission.js';
import { HUB_CONFIG } from '../hub-config.token.js';
import { StatusSending } from './status-sending.js';
import { Upload } from './upload.js';
import { type Parameters, type VxpCall } from './vxp-call.js';
import { type VxpOperation, type VxpPart } from './vxp-operation.js';
import { replyOk } from './vxp-reply.js';

const codesSchema = z.array(z.string());

/** sendEdoc: takes documents and statuses from systems that poll. */
@Injectable()
export class Sending implements VxpPart {
  constructor(
    private readonly incoming: IncomingBody,
    private readonly collector: Collector,
    private readonly statuses: StatusSending,
    @Inject(HUB_CONFIG) private readonly config: HubConfig,
  ) {}

  operations(): Readonly<Record<string, VxpOperation>> {
    const parameters = ['from', 'servicetype', 'messagetype', 'hash-file', 'to'];
    return { sendEdoc: { method: 'POST', parameters, answer: (call) => this.send(call) } };
  }

  private async send({ system, parameters, request, response }: VxpCall): Promise<void> {
    parameters.oneOf('servicetype', ['eDoc']);
    const kind = parameters.oneOf('messagetype', ['edoc', 'status']);
    const from = this.statuses.ownAgency(parameters.needed('from'), system.name);
    const upload = new Upload(request.iterator({ destroyOnReturn: false }), parameters.needed('hash-file'));
    const DocId =
      kind === 'status'
        ? await this.statuses.send(system.name, from, upload)
        : await this.sendDocument(system, upload, demandsOf(parameters, from));
    replyOk(response, { DocId });
  }

  /** The same file again has the same key, and so the first answer. */
  private async sendDocument(
    { name: system }: RegisteredSystem,
    upload: Upload,
    demands: NonNullable<Submission['demands']>,
  ): Promise<string> {
    const body = await this.incoming.take(upload.bytes(), this.config.bodyLimitBytes);
    const result = await this.collector.submit({ system, key: `vxp:${upload.sha256}`, body, demands });
    if (result.outcome === 'refused') throw result.error;
    return result.documentId;
  }
}

/** Headers and file must say the same: the sender, and with a header `to` the recipients, no more and no fewer. */
function demandsOf(parameters: Parameters, from: string): NonNullable<Submission['demands']> {
  const to = recipientsIn(parameters.text('to'));
  return ({ sender, recipients }) => {
    if (sender !== from) throw new AxisError('VXP_HEADER_DIFFERS', { name: 'from', header: from, document: sender });
    if (to === undefined) return;
    const [header, document] = [[...to].sort(), recipients.map(({ code }) => canonical(code)).sort()].map((codes) =>
      codes.join(', '),
    );
    if (header !== document) throw new AxisError('VXP_HEADER_DIFFERS', { name: 'to', header, document });
  };
}

/** The codes in the header `to`, each once, in their canonical form where they have one. */
function recipientsIn(text: string | undefined): ReadonlySet<string> | undefined {
  if (text === undefined) return undefined;
  const read = codesSchema.safeParse(jsonIn(text));
  if (!read.success) throw new AxisError('VXP_PARAMETER_INVALID', { name: 'to', value: text.slice(0, 100) });
  return new Set(read.data.map(canonical));
}

function canonical(code: string): string {
  return isAgencyCode(code) ? parseAgencyCode(code) : code;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
