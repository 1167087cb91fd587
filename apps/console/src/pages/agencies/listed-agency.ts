import { isAgencyCode, parseAgencyCode, qcvnForm, qd20Form, tierOf } from '#core';
import { type Agency } from '#wire';

/** An agency as the hub lists it. */
export interface ListedAgency extends Agency {
  readonly codeQd20?: string;
  /** Code of the agency above; absent at the top. */
  readonly parent?: string;
  /** How many are directly below it. */
  readonly children?: number;
}

/** A page of agencies; `next` is the cursor of the one that follows. */
export interface AgencyPageBody {
  readonly items: readonly ListedAgency[];
  readonly next?: string;
}

/** A code in both forms; the older one is absent for a newer code. */
export function formsOf(code: string): { readonly qcvn?: string | undefined; readonly qd20: string } {
  if (!isAgencyCode(code)) return { qd20: code };
  const canonical = parseAgencyCode(code);
  return { qcvn: qcvnForm(canonical), qd20: qd20Form(canonical) };
}

/** The word for an agency's tier, by its code where the hub does not say. */
export function tierWord({ code, tier }: Agency): 'central' | 'province' | 'district' | 'commune' | 'outside' {
  const known = (['central', 'province', 'district', 'commune'] as const).find((each) => each === tier);
  return known ?? (isAgencyCode(code) ? tierOf(parseAgencyCode(code)) : 'outside');
}
