import { readFileSync } from 'node:fs';
import { AxisError } from '#core';

/** A sample message of each kind, as text. */
export function sample(name: 'new' | 'recall' | 'update' | 'replace' | 'status-03'): string {
  return readFileSync(`libs/edxml/samples/${name}.edxml`, 'utf8');
}

/** The text with its first `part` replaced. Fails when there is no such part, so that no test passes for want of it. */
export function altered(text: string, part: string | RegExp, by: string): string {
  const changed = text.replace(part, () => by);
  if (changed === text) throw new Error(`There is no ${String(part)} to replace.`);
  return changed;
}

/** What `act` throws, which has to be an AxisError. */
export function refusalOf(act: () => unknown): AxisError {
  try {
    act();
  } catch (error) {
    if (error instanceof AxisError) return error;
    throw error;
  }
  throw new Error('Nothing was refused.');
}

/** The bytes in pieces of `size`. */
export async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield await Promise.resolve(bytes.subarray(from, from + size));
}
