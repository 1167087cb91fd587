import { type AgencyCode, isAgencyCode, parseAgencyCode } from '#core';
import { abbreviationOf, agencyNamed } from '#directory';
import { type AgencyNames, type Party, partyOf as partyNamed } from '#edxml';

/** The name the directory knows an agency by; undefined for one it does not know. */
export function nameOf(code: string): string | undefined {
  return isAgencyCode(code) ? agencyNamed(parseAgencyCode(code))?.name : undefined;
}

/** What this system knows of agencies: the directory of 2021. */
export const NAMES: AgencyNames = { nameOf, abbreviationOf: (code) => abbreviationOf(code, nameOf(code)) };

/** An agency as a message names it (see `partyOf` of edxml). */
export function partyOf(code: AgencyCode): Party {
  return partyNamed(code, NAMES);
}
