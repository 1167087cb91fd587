/** One wrong name: what it says (never shown for secrets) and what is allowed. */
export interface WrongName {
  readonly name: string;
  readonly value: string | undefined;
  readonly allowed: string;
  readonly allowedVi: string;
}

/** The environment holds wrong values: all of them at once, one sentence each. A program that meets it ends with `exitCode`. */
export class ConfigurationError extends Error {
  readonly code = 'CONFIGURATION_INVALID';
  readonly exitCode = 2;

  constructor(readonly wrong: readonly WrongName[]) {
    super(wrong.map(vietnamese).join('\n'));
    this.name = 'ConfigurationError';
  }

  /** The same sentences in English. */
  get english(): string {
    return this.wrong.map(english).join('\n');
  }
}

function vietnamese({ name, value, allowedVi }: WrongName): string {
  return value === undefined
    ? `${name} chưa được đặt; cần ${allowedVi}.`
    : `${name}=${value} không hợp lệ; cần ${allowedVi}.`;
}

function english({ name, value, allowed }: WrongName): string {
  return value === undefined
    ? `${name} is not set; it must be ${allowed}.`
    : `${name}=${value} is wrong; it must be ${allowed}.`;
}
