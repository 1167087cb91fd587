import { Injectable } from '@nestjs/common';
import { AxisError, identityKeyOf } from '#core';
import { AgencyStore } from '#store';
import { type KeptDocument } from '../bodies/kept-bodies.js';

/** Finds the document a caller names: by the key it was handed in under, the hub's id, or its identity in any written form. */
@Injectable()
export class DocumentFinding {
  constructor(private readonly store: AgencyStore) {}

  /** A document between two of our own agencies is both; `side` chooses, outgoing by itself. Throws DOCUMENT_UNKNOWN. */
  async find(id: string, side: 'outgoing' | 'incoming' = 'outgoing'): Promise<KeptDocument> {
    const found = (await this.on(side, id)) ?? (await this.on(side === 'outgoing' ? 'incoming' : 'outgoing', id));
    if (found === undefined) throw new AxisError('DOCUMENT_UNKNOWN', { id });
    return found;
  }

  private async on(side: 'outgoing' | 'incoming', id: string): Promise<KeptDocument | undefined> {
    const name = { id, identityKey: identityKeyOf(id) };
    if (side === 'outgoing') {
      const document = await this.store.outgoing.find(name);
      return document === undefined ? undefined : { side, document };
    }
    const document = await this.store.incoming.find(name);
    return document === undefined ? undefined : { side, document };
  }
}
