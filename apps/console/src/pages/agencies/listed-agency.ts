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

/** Where the hub lists those below none: far fewer than it lists at once. */
export const TOP = '/agencies?parent=&limit=1000';

/** What stands at the top of the tree, in its order. */
export const KINDS = ['central', 'province', 'outside'] as const;

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

/** Among which an agency of the top stands. */
export function kindOf(root: Agency): (typeof KINDS)[number] {
  const tier = tierWord(root);
  return tier === 'central' || tier === 'province' ? tier : 'outside';
}
