import { type Request } from 'express';
import { AxisError } from '#core';
import { sampleSchema } from '#wire';
import { type z } from 'zod';
import { smallBody } from '../http/small-body.js';

/** A sample with everything that has a default filled in. */
export type FilledSample = z.output<typeof sampleSchema>;

/** Bytes of a sample as JSON: 10 MB of files are 13.4 MB in base64. */
export const MOST_SAMPLE_BYTES = 14 * 1024 * 1024;

/** Reads a sample that came as JSON. @throws AxisError BODY_TOO_LARGE, REQUEST_INVALID; ZodError with every field that does not fit */
export async function readSample(request: Request): Promise<FilledSample> {
  // A refused body is read to its end, or its sender would never see why.
  const chunks = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>;
  const text = (await smallBody(chunks, MOST_SAMPLE_BYTES)).toString('utf8');
  return sampleSchema.parse(parsed(text));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AxisError('REQUEST_INVALID', { reason: 'thân không phải JSON' }, { cause: error });
  }
}
