import { Inject, Injectable } from '@nestjs/common';
import { AxisError } from '#core';
import { type HubConfig } from '#config';
import { type RegisteredSystem } from '#store';
import { hmacOf, parseVxpTimestamp } from '#wire';
import { Clock } from '../clock.js';
import { HUB_CONFIG } from '../hub-config.token.js';
import { Roster } from '../registry/roster.js';
import { sameText } from '../security/same-text.js';
import { type Parameters } from './vxp-call.js';

const HOUR_MS = 3_600_000;
/** Stands in for the secret of a system that does not exist, so that the answer takes as long. */
const NOBODYS_SECRET = 'nobody';

/** Finds out who calls: the signature over the literal text of sign-header, and that it covers what was sent. */
@Injectable()
export class VxpAuthentication {
  constructor(
    private readonly roster: Roster,
    private readonly clock: Clock,
    @Inject(HUB_CONFIG) private readonly config: HubConfig,
  ) {}

  /**
   * The system that signed what was sent. `known` are the parameters of the operation; others are ignored, for the client's
   * headers leak from call to call. @throws AxisError VXP_SIGNATURE_INVALID, VXP_TIMESTAMP_STALE
   */
  async verify(sent: Parameters, known: readonly string[]): Promise<RegisteredSystem> {
    const system = this.signer(sent) ?? (await this.signerNow(sent));
    const signed = readSigned(sent);
    const names = namesSigned(sent);
    for (const name of new Set([...names, ...signed.keys()])) compare(name, signed, sent);
    for (const name of ['systemid', 'timestamp', ...known.filter((each) => sent.has(each))]) {
      if (!names.has(name.toLowerCase())) throw invalid(`${name} được gửi mà không được ký`);
    }
    this.checkClock(sent.needed('timestamp'));
    return system;
  }

  /** Another hub may have enrolled the system, or given it another secret, just now. */
  private async signerNow(sent: Parameters): Promise<RegisteredSystem> {
    await this.roster.lookAgain();
    const system = this.signer(sent);
    if (system === undefined) throw invalid('systemid hoặc hash-header không đúng');
    return system;
  }

  private signer(sent: Parameters): RegisteredSystem | undefined {
    const system = this.roster.system(sent.text('systemid') ?? '');
    const expected = hmacOf(system?.signingSecret ?? NOBODYS_SECRET, sent.bytes('sign-header'));
    const isRight = sameText(expected, sent.text('hash-header') ?? '');
    return isRight && system?.signingSecret !== undefined && system.lockedAt === undefined ? system : undefined;
  }

  private checkClock(timestamp: string): void {
    const at = parseVxpTimestamp(timestamp);
    if (at === undefined) throw invalid('timestamp không đọc được');
    const hours = this.config.vxp.clockWindowHours;
    if (Math.abs(this.clock.now() - at) > hours * HOUR_MS) {
      throw new AxisError('VXP_TIMESTAMP_STALE', { timestamp, hours });
    }
  }
}

/** What sign-header says, by lower-case name without the prefix. */
function readSigned(sent: Parameters): ReadonlyMap<string, string> {
  const signed = jsonIn(sent.text('sign-header'));
  if (typeof signed !== 'object' || signed === null || Array.isArray(signed)) throw unreadable();
  return new Map(
    Object.entries(signed).map(([name, value]: [string, unknown]) => {
      if (typeof value !== 'string') throw unreadable();
      return [name.replace(/^XroadVnpt-/i, '').toLowerCase(), value];
    }),
  );
}

function jsonIn(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    throw unreadable();
  }
}

function unreadable(): AxisError {
  return invalid('sign-header không phải đối tượng JSON gồm các chuỗi');
}

function namesSigned(sent: Parameters): ReadonlySet<string> {
  const names = (sent.text('sign-header-key') ?? '').split(';').filter((name) => name !== '');
  return new Set(names.map((name) => name.toLowerCase()));
}

function compare(name: string, signed: ReadonlyMap<string, string>, sent: Parameters): void {
  const value = signed.get(name);
  if (value === undefined) throw invalid(`sign-header-key nêu ${name} mà sign-header không có`);
  if (!sent.has(name)) throw invalid(`${name} được ký mà không được gửi`);
  if (value !== (sent.text(name) ?? '')) throw invalid(`${name} được gửi khác với lúc ký`);
}

function invalid(reason: string): AxisError {
  return new AxisError('VXP_SIGNATURE_INVALID', { reason });
}
