import { type Tier } from '#core';

/** A connected system. */
export interface RegisteredSystem {
  readonly name: string;
  /** Hash of its secret and the salt it was made with; whoever verifies it decides how they are made. */
  readonly secretHash: string;
  readonly salt: string;
  /** `amqp` systems have an inbox queue; those that `poll` find their deliveries waiting in the store. */
  readonly mode: 'amqp' | 'poll';
  /** It wants to hear of every arrival (01) of its documents. */
  readonly arrivals: boolean;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  /** Epoch milliseconds; a locked system gets nowhere. */
  readonly lockedAt?: number | undefined;
  /** The agencies at or below which it serves, unless a nearer system does. */
  readonly codes: readonly string[];
}

/** An agency of the directory, as the hub knows it. */
export interface RegisteredAgency {
  /** Canonical code. */
  readonly code: string;
  /** QĐ 20/2020 form. */
  readonly codeQd20: string;
  readonly name: string;
  readonly tier: Tier;
  readonly parent?: string | undefined;
  /** Name and codes in lower case without diacritics; what `q` is looked for in. */
  readonly searchText: string;
}

export interface AgencyQuery {
  /** Looked for in searchText; give it in lower case without diacritics. */
  readonly q?: string | undefined;
  readonly parent?: string | undefined;
  readonly tier?: Tier | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}
