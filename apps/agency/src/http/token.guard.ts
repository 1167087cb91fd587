import { createHash, timingSafeEqual } from 'node:crypto';
import { type IncomingHttpHeaders } from 'node:http';
import { type CanActivate, type ExecutionContext, Inject, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Request } from 'express';
import { AxisError } from '#core';
import { type AgencyConfig } from '#config';
import { AGENCY_CONFIG } from '../agency-config.token.js';
import { sessionIdIn } from '../session/clerk-cookie.js';
import { ClerkSessions } from '../session/clerk-sessions.js';
import { refuseCrossSite } from '../session/cross-site.js';

const OPEN = 'open-to-everybody';

/** Lets a controller, or one of its methods, answer without a token. */
export const OpenToEverybody = (): MethodDecorator & ClassDecorator => SetMetadata(OPEN, true);

/** Asks for the agency's token: as a bearer token or, so that a browser can show the API's page, as password of any user; or for the cookie of a clerk's session. */
@Injectable()
export class TokenGuard implements CanActivate {
  constructor(
    @Inject(AGENCY_CONFIG) private readonly config: AgencyConfig,
    private readonly reflector: Reflector,
    private readonly sessions: ClerkSessions,
  ) {}

  /** @throws AxisError UNAUTHENTICATED without token or session, CROSS_SITE for a page that is not this system's */
  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<Request>();
    const isOpen = this.reflector.getAllAndOverride<boolean | undefined>(OPEN, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (isOpen !== true && !this.recognises(request.headers)) throw new AxisError('UNAUTHENTICATED');
    refuseCrossSite(request, isOpen !== true && request.headers.authorization === undefined);
    return true;
  }

  /** Whether the headers carry the token or belong to a session. What stands in Authorization counts alone: a wrong token is not mended by a cookie. */
  recognises(headers: IncomingHttpHeaders): boolean {
    if (headers.authorization !== undefined) return this.isToken(tokenIn(headers.authorization));
    const id = sessionIdIn(headers, this.config.systemName);
    return id !== undefined && this.sessions.use(id, Date.now());
  }

  /** Whether this is the token, in a time that says nothing about where it differs. */
  isToken(text: string | undefined): boolean {
    return text !== undefined && timingSafeEqual(digestOf(text), digestOf(this.config.token));
  }
}

function tokenIn(authorization: string): string | undefined {
  const [, scheme = '', credentials = ''] = /^(\S+) +(\S+)$/.exec(authorization) ?? [];
  if (scheme.toLowerCase() === 'bearer') return credentials;
  if (scheme.toLowerCase() !== 'basic') return undefined;
  const pair = Buffer.from(credentials, 'base64').toString('utf8');
  return pair.slice(pair.indexOf(':') + 1);
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
