import { type Role } from '#core';

/** An account as it is added. All times in epoch milliseconds. */
export interface NewAccount {
  /** Unique. */
  readonly name: string;
  readonly role: Role;
  /** Of the password, with what it was made with; never leaves the hub. */
  readonly passwordHash: string;
  readonly createdAt: number;
}

/** Somebody who may sign in. */
export interface Account extends NewAccount {
  readonly lastSignedInAt?: number | undefined;
  /** Since when nobody can sign in with it. */
  readonly lockedAt?: number | undefined;
}

/** What becomes of an account; `lockedAt: null` unlocks it. */
export interface AccountChange {
  readonly role?: Role | undefined;
  readonly lockedAt?: number | null | undefined;
}

/** A session as it begins. All times in epoch milliseconds. */
export interface NewSession {
  /** SHA-256 of its id, hexadecimal: who reads the database cannot take it over. */
  readonly digest: string;
  readonly account: string;
  readonly createdAt: number;
  readonly endsAt: number;
}

/** An open session with what its account may do now. */
export interface OpenSession {
  readonly account: string;
  readonly role: Role;
  readonly createdAt: number;
  readonly lastSeenAt: number;
}

/** The bearer token of a program. All times in epoch milliseconds. */
export interface ProgramToken {
  readonly id: string;
  /** What it is for. */
  readonly name: string;
  readonly role: Role;
  readonly createdAt: number;
  readonly lastUsedAt?: number | undefined;
}

/** A program's token with the SHA-256 of the token itself, hexadecimal. */
export interface NewProgramToken extends ProgramToken {
  readonly digest: string;
}
