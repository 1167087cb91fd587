import { type Party, type Staff } from '../header.js';
import { type Markup, field, optional } from './markup.js';

/** The fields of an organisation in a document, unknown ones left out. */
export function writeParty(party: Party): Markup {
  return [
    field('OrganId', party.code),
    ...optional('OrganizationInCharge', party.inCharge),
    field('OrganName', party.name),
    ...optional('OrganAdd', party.address),
    ...optional('Email', party.email),
    ...optional('Telephone', party.telephone),
    ...optional('Fax', party.fax),
    ...optional('Website', party.website),
  ];
}

/** The fields of the organisation that reports a status: all eight, unknown ones empty. */
export function writeStatusParty(party: Party): Markup {
  const none = '';
  const { inCharge = none, address = none, email = none, telephone = none, fax = none, website = none } = party;
  return writeParty({ code: party.code, name: party.name, inCharge, address, email, telephone, fax, website });
}

/** A contact in a document, unknown fields left out. */
export function writeStaff(staff: Staff): Markup {
  return [
    ...optional('Department', staff.department),
    ...optional('Staff', staff.staff),
    ...optional('Email', staff.email),
    ...optional('Mobile', staff.mobile),
    ...optional('DepartmentId', staff.departmentId),
    ...optional('StaffId', staff.staffId),
  ];
}

/** The contact of a status: its four fields in the order of a status, unknown ones empty. */
export function writeStatusStaff(staff: Staff): Markup {
  return [
    field('Department', staff.department ?? ''),
    field('Staff', staff.staff ?? ''),
    field('Mobile', staff.mobile ?? ''),
    field('Email', staff.email ?? ''),
  ];
}
