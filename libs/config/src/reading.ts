import { readFileSync } from 'node:fs';
import { type z } from 'zod';
import { ConfigurationError, type WrongName } from './configuration-error.js';
import { CONFIGURATION } from './names.js';

/** What a program may be given instead of the process's own environment, in tests above all. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** One value: how it is read and, in words, what is allowed. */
export interface Field<T> {
  readonly schema: z.ZodType<T, string | undefined>;
  readonly allowed: string;
  readonly allowedVi: string;
  /** A secret's value never appears in a message. */
  readonly secret?: boolean;
}

/** Collects values and faults, so that all wrong names are told at once: read everything, then call `settle`. */
export class EnvironmentReader {
  private readonly wrong: WrongName[] = [];

  constructor(private readonly environment: Environment) {}

  /**
   * The value of `name`; a wrong one is remembered and told by `settle`. Empty counts as not set. A secret may stand in a file instead, which
   * `<name>_FILE` names.
   */
  read<T>(name: string, field: Field<T>): T {
    const text = this.text(name) ?? (field.secret === true ? this.textOfFile(`${name}_FILE`) : undefined);
    const result = field.schema.safeParse(text);
    if (result.success) return result.data;
    const value = text !== undefined && field.secret === true ? '***' : text;
    this.wrong.push({ name, value, allowed: field.allowed, allowedVi: field.allowedVi });
    return undefined as T; // never seen: settle() throws before anybody gets it
  }

  /** `build` runs only when every value was right; its result is frozen through and through. */
  settle<T extends object>(build: () => T): Readonly<T> {
    if (this.wrong.length > 0) throw new ConfigurationError(this.wrong);
    return deepFreeze(build());
  }

  private text(name: string): string | undefined {
    if (!KNOWN.has(name)) throw new Error(`${name} is not in CONFIGURATION: list it there before reading it.`);
    return notEmpty(this.environment[name]);
  }

  private textOfFile(name: string): string | undefined {
    const file = notEmpty(this.environment[name]);
    if (file === undefined) return undefined;
    try {
      return notEmpty(readFileSync(file, 'utf8'));
    } catch {
      this.wrong.push({ name, value: file, allowed: 'a file that can be read', allowedVi: 'một tệp đọc được' });
      return undefined;
    }
  }
}

function notEmpty(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  return trimmed === '' ? undefined : trimmed;
}

const KNOWN = new Set(CONFIGURATION.map(({ name }) => name));

function deepFreeze<T extends object>(value: T): Readonly<T> {
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) deepFreeze(part as object);
  return Object.freeze(value);
}
