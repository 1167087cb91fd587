import { type IncomingMessage } from 'node:http';
import { type NestExpressApplication } from '@nestjs/platform-express';

/** POST /samples carries files, and reads its body itself once it knows who calls. */
const READS_ITSELF = /^\/api\/v1\/samples\/?(?:\?|$)/i;
const JSON_TYPE = /^application\/json\b/i;

/** Has JSON bodies read that are small, before anybody looks at who calls. */
export function readSmallJson(app: NestExpressApplication): void {
  app.useBodyParser('json', { limit: '1mb', type: isSmallJson });
}

function isSmallJson({ url = '', headers }: IncomingMessage): boolean {
  return JSON_TYPE.test(headers['content-type'] ?? '') && !READS_ITSELF.test(url);
}
