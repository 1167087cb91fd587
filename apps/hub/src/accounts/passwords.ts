import { randomBytes, scrypt, type ScryptOptions, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { Injectable } from '@nestjs/common';
import { AxisError } from '#core';
import { Turnstile } from './turnstile.js';

/** OWASP's weights for scrypt: 32 MB and, on this project's reference machine, a quarter of a second for each guess. */
const STANDARD = { N: 2 ** 15, r: 8, p: 3 };
const LENGTH = 32;
/** scrypt needs 128·N·r bytes and a little; Node refuses more than this. */
const MOST_MEMORY = 64 * 1024 * 1024;
/** Each takes a thread of the pool that also reads files. */
const AT_ONCE = 2;
const MOST_WAITING = 50;
const BUSY_SECONDS = 10;

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** Hashes passwords, off the main thread. What is kept is `scrypt$N$r$p$salt$hash`, so that a later standard can be told from an earlier one. */
@Injectable()
export class Passwords {
  private readonly turnstile = new Turnstile(AT_ONCE, MOST_WAITING);

  /** @throws AxisError SIGN_IN_TOO_OFTEN when too many wait */
  async hash(password: string): Promise<string> {
    const salt = randomBytes(16);
    const hash = await this.derived(password, salt, STANDARD);
    return ['scrypt', STANDARD.N, STANDARD.r, STANDARD.p, salt.toString('base64url'), hash.toString('base64url')].join(
      '$',
    );
  }

  /** Takes as long for an account that does not exist (`kept` undefined) as for one that does. @throws AxisError SIGN_IN_TOO_OFTEN when too many wait */
  async matches(password: string, kept: string | undefined): Promise<boolean> {
    const { salt, hash, cost } = kept === undefined ? NOBODYS : parsed(kept);
    const given = await this.derived(password, salt, cost);
    return timingSafeEqual(given, hash) && kept !== undefined;
  }

  private derived(password: string, salt: Buffer, cost: ScryptOptions): Promise<Buffer> {
    // Keyboards write Vietnamese composed or decomposed: both are the same password.
    const work = (): Promise<Buffer> =>
      derive(password.normalize('NFC'), salt, LENGTH, { ...cost, maxmem: MOST_MEMORY });
    const turn = this.turnstile.pass(work);
    if (turn === undefined) throw new AxisError('SIGN_IN_TOO_OFTEN', { seconds: BUSY_SECONDS });
    return turn;
  }
}

interface KeptHash {
  readonly cost: ScryptOptions;
  readonly salt: Buffer;
  readonly hash: Buffer;
}

const NOBODYS: KeptHash = { cost: STANDARD, salt: randomBytes(16), hash: randomBytes(LENGTH) };

function parsed(kept: string): KeptHash {
  const [, N, r, p, salt = '', hash = ''] = kept.split('$');
  return {
    cost: { N: Number(N), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, 'base64url'),
    hash: Buffer.from(hash, 'base64url'),
  };
}
