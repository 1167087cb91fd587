import { Injectable, Logger } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { AxisError } from '#core';
import { HubStore } from '#store';
import { Mailboxes } from '../registry/mailboxes.js';
import { Parameters } from './vxp-call.js';
import { VxpAuthentication } from './vxp-authentication.js';
import { VxpOperations } from './vxp-operations.js';
import { replyFailure } from './vxp-reply.js';

/** The HTTP interface of the official client: finds the operation, checks the signature, and answers whatever happens in the interface's own words. */
@Injectable()
export class VxpInterface {
  private readonly logger = new Logger('VXP');

  constructor(
    private readonly operations: VxpOperations,
    private readonly authentication: VxpAuthentication,
    private readonly mailboxes: Mailboxes,
    private readonly store: HubStore,
  ) {}

  /** Never rejects. Mounted at the base path, so `request.path` is the operation's. */
  async handle(request: Request, response: Response): Promise<void> {
    const name = request.path.replace(/^\/|\/$/g, '');
    try {
      const operation = this.operations.find(name);
      if (operation?.method !== request.method)
        throw new AxisError('NOT_FOUND', { path: `${request.method} ${request.originalUrl}` });
      const parameters = new Parameters(request.headers);
      const system = await this.authentication.verify(parameters, operation.parameters);
      this.mailboxes.noteVisit(system.name);
      await operation.answer({ system, request, response, parameters });
    } catch (error) {
      this.fail(name, error, request, response);
    }
  }

  private fail(name: string, error: unknown, request: Request, response: Response): void {
    if (request.destroyed && !request.complete) return;
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const refusal = this.asAxisError(error);
    if (refusal.entry.http >= 500) this.logger.error({ err: error, operation: name }, refusal.message);
    // A client that is cut off while it uploads never sees the answer.
    if (!request.complete) request.resume();
    if (name === 'downloadEdoc') response.status(404).end();
    else replyFailure(response, refusal, name === 'sendEdoc' ? { DocId: '' } : {});
  }

  private asAxisError(error: unknown): AxisError {
    if (error instanceof AxisError) return error;
    return new AxisError(this.store.isOutage(error) ? 'STORE_AWAY' : 'INTERNAL', {}, { cause: error });
  }
}
