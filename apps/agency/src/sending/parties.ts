import { type AgencyCode, isAgencyCode, isPeoplesCommittee, parentOf, parseAgencyCode } from '#core';
import { agencyNamed, initialsOf } from '#directory';
import { type Party } from '#edxml';

/** The name the directory knows an agency by; undefined for one it does not know. */
export function nameOf(code: string): string | undefined {
  return isAgencyCode(code) ? agencyNamed(parseAgencyCode(code))?.name : undefined;
}

/** An agency as a message names it, all fields filled as the official parser wants them; addresses are made up under example.vn. */
export function partyOf(code: AgencyCode): Party {
  const parent = parentOf(code);
  const local = code.split('.').filter((group) => Number(group) !== 0);
  const domain = `${local.at(-1) ?? code}`.toLowerCase();
  const digits = code.replace(/\D/g, '').padStart(9, '0').slice(-9);
  return {
    code,
    name: nameOf(code) ?? `Cơ quan ${code}`,
    inCharge: (parent === undefined ? undefined : nameOf(parent)) ?? 'Chính phủ',
    address: 'Việt Nam',
    email: `vanthu@${domain}.example.vn`,
    telephone: `0${digits}`,
    fax: `0${digits}`,
    website: `${domain}.example.vn`,
  };
}

/** How an agency abbreviates itself in a notation: `UBND`, `VPCP`, `BTTTT`: the initials of its name. Ours, from the habit of NĐ 30/2020, annex III. */
export function abbreviationOf(code: AgencyCode): string {
  if (isPeoplesCommittee(code)) return 'UBND';
  const initials = initialsOf(nameOf(code) ?? '');
  return initials === '' ? code.split('.').at(-1)! : initials.slice(0, 12);
}
