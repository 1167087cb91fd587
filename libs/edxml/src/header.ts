import { type BusinessType, type Day, type Priority } from '#core';

/** An organisation as a message names it. `code` is the OrganId as it was written: either form, or neither. */
export interface Party {
  readonly code: string;
  readonly name: string;
  readonly inCharge?: string | undefined;
  readonly address?: string | undefined;
  readonly email?: string | undefined;
  readonly telephone?: string | undefined;
  readonly fax?: string | undefined;
  readonly website?: string | undefined;
}

/** The person or office at the other end, for questions. */
export interface Staff {
  readonly department?: string | undefined;
  readonly staff?: string | undefined;
  readonly email?: string | undefined;
  readonly mobile?: string | undefined;
  readonly departmentId?: string | undefined;
  readonly staffId?: string | undefined;
}

/** A document that another one answers. `code` is `number/notation`. */
export interface DocumentReference {
  readonly organId?: string | undefined;
  readonly code?: string | undefined;
  readonly documentId?: string | undefined;
  readonly promulgatedOn?: Day | undefined;
}

/** One place a message passed, the sender first. `at` is Hanoi time `yyyy/MM/dd HH:mm:ss`. */
export interface Hop {
  readonly code: string;
  readonly at: string;
}

/** A recipient added to, or removed from, those of an earlier document. */
export interface ReceiverChange {
  readonly code: string;
  readonly removed: boolean;
}

/** A document that is replaced, and the recipients who hold it. */
export interface Replaced {
  readonly documentId: string;
  readonly holders: readonly string[];
}

/** What a document is to its predecessor, and whether a paper copy follows. (edXML Bussiness, double s on purpose) */
export interface Business {
  readonly type: BusinessType;
  readonly reason?: string | undefined;
  readonly paper: boolean;
  readonly documentId?: string | undefined;
  readonly change?:
    | { readonly content: boolean; readonly recipients: boolean; readonly receivers: readonly ReceiverChange[] }
    | undefined;
  readonly replaces: readonly Replaced[];
  readonly staff?: Staff | undefined;
}

/** What the manifest says of one attachment. */
export interface Reference {
  readonly contentId: string;
  readonly contentType?: string | undefined;
  readonly description?: string | undefined;
  readonly name?: string | undefined;
}

/** Everything an edXML document says of itself, checked, its texts trimmed. Dates are `yyyy-MM-dd`; codes and DocumentId are as they were written. */
export interface DocumentHeader {
  readonly from: Party;
  readonly to: readonly Party[];
  readonly documentId: string;
  readonly number: string;
  readonly notation: string;
  readonly place?: string | undefined;
  readonly promulgatedOn: Day;
  readonly type: { readonly group: number; readonly detail?: number | undefined; readonly name: string };
  readonly subject: string;
  readonly content?: string | undefined;
  readonly signer: { readonly competence: string; readonly position: string; readonly fullName: string };
  readonly dueOn?: Day | undefined;
  readonly toPlaces: readonly string[];
  readonly priority: Priority;
  readonly sphere?: string | undefined;
  readonly typerNotation?: string | undefined;
  readonly copies?: number | undefined;
  readonly pages?: number | undefined;
  readonly direction?: string | undefined;
  readonly appendixes: readonly string[];
  readonly responseFor: readonly DocumentReference[];
  readonly steering?: number | undefined;
  readonly taskCodes: readonly string[];
  readonly applicationType?: string | undefined;
  readonly trace: readonly Hop[];
  readonly business: Business;
  readonly manifest: readonly Reference[];
}

/** A status: what became of a document at the agency `from`. `responseFor.organId` is the issuer (for 13: the recipient); `at` is Hanoi time `yyyy/MM/dd HH:mm:ss`. */
export interface StatusMessage {
  readonly from: Party;
  readonly responseFor: {
    readonly organId: string;
    readonly code: string;
    readonly promulgatedOn: Day;
    readonly documentId: string;
  };
  readonly staff: Staff;
  readonly statusCode: string;
  readonly description: string;
  readonly at: string;
}
