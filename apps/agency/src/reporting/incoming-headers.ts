import { Injectable } from '@nestjs/common';
import { AxisError } from '#core';
import { type DocumentHeader, type Envelope } from '#edxml';
import { AgencyStore, type IncomingDocumentRow } from '#store';
import { KeptBodies } from '../bodies/kept-bodies.js';

/** What an incoming document says of itself, without the contents of its attachments. */
export type ReadDocument = Extract<Envelope, { kind: 'document' }>;

/** What was found in the body of row `id`: what it says of itself, or why it cannot be read. */
export interface Found {
  readonly id: number;
  readonly header: ReadDocument | undefined;
  readonly problem: string | undefined;
}

/**
 * The headers of incoming documents. They are read when somebody first asks, not on arrival: taking documents in must stay
 * faster than reading XML. What was read is kept in the store.
 */
@Injectable()
export class IncomingHeaders {
  constructor(
    private readonly store: AgencyStore,
    private readonly bodies: KeptBodies,
  ) {}

  /** By the row's id. */
  async of(rows: readonly IncomingDocumentRow[]): Promise<ReadonlyMap<number, Found>> {
    const known = rows.filter(({ header, problem }) => header !== null || problem !== null).map(knownOf);
    const fresh = [];
    for (const row of rows) if (row.header === null && row.problem === null) fresh.push(await this.read(row));
    if (fresh.length > 0) await this.store.incoming.keepHeaders(fresh);
    return new Map([...known, ...fresh].map((found) => [found.id, found]));
  }

  private async read(row: IncomingDocumentRow): Promise<Found> {
    try {
      const envelope = await this.bodies.envelopeOf({ side: 'incoming', document: row });
      if (envelope.kind === 'document') return { id: row.id, header: envelope, problem: undefined };
      throw new AxisError('REQUEST_INVALID', { reason: 'thông điệp là trạng thái, không phải văn bản' });
    } catch (error) {
      return { id: row.id, header: undefined, problem: error instanceof Error ? error.message : String(error) };
    }
  }
}

function knownOf({ id, header, problem }: IncomingDocumentRow): Found {
  return {
    id,
    header: header === null ? undefined : (JSON.parse(header) as ReadDocument),
    problem: problem ?? undefined,
  };
}

/** How a header refers to its own document: `number/notation`. */
export function codeOf({ number, notation }: DocumentHeader): string {
  return `${number}/${notation}`;
}
