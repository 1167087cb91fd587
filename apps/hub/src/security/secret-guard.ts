import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AxisError } from '#core';
import { type Request } from 'express';
import { digestOfSecret } from '../registry/enrolment.service.js';
import { Roster } from '../registry/roster.js';
import { EnrolmentToken } from './enrolment-token.js';
import { OperatorToken } from './operator-token.js';
import { sameText } from './same-text.js';
import { FOR_NEWCOMERS, FOR_SYSTEMS, OPEN, OPERATOR, type Principal, type SignedRequest } from './principal.js';

/** Lets nobody in without a secret: operators by the bearer token, systems by HTTP Basic with their name and secret, newcomers by the enrolment token to where they enrol. */
@Injectable()
export class SecretGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly operators: OperatorToken,
    private readonly roster: Roster,
    private readonly newcomers: EnrolmentToken,
  ) {}

  /** @throws AxisError UNAUTHENTICATED without a right secret, FORBIDDEN for a system where only operators may */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.says(OPEN, context)) return true;
    const request = context.switchToHttp().getRequest<Request & SignedRequest>();
    const { authorization } = request.headers;
    if (this.says(FOR_NEWCOMERS, context) && this.newcomers.is(bearerIn(authorization))) return true;
    const principal = await this.recognise(authorization);
    if (principal === undefined) throw new AxisError('UNAUTHENTICATED');
    if (principal.kind === 'system' && !this.says(FOR_SYSTEMS, context)) throw new AxisError('FORBIDDEN');
    request.principal = principal;
    return true;
  }

  /** Who the Authorization header proves to be calling. A system is looked up once more before it is refused. */
  async recognise(authorization = ''): Promise<Principal | undefined> {
    const [scheme, value = ''] = authorization.split(' ');
    if (scheme?.toLowerCase() === 'bearer') return this.operator(value);
    if (scheme?.toLowerCase() !== 'basic') return undefined;
    const text = Buffer.from(value, 'base64').toString('utf8');
    const colon = text.indexOf(':');
    const [name, secret] = [text.slice(0, colon), text.slice(colon + 1)];
    if (name === OPERATOR) return this.operator(secret);
    const known = this.connectedSystem(name, secret);
    if (known !== undefined) return known;
    await this.roster.lookAgain();
    return this.connectedSystem(name, secret);
  }

  private operator(token: string): Principal | undefined {
    return this.operators.is(token) ? { kind: 'operator' } : undefined;
  }

  private connectedSystem(name: string, secret: string): Principal | undefined {
    const system = this.roster.system(name);
    if (system === undefined || system.lockedAt !== undefined) return undefined;
    return sameText(system.secretHash, digestOfSecret(secret)) ? { kind: 'system', name } : undefined;
  }

  private says(key: string, context: ExecutionContext): boolean {
    return this.reflector.getAllAndOverride<boolean>(key, [context.getHandler(), context.getClass()]) === true;
  }
}

function bearerIn(authorization = ''): string {
  const [scheme, value = ''] = authorization.split(' ');
  return scheme?.toLowerCase() === 'bearer' ? value : '';
}
