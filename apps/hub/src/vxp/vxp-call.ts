import { type Request, type Response } from 'express';
import { AxisError } from '#core';
import { type RegisteredSystem } from '#store';
import { VXP_PREFIX } from '#wire';

/** Every header of the interface begins so, as Node names it; a parameter's name follows. */
const PREFIX = VXP_PREFIX.toLowerCase();

/** A call of the interface whose signature was found right. */
export interface VxpCall {
  readonly system: RegisteredSystem;
  readonly request: Request;
  readonly response: Response;
  readonly parameters: Parameters;
}

/** What a call says in its headers, by name without the prefix; names compare without case. */
export class Parameters {
  private readonly texts = new Map<string, string>();

  constructor(private readonly headers: Request['headers']) {}

  /** The bytes of a parameter as they came (Node reads header bytes as latin1); none when it was not sent. */
  bytes(name: string): Buffer {
    const value = this.headers[PREFIX + name.toLowerCase()];
    return Buffer.from(typeof value === 'string' ? value : '', 'latin1');
  }

  /** The text of a parameter, in UTF-8; undefined when it was not sent, or empty. */
  text(name: string): string | undefined {
    let text = this.texts.get(name);
    if (text === undefined) this.texts.set(name, (text = this.bytes(name).toString('utf8')));
    return text || undefined;
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
