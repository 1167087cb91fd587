import { type Request } from 'express';
import { AxisError } from '#core';
import { type z } from 'zod';
import { smallBody } from '../http/small-body.js';

/** A JSON body of this interface is a handful of fields. */
const MOST_BYTES = 64 * 1024;

/** Reads a small JSON body. @throws AxisError BODY_TOO_LARGE, REQUEST_INVALID, VXP_PARAMETER_MISSING, VXP_PARAMETER_INVALID */
export async function readJson<T>(request: Request, schema: z.ZodType<T>): Promise<T> {
  // A refused body is read to its end, or its sender would never see why.
  const bytes = await smallBody(request.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>, MOST_BYTES);
  const read = schema.safeParse(parsed(bytes.toString('utf8')));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const name = issue?.path.join('.') || 'body';
  if (issue?.code === 'invalid_type' && issue.input === undefined)
    throw new AxisError('VXP_PARAMETER_MISSING', { name });
  throw new AxisError('VXP_PARAMETER_INVALID', { name, value: issue?.message });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AxisError('REQUEST_INVALID', { reason: 'thân không phải JSON' }, { cause: error });
  }
}
