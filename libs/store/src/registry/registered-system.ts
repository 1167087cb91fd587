import { type Tier } from '#core';

/** A connected system. */
export interface RegisteredSystem {
  readonly name: string;
  /** Hash of its secret and the salt it was made with; whoever verifies it decides how they are made. */
  readonly secretHash: string;
  readonly salt: string;
  /** What a system that polls signs with. An HMAC needs the key itself, so it is kept as it is; only those have one. */
  readonly signingSecret?: string | undefined;
  /** `amqp` systems have an inbox queue; those that `poll` find their deliveries waiting in the store. */
  readonly mode: 'amqp' | 'poll';
  /** It wants to hear of every arrival (01) of its documents. */
  readonly arrivals: boolean;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  /** Epoch milliseconds; a locked system gets nowhere. */
  readonly lockedAt?: number | undefined;
  /** Epoch milliseconds: when a hub last saw it at its inbox, or was asked for its mailbox; up to a minute behind. */
  readonly lastSeenAt?: number | undefined;
  /** The agencies at or below which it serves, unless a nearer system does. */
  readonly codes: readonly string[];
}

/** An agency to be entered into the directory. */
export interface RegisteredAgency {
  /** Canonical code. */
  readonly code: string;
  /** QĐ 20/2020 form. */
  readonly codeQd20: string;
  readonly name: string;
  readonly tier: Tier;
  readonly parent?: string | undefined;
  /** Name, initials and codes in lower case without diacritics; what a search looks in. */
  readonly searchText: string;
  readonly mail?: string | undefined;
  readonly mobile?: string | undefined;
  readonly fax?: string | undefined;
  /** The system that registered it; absent for those entered by the operators. */
  readonly registeredBy?: string | undefined;
  /** Epoch milliseconds; 0 for those the directory began with. */
  readonly modifiedAt?: number | undefined;
}

/** An agency of the directory, as the hub knows it. */
export interface DirectoryAgency extends RegisteredAgency {
  /** 1, and one more with each change. */
  readonly version: number;
  readonly modifiedAt: number;
  /** Epoch milliseconds; only `listUnits` shows deleted ones. */
  readonly deletedAt?: number | undefined;
}

/** Throws when a change is not allowed, told which system is enrolled for each code. It is asked in the change's transaction, perhaps twice. */
export type Permit = (enrolled: ReadonlyMap<string, string>) => void;

export interface AgencyQuery {
  /** Directly below this one; null for those below none. */
  readonly parent?: string | null | undefined;
  readonly tier?: Tier | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}
