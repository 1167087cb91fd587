import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Difference, HubStore, type LargeDocument, MOST_NAMED } from '#store';
import { ObjectStore } from '../documents/object-store.js';

const PAGE = 1_000;

/** What was found of one check. */
export interface LargeBodiesFound {
  readonly check: { readonly name: string; readonly table: string; readonly differences: number };
  /** At most MOST_NAMED. */
  readonly differences: readonly Difference[];
}

/** Holds the bytes of large bodies, kept as files, against the digests of their documents. */
@Injectable()
export class LargeBodies {
  constructor(
    private readonly store: HubStore,
    private readonly objects: ObjectStore,
  ) {}

  /** Reads every file, one after the other. A file is complete before a document names it, so work going on is no difference. */
  async verify(): Promise<LargeBodiesFound> {
    const differences: Difference[] = [];
    let count = 0;
    for await (const { documentId, identity, sha256 } of this.documents()) {
      const actual = await this.digest(sha256);
      if (actual === sha256) continue;
      count += 1;
      const key = { documentId, identity };
      if (count <= MOST_NAMED)
        differences.push({ ...NAME, key, what: 'sha256', counted: sha256, recounted: actual ?? null });
    }
    const { check: name, table } = NAME;
    return { check: { name, table, differences: count }, differences };
  }

  private async *documents(): AsyncGenerator<LargeDocument, void, undefined> {
    for (let after = ''; ;) {
      const page = await this.store.bodies.large(after, PAGE);
      yield* page;
      const last = page.at(-1);
      if (last === undefined || page.length < PAGE) return;
      after = last.documentId;
    }
  }

  /** Of the file under a digest; undefined when there is none. */
  private async digest(sha256: string): Promise<string | undefined> {
    const hash = createHash('sha256');
    try {
      for await (const chunk of this.objects.open(sha256)) hash.update(chunk as Buffer);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
    return hash.digest('hex');
  }
}

const NAME = { check: 'object-digest', table: 'documents' } as const;
