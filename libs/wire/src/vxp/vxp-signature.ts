import { createHash, createHmac } from 'node:crypto';
import { hanoiTimestamp, parseWireTimestamp } from '#core';

/** What every header of this interface begins with; names compare without case. */
export const VXP_PREFIX = 'XroadVnpt-';

/** Version of the interface that the official client names; it is never signed. */
const VXP_VERSION = '3.0.201608';

/** Values to sign, by their names without the prefix, in the order they are signed. */
export type VxpParameters = Readonly<Record<string, string>>;

/** What one call signs. */
export interface SignedCall {
  readonly systemId: string;
  readonly secret: string;
  /** Parameters of the operation. */
  readonly parameters: VxpParameters;
  /** Parameters that the official client sets after everything else (`status` of updateStatus). */
  readonly lateParameters?: VxpParameters | undefined;
  readonly contentType: string;
  readonly at: Date;
}

/** The headers of one call as the official client writes them, in its order, signature included. */
export function signedHeaders({
  systemId,
  secret,
  parameters,
  lateParameters,
  contentType,
  at,
}: SignedCall): Record<string, string> {
  const signed: VxpParameters = {
    systemid: systemId,
    ...parameters,
    timestamp: vxpTimestamp(at.getTime()),
    'Content-Type': contentType,
    ...lateParameters,
  };
  const headers = Object.fromEntries(Object.entries(signed).map(([name, value]) => [VXP_PREFIX + name, value]));
  const text = JSON.stringify(headers);
  return {
    ...headers,
    [`${VXP_PREFIX}sign-header-key`]: Object.keys(signed).join(';'),
    [`${VXP_PREFIX}sign-header`]: text,
    [`${VXP_PREFIX}hash-header`]: hmacOf(secret, text),
    [`${VXP_PREFIX}version`]: VXP_VERSION,
  };
}

/** HMAC-SHA256 of a sign-header, lower-case hex. A server passes the bytes that came; a text is taken as UTF-8. */
export function hmacOf(secret: string, signHeader: string | Uint8Array): string {
  return createHmac('sha256', secret).update(signHeader).digest('hex');
}

/** A moment as this interface stamps it, in Hanoi time with milliseconds: `21112026T205932+0189`. */
export function vxpTimestamp(epochMs: number): string {
  const [, year = '', month = '', day = '', time = ''] =
    /^(\d{4})\/(\d\d)\/(\d\d) (.*)$/.exec(hanoiTimestamp(epochMs)) ?? [];
  const milliseconds = String(epochMs % 1000).padStart(4, '0');
  return `${day}${month}${year}T${time.replaceAll(':', '')}+${milliseconds}`;
}

/** Reads `ddMMyyyy'T'HHmmss+SSSS` as Hanoi time, in milliseconds since 1970. Undefined when it is written otherwise or cannot be. */
export function parseVxpTimestamp(text: string): number | undefined {
  const match = /^(\d\d)(\d\d)(\d{4})T(\d\d)(\d\d)(\d\d)\+(0\d{3})$/.exec(text);
  if (match === null) return undefined;
  const [, day, month, year, hour, minute, second, milliseconds] = match;
  const moment = parseWireTimestamp(`${year}/${month}/${day} ${hour}:${minute}:${second}`);
  return moment === undefined ? undefined : moment + Number(milliseconds);
}

/** A digest as the official client spells it: each byte in hex without its leading zero, so that the length varies. */
export function unpaddedHex(sha256Hex: string): string {
  return sha256Hex.toLowerCase().replace(/../g, (byte) => byte.replace(/^0/, ''));
}

/** SHA-256 of a whole file in the official client's spelling. */
export function hashOfFile(bytes: Uint8Array): string {
  return unpaddedHex(createHash('sha256').update(bytes).digest('hex'));
}
