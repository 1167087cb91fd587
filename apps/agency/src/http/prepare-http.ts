import { type NestExpressApplication } from '@nestjs/platform-express';
import { type AgencyConfig } from '#config';
import { API_HEADERS, builtPages } from '#pages';
import { type NextFunction, type Request, type Response } from 'express';
import { publishApiDocs } from './api-docs.js';
import { isHandIn } from './hand-in-request.js';

/** What every request passes before a controller sees it, in this order; whatever is no controller's is the clerk's page. */
export function prepareHttp(app: NestExpressApplication, { consoleFolder }: AgencyConfig): void {
  app.disable('x-powered-by');
  app.use('/api/v1', sayApiHeaders);
  app.useBodyParser('json', {
    limit: '1mb',
    type: (request) => isJson(request.headers['content-type']) && !isHandIn(request),
  });
  publishApiDocs(app);
  app.use(builtPages({ folder: consoleFolder, page: 'clerk.html', apart: ['/api', '/health', '/metrics'] }));
}

function isJson(contentType = ''): boolean {
  return /^application\/json\b/i.test(contentType);
}

function sayApiHeaders(_request: Request, response: Response, next: NextFunction): void {
  response.set(API_HEADERS);
  next();
}
