import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { type Field } from './reading.js';

/** A whole number from `least` to `most`; `standard` when not set. */
export function wholeNumber(standard: number, least: number, most: number): Field<number> {
  return {
    schema: z
      .string()
      .regex(/^\d+$/)
      .transform(Number)
      .pipe(z.number().int().min(least).max(most))
      .optional()
      .transform((value) => value ?? standard),
    allowed: `a whole number from ${least} to ${most}`,
    allowedVi: `một số nguyên từ ${least} đến ${most}`,
  };
}

/** One of a few words; `standard` when not set. */
export function oneOf<const W extends string>(standard: NoInfer<W>, words: readonly W[]): Field<W> {
  return {
    schema: z
      .enum(words)
      .optional()
      .transform((value) => value ?? standard),
    allowed: `one of ${words.join(', ')}`,
    allowedVi: `một trong các giá trị ${words.join(', ')}`,
  };
}

/** A URL with one of the given schemes, such as `http`. */
export function url(schemes: readonly string[], secret = false): Field<string> {
  const allowed = schemes.map((scheme) => `${scheme}://…`).join(', ');
  const schema = z.string().refine((text) => hasScheme(text, schemes));
  return { schema, allowed: `a URL ${allowed}`, allowedVi: `một địa chỉ ${allowed}`, secret };
}

function hasScheme(text: string, schemes: readonly string[]): boolean {
  return URL.canParse(text) && schemes.some((scheme) => new URL(text).protocol === `${scheme}:`);
}

/** Like `field`, but may be left out: undefined then, or `standard`. */
export function optional<T>(field: Field<T>): Field<T | undefined>;
export function optional<T>(field: Field<T>, standard: T): Field<T>;
export function optional<T>(field: Field<T>, standard?: T): Field<T | undefined> {
  return { ...field, schema: field.schema.optional().transform((value) => value ?? standard) };
}

/** A folder as an absolute path; a relative one counts from the working directory. */
export function folder(standard: string): Field<string> {
  return {
    schema: z
      .string()
      .optional()
      .transform((text) => resolve(text ?? standard)),
    allowed: 'a folder',
    allowedVi: 'một thư mục',
  };
}

/** Text of a shape. */
export function text(shape: RegExp, words: { allowed: string; allowedVi: string; secret?: boolean }): Field<string> {
  return { schema: z.string().regex(shape), ...words };
}

const NETWORK_WORDS = ['loopback', 'linklocal', 'uniquelocal'];

/** Addresses and networks, separated by commas; none when not set. */
export function networks(): Field<readonly string[]> {
  return {
    schema: z
      .string()
      .optional()
      .transform((given = '') => given.split(',').flatMap((part) => part.trim() || []))
      .refine((all) => all.every(isNetwork)),
    allowed: 'addresses or networks such as 10.0.0.0/8, or loopback, linklocal, uniquelocal, separated by commas',
    allowedVi:
      'các địa chỉ hoặc dải mạng như 10.0.0.0/8, hoặc loopback, linklocal, uniquelocal, cách nhau bằng dấu phẩy',
  };
}

function isNetwork(written: string): boolean {
  const [address = '', bits, ...more] = written.split('/');
  if (NETWORK_WORDS.includes(written)) return true;
  const mostBits = isIP(address) === 6 ? 128 : 32;
  return (
    isIP(address) !== 0 && more.length === 0 && (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= mostBits))
  );
}
