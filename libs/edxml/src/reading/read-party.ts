import { type DocumentReference, type Party, type Staff } from '../header.js';
import { type Fields } from './fields.js';

/** The longest code of an agency, in its newer form. (QĐ 20/2020) */
export const LONGEST_CODE = 35;

/** An organisation. The code has to be there; with `all`, so has the element of each other field, as in a status. */
export function readParty(fields: Fields, all: 'all' | 'code' = 'code'): Party {
  const need = all === 'all' ? 'present' : 'optional';
  const field = (name: string, longest: number): string | undefined => fields.text(name, longest, need) || undefined;
  return {
    code: fields.text('OrganId', LONGEST_CODE),
    inCharge: field('OrganizationInCharge', 500),
    name: field('OrganName', 200) ?? '',
    address: field('OrganAdd', 500),
    email: field('Email', 100),
    telephone: field('Telephone', 20),
    fax: field('Fax', 20),
    website: field('Website', 100),
  };
}

/** A contact. With `all`, the elements of its four usual fields have to be there, as in a status. */
export function readStaff(fields: Fields, all: 'all' | 'some' = 'some'): Staff {
  const need = all === 'all' ? 'present' : 'optional';
  const field = (name: string): string | undefined => fields.text(name, undefined, need) || undefined;
  return {
    department: field('Department'),
    staff: field('Staff'),
    mobile: field('Mobile'),
    email: field('Email'),
    departmentId: fields.optional('DepartmentId'),
    staffId: fields.optional('StaffId'),
  };
}

/** The document that another one answers. */
export function readReference(fields: Fields): DocumentReference {
  return {
    organId: fields.optional('OrganId', LONGEST_CODE),
    code: fields.optional('Code', 100),
    promulgatedOn: fields.day('PromulgationDate'),
    documentId: fields.optional('DocumentId', 100),
  };
}
