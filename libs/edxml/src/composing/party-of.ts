import { type AgencyCode, parentOf } from '#core';
import { type Party } from '../header.js';
import { type AgencyNames } from './document-form.js';

/** An agency as a message names it, all fields filled as the official parser wants them; addresses are made up under example.vn. */
export function partyOf(code: AgencyCode, { nameOf }: Pick<AgencyNames, 'nameOf'>): Party {
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
