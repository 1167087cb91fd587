import { type Request, type Response } from 'express';
import { AxisError } from '#core';
import { type RegisteredSystem } from '#store';

/** Every header of the interface begins so; a parameter's name follows. */
const PREFIX = 'xroadvnpt-';

/** A call of the interface whose signature was found right. */
export interface VxpCall {
  readonly system: RegisteredSystem;
  readonly request: Request;
  readonly response: Response;
  readonly parameters: Parameters;
}

/** What a call says in its headers, by name without the prefix; names compare without case. */
export class Parameters {
  constructor(private readonly headers: Request['headers']) {}

  /** The text of a parameter; undefined when it was not sent, or empty. Header bytes are UTF-8. */
  text(name: string): string | undefined {
    const value = this.headers[PREFIX + name.toLowerCase()];
    if (typeof value !== 'string' || value === '') return undefined;
    return Buffer.from(value, 'latin1').toString('utf8');
  }

  /** Whether it was sent at all. */
  has(name: string): boolean {
    return PREFIX + name.toLowerCase() in this.headers;
  }

  /** @throws AxisError VXP_PARAMETER_MISSING */
  needed(name: string): string {
    const value = this.text(name);
    if (value === undefined) throw new AxisError('VXP_PARAMETER_MISSING', { name });
    return value;
  }

  /** @throws AxisError VXP_PARAMETER_MISSING, VXP_PARAMETER_INVALID for a value that is none of `values` */
  oneOf<T extends string>(name: string, values: readonly T[]): T {
    const value = this.needed(name);
    const known = values.find((each) => each.toLowerCase() === value.toLowerCase());
    if (known === undefined) throw new AxisError('VXP_PARAMETER_INVALID', { name, value });
    return known;
  }
}
