import { insertRows, type RowStatement } from '../connection/row-statement.js';
import { type AgencyRow } from '../rows/registry-rows.js';
import { type DirectoryAgency, type RegisteredAgency } from './registered-system.js';

const OVERWRITTEN = ['code_qd20', 'name', 'tier', 'parent', 'search_text'];
const CONTACT = ['mail', 'mobile', 'fax', 'registered_by'];

/** Inserts agencies or overwrites them by code, raising a tombstone; `keeping` what is known of mail, mobile, fax and who registered it, where the row says nothing. */
export function putStatement(contact: 'keeping' | 'replacing'): RowStatement {
  const known = (name: string): string =>
    contact === 'keeping' ? `${name} = COALESCE(excluded.${name}, agencies.${name})` : `${name} = excluded.${name}`;
  const set = [
    ...OVERWRITTEN.map((name) => `${name} = excluded.${name}`),
    ...CONTACT.map(known),
    'version = agencies.version + 1',
    // Whoever does not say when must not turn it back.
    `modified_at = CASE WHEN excluded.modified_at > agencies.modified_at THEN excluded.modified_at ELSE agencies.modified_at END`,
    'deleted_at = NULL',
  ];
  return insertRows(
    'agencies',
    {
      ...{ code: 'text', code_qd20: 'text', name: 'text', tier: 'text', parent: 'text', search_text: 'text' },
      ...{ mail: 'text', mobile: 'text', fax: 'text', registered_by: 'text' },
      ...{ version: 'integer', modified_at: 'bigint' },
    },
    `ON CONFLICT (code) DO UPDATE SET ${set.join(', ')}`,
  );
}

/** The values of such a row. */
export function valuesOf(agency: RegisteredAgency): unknown[] {
  const { code, codeQd20, name, tier, parent, searchText, mail, mobile, fax, registeredBy, modifiedAt = 0 } = agency;
  return [code, codeQd20, name, tier, parent, searchText, mail, mobile, fax, registeredBy, 1, modifiedAt];
}

export function agencyOf({ parent, mail, mobile, fax, registeredBy, deletedAt, ...row }: AgencyRow): DirectoryAgency {
  return {
    ...row,
    parent: parent ?? undefined,
    mail: mail ?? undefined,
    mobile: mobile ?? undefined,
    fax: fax ?? undefined,
    registeredBy: registeredBy ?? undefined,
    deletedAt: deletedAt ?? undefined,
  };
}
