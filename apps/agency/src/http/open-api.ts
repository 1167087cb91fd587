import { type ApiBodyOptions } from '@nestjs/swagger';
import { z } from 'zod';

/** A zod schema as the OpenAPI page shows it, with an example that works. */
export function shownBody(schema: z.ZodType, example: unknown): ApiBodyOptions {
  const shown = z.toJSONSchema(schema, { target: 'openapi-3.0', io: 'input' });
  return { schema: { ...shown, example } as Extract<ApiBodyOptions, { schema: unknown }>['schema'] };
}
