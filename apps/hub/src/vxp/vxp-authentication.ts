import { Inject, Injectable } from '@nestjs/common';
import { type Request } from 'express';
import { AxisError } from '#core';
import { type HubConfig } from '#config';
import { type RegisteredSystem } from '#store';
import { hmacOf, parseVxpTimestamp } from '#wire';
import { z } from 'zod';
import { Clock } from '../clock.js';
import { HUB_CONFIG } from '../hub-config.token.js';
import { Roster } from '../registry/roster.js';
import { sameText } from '../security/same-text.js';
import { Parameters } from './vxp-call.js';

const HOUR_MS = 3_600_000;
/** Stands in for the secret of a system that does not exist, so that the answer takes as long. */
const NOBODYS_SECRET = 'nobody';

const signedSchema = z.record(z.string(), z.string());

/** Finds out who calls: the signature over the literal text of sign-header, and that it covers what was sent. */
@Injectable()
export class VxpAuthentication {
  constructor(
    private readonly roster: Roster,
    private readonly clock: Clock,
    @Inject(HUB_CONFIG) private readonly config: HubConfig,
  ) {}

  /**
   * The system that signed the request. `parameters` are those the operation knows; others are ignored, for the client's
   * headers leak from call to call. @throws AxisError VXP_SIGNATURE_INVALID, VXP_TIMESTAMP_STALE
   */
  verify(request: Request, parameters: readonly string[]): RegisteredSystem {
    const sent = new Parameters(request.headers);
    const system = this.signer(sent);
    const signed = readSigned(sent);
    const names = namesSigned(sent);
    for (const name of new Set([...names, ...signed.keys()])) compare(name, signed, sent);
    for (const name of ['systemid', 'timestamp', ...parameters.filter((each) => sent.has(each))]) {
      if (!names.has(name.toLowerCase())) throw invalid(`${name} được gửi mà không được ký`);
    }
    this.checkClock(sent.needed('timestamp'));
    return system;
  }

  private signer(sent: Parameters): RegisteredSystem {
    const system = this.roster.system(sent.text('systemid') ?? '');
    const expected = hmacOf(system?.signingSecret ?? NOBODYS_SECRET, sent.bytes('sign-header'));
    const isRight = sameText(expected, sent.text('hash-header') ?? '');
    if (!isRight || system?.signingSecret === undefined || system.lockedAt !== undefined)
      throw invalid('systemid hoặc hash-header không đúng');
    return system;
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
  try {
    const signed = signedSchema.parse(JSON.parse(sent.needed('sign-header')));
    return new Map(
      Object.entries(signed).map(([name, value]) => [name.replace(/^XroadVnpt-/i, '').toLowerCase(), value]),
    );
  } catch (error) {
    if (error instanceof AxisError) throw invalid(error.message);
    throw invalid('sign-header không phải đối tượng JSON gồm các chuỗi');
  }
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
