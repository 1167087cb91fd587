import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AxisError, mayActAs, type Role } from '#core';
import { type Request } from 'express';
import { Callers } from './callers.js';
import { refuseCrossSite } from './cross-site.js';
import { EnrolmentToken } from './enrolment-token.js';
import { FOR_NEWCOMERS, FOR_SYSTEMS, NEEDS, OPEN, type Principal, type SignedRequest } from './principal.js';

/** Lets nobody in without a secret, and nobody where their role does not reach; newcomers by the enrolment token to where they enrol. */
@Injectable()
export class SecretGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly callers: Callers,
    private readonly newcomers: EnrolmentToken,
  ) {}

  /** @throws AxisError UNAUTHENTICATED without a right secret, FORBIDDEN without the right, CROSS_SITE for a page that is not the hub's */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request & SignedRequest>();
    if (this.said(OPEN, context) === true) {
      refuseCrossSite(request, undefined);
      return true;
    }
    const { headers } = request;
    if (this.said(FOR_NEWCOMERS, context) === true && this.newcomers.is(bearerIn(headers.authorization))) return true;
    const principal = await this.callers.recognise(headers);
    if (principal === undefined) throw new AxisError('UNAUTHENTICATED');
    refuseCrossSite(request, principal);
    if (!this.may(principal, context)) throw new AxisError('FORBIDDEN');
    request.principal = principal;
    return true;
  }

  private may(principal: Principal, context: ExecutionContext): boolean {
    const forSystems = this.said<boolean | 'only'>(FOR_SYSTEMS, context) ?? false;
    if (principal.kind === 'system') return forSystems !== false;
    return forSystems !== 'only' && mayActAs(principal.role, this.said<Role>(NEEDS, context) ?? 'administrator');
  }

  private said<T = boolean>(key: string, context: ExecutionContext): T | undefined {
    return this.reflector.getAllAndOverride<T | undefined>(key, [context.getHandler(), context.getClass()]);
  }
}

function bearerIn(authorization = ''): string {
  const [scheme, value = ''] = authorization.split(' ');
  return scheme?.toLowerCase() === 'bearer' ? value : '';
}
