import { type IncomingHttpHeaders } from 'node:http';
import { Injectable } from '@nestjs/common';
import { AxisError } from '#core';
import { type RegisteredSystem } from '#store';
import { ProgramTokens } from '../accounts/program-tokens.js';
import { sessionIdIn } from '../accounts/session-cookie.js';
import { digestOf, Sessions } from '../accounts/sessions.js';
import { digestOfSecret } from '../registry/enrolment.service.js';
import { Roster } from '../registry/roster.js';
import { OperatorToken } from './operator-token.js';
import { OPERATOR, type OperatorPrincipal, type Principal } from './principal.js';
import { sameText } from './same-text.js';

/** Knows callers by what their request carries: operators by a session's cookie or a bearer token, systems by HTTP Basic with their name and secret. */
@Injectable()
export class Callers {
  constructor(
    private readonly operators: OperatorToken,
    private readonly tokens: ProgramTokens,
    private readonly sessions: Sessions,
    private readonly roster: Roster,
  ) {}

  /** Who the headers prove to be calling. What stands in Authorization counts alone: a wrong token is not mended by a cookie. @throws AxisError SYSTEM_LOCKED */
  async recognise(headers: IncomingHttpHeaders): Promise<Principal | undefined> {
    const { authorization } = headers;
    if (authorization === undefined) return this.ofSession(sessionIdIn(headers));
    const [scheme, value = ''] = authorization.split(' ');
    if (scheme?.toLowerCase() === 'bearer') return this.ofToken(value);
    if (scheme?.toLowerCase() !== 'basic') return undefined;
    const text = Buffer.from(value, 'base64').toString('utf8');
    const colon = text.indexOf(':');
    const [name, secret] = [text.slice(0, colon), text.slice(colon + 1)];
    return name === OPERATOR ? this.ofToken(secret) : this.ofSystem(name, secret);
  }

  /** Whether what this caller was recognised by still is good; to look is no use of it. The operators' own token is as long as the hub runs. */
  async isStillKnown({ session, token }: OperatorPrincipal): Promise<boolean> {
    if (session !== undefined) return this.sessions.isOpen(session);
    return token === undefined || this.tokens.isKnown(token);
  }

  private async ofSession(id: string | undefined): Promise<Principal | undefined> {
    const signedIn = id === undefined ? undefined : await this.sessions.find(id);
    return signedIn && { kind: 'operator', ...signedIn };
  }

  private async ofToken(token: string): Promise<Principal | undefined> {
    if (this.operators.is(token)) return { kind: 'operator', name: OPERATOR, role: 'administrator' };
    const known = await this.tokens.find(token);
    return known && { kind: 'operator', name: known.name, role: known.role, token: digestOf(token) };
  }

  /** A system is looked up once more before it is refused. @throws AxisError SYSTEM_LOCKED for one with the right secret */
  private async ofSystem(name: string, secret: string): Promise<Principal | undefined> {
    const known = this.systemWith(name, secret);
    if (known !== undefined && known.lockedAt === undefined) return { kind: 'system', name };
    await this.roster.lookAgain();
    const now = this.systemWith(name, secret);
    if (now?.lockedAt !== undefined) throw new AxisError('SYSTEM_LOCKED', { name });
    return now && { kind: 'system', name };
  }

  private systemWith(name: string, secret: string): RegisteredSystem | undefined {
    const system = this.roster.system(name);
    return system && sameText(system.secretHash, digestOfSecret(secret)) ? system : undefined;
  }
}
