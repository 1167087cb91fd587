import { type NestExpressApplication } from '@nestjs/platform-express';
import { type HubConfig } from '#config';
import { API_HEADERS, builtPages } from '#pages';
import { type NextFunction, type Request, type Response } from 'express';
import { VxpInterface } from '../vxp/vxp-interface.js';
import { publishApiDocs } from './api-docs.js';
import { refuseControlCharacters } from './control-characters.js';
import { allowLongHeaders, refuseLongHeaders } from './header-limits.js';
import { readSmallJson } from './json-bodies.js';
import { saySimulation } from './simulation-header.js';
import { allowSlowBodies } from './slow-requests.js';

/** What every request passes before a controller sees it, in this order; whatever is no controller's is a page of the console. */
export function prepareHttp(app: NestExpressApplication, config: HubConfig): void {
  const { simulation, vxp, consoleFolder, trustedProxies } = config;
  app.disable('x-powered-by');
  app.set('trust proxy', [...trustedProxies]);
  if (simulation) app.use(saySimulation);
  // Before everything that reads bodies, limits headers or answers in other words.
  allowLongHeaders(app.getHttpServer());
  allowSlowBodies(app.getHttpServer());
  app.use(vxp.path, (request: Request, response: Response) => app.get(VxpInterface).handle(request, response));
  app.use(refuseLongHeaders);
  app.use('/api/v1', sayApiHeaders);
  readSmallJson(app);
  app.use(refuseControlCharacters);
  publishApiDocs(app, config);
  app.use(builtPages({ folder: consoleFolder, page: 'index.html', apart: ['/api', vxp.path, '/metrics', '/health'] }));
}

function sayApiHeaders(_request: Request, response: Response, next: NextFunction): void {
  response.set(API_HEADERS);
  next();
}
