import { AxisError } from '#core';
import { type Request } from 'express';

const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/** What browsers say of requests that another site's page, or that of another port of this machine, makes them send. */
const FOREIGN = ['cross-site', 'same-site'];

/**
 * Refuses requests that change something and come from a page that is not this system's, as the hub does: a cookie is sent by the browser
 * whoever wrote the page, so a header that other pages cannot set has to come with it. `isBySession`: a cookie said who calls.
 * @throws AxisError CROSS_SITE
 */
export function refuseCrossSite({ method, headers }: Request, isBySession: boolean): void {
  if (SAFE.includes(method)) return;
  const isForeign = FOREIGN.includes(String(headers['sec-fetch-site']));
  if (isForeign || (isBySession && headers['x-requested-by'] !== 'console')) throw new AxisError('CROSS_SITE');
}
