import { type AgencyCode, isAgencyCode, isAtOrBelow, parseAgencyCode } from '#core';

/** Who this process is: one connected system, speaking for its agencies and everything below them. */
export class OwnSystem {
  readonly roots: readonly AgencyCode[];

  /** Throws AGENCY_CODE_MALFORMED for a root that is no code. */
  constructor(
    /** The name it is enrolled under; also its user at the broker. */
    readonly name: string,
    codes: readonly string[],
  ) {
    this.roots = codes.map(parseAgencyCode);
  }

  /** Whether the code, in either form, is at or below one of its roots. The hub may still know a nearer system for it. */
  speaksFor(code: string): boolean {
    if (!isAgencyCode(code)) return false;
    const agency = parseAgencyCode(code);
    return this.roots.some((root) => isAtOrBelow(agency, root));
  }
}

/** The canonical form of a code, or the text as it stands when it is none. */
export function canonicalCode(text: string): string {
  const trimmed = text.trim();
  return isAgencyCode(trimmed) ? parseAgencyCode(trimmed) : trimmed;
}
