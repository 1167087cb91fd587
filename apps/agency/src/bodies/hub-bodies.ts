import { Readable } from 'node:stream';
import { AxisError, type AxisErrorCode, axisErrorCodes } from '#core';
import { HubClient, ProblemError } from '#wire';
import { detailsIn } from '../sentence-details.js';
import { type ObjectFolder } from './object-folder.js';

/** Bodies too large for a message, to and from the hub under this system's own secret. Whoever is not reached throws HUB_AWAY. */
export class HubBodies {
  private readonly hub: HubClient;

  constructor(
    private readonly options: {
      readonly url: string;
      readonly system: string;
      readonly secret: string;
      readonly limit: number;
    },
    private readonly objects: ObjectFolder,
  ) {
    const credentials = { system: options.system, secret: options.secret };
    this.hub = new HubClient({ url: options.url, credentials });
  }

  /** Puts a file of the folder where its recipients will fetch it; again does no harm. */
  async put(digest: string): Promise<void> {
    await this.ask(digest, () =>
      this.hub.putBody(digest, Readable.toWeb(this.objects.read(digest)) as ReadableStream<Uint8Array>),
    );
  }

  /** Makes sure the folder has the body of this digest. Throws BODY_DIGEST_MISMATCH when something else came. */
  async fetch(digest: string): Promise<void> {
    if (await this.objects.has(digest)) return;
    await this.ask(digest, async () => {
      const stream = await this.hub.body(digest);
      const limits = { inMemory: 0, atMost: this.options.limit };
      const taken = await this.objects.take(stream as AsyncIterable<Uint8Array>, limits);
      if (taken.digest === digest) return;
      await this.objects.remove(taken.digest);
      throw new AxisError('BODY_DIGEST_MISMATCH', { expected: digest, actual: taken.digest });
    });
  }

  private async ask<T>(sha256: string, call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (error) {
      if (error instanceof AxisError) throw error;
      if (error instanceof ProblemError && error.problem.status < 500) throw refusalOf(error, sha256);
      throw new AxisError('HUB_AWAY', { url: this.options.url }, { cause: error });
    }
  }
}

/** The hub's refusal in its own sentence: what that is about stands in the hub's, whose words are the same. */
function refusalOf({ problem }: ProblemError, sha256: string): AxisError {
  const code = axisErrorCodes().find((known) => known === problem.code) ?? ('REQUEST_INVALID' satisfies AxisErrorCode);
  return new AxisError(code, { sha256, reason: problem.detail, ...detailsIn(code, problem.detail) });
}
