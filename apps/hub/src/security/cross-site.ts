import { AxisError } from '#core';
import { type Request } from 'express';
import { type Principal } from './principal.js';

const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/** What browsers say of requests that another site's page makes them send. */
const FOREIGN = ['cross-site', 'same-site'];

/**
 * Refuses requests that change something and come from a page that is not the hub's. A session's cookie is sent by the browser whoever wrote
 * the page, so a header has to say that the console did: other sites cannot set it without asking first, and the hub never says yes. The
 * password of HTTP Basic a browser sends by itself too; there it tells where the page is from.
 * @throws AxisError CROSS_SITE
 */
export function refuseCrossSite({ method, headers }: Request, principal: Principal | undefined): void {
  if (SAFE.includes(method)) return;
  const isBySession = principal?.kind === 'operator' && principal.session !== undefined;
  const isForeign = FOREIGN.includes(String(headers['sec-fetch-site']));
  if (isForeign || (isBySession && headers['x-requested-by'] !== 'console')) throw new AxisError('CROSS_SITE');
}
