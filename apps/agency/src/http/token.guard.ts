import { createHash, timingSafeEqual } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Inject, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Request } from 'express';
import { AxisError } from '#core';
import { type AgencyConfig } from '#config';
import { AGENCY_CONFIG } from '../agency-config.token.js';

const OPEN = 'open-to-everybody';

/** Lets a controller answer without a token. */
export const OpenToEverybody = (): ClassDecorator => SetMetadata(OPEN, true);

/** Asks for the agency's token: as a bearer token or, so that a browser can show the API's page, as password of any user. */
@Injectable()
export class TokenGuard implements CanActivate {
  constructor(
    @Inject(AGENCY_CONFIG) private readonly config: AgencyConfig,
    private readonly reflector: Reflector,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') return true;
    if (this.reflector.get<boolean | undefined>(OPEN, context.getClass()) === true) return true;
    const { authorization } = context.switchToHttp().getRequest<Request>().headers;
    if (this.recognises(authorization)) return true;
    throw new AxisError('UNAUTHENTICATED');
  }

  /** Whether the value of an Authorization header carries the token. */
  recognises(authorization: string | undefined): boolean {
    const token = tokenIn(authorization);
    return token !== undefined && timingSafeEqual(digestOf(token), digestOf(this.config.token));
  }
}

function tokenIn(authorization = ''): string | undefined {
  const [, scheme = '', credentials = ''] = /^(\S+) +(\S+)$/.exec(authorization) ?? [];
  if (scheme.toLowerCase() === 'bearer') return credentials;
  if (scheme.toLowerCase() !== 'basic') return undefined;
  const pair = Buffer.from(credentials, 'base64').toString('utf8');
  return pair.slice(pair.indexOf(':') + 1);
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
