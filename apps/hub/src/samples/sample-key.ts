import { AxisError } from '#core';
import { v7 as uuid } from 'uuid';

const KEY = /^[\x21-\x7e]{1,100}$/;

/** The caller's Idempotency-Key; undefined where none came. @throws AxisError REQUEST_INVALID for one that cannot be */
export function keyIn(header: string | undefined): string | undefined {
  if (header === undefined || KEY.test(header)) return header;
  throw new AxisError('REQUEST_INVALID', { reason: 'Idempotency-Key gồm 1 đến 100 ký tự ASCII không có dấu cách' });
}

/** The key a sample is submitted under: never one of its system's own; without a caller's key one that never comes again. */
export function keyOfSample(key: string = uuid()): string {
  return `sample:${key}`;
}
