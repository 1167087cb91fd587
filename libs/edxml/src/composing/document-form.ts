import { type AgencyCode } from '#core';

/** A file of a form, its content decoded. */
export interface FormFile {
  readonly name: string;
  readonly contentType: string;
  readonly content: Buffer;
}

/** A document as a person writes it down; everything else is filled in as a clerk would. Codes in either form. */
export interface DocumentForm {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  /** Công văn when left out. */
  readonly typeName?: string | undefined;
  /** At most 500 characters. */
  readonly content?: string | undefined;
  /** 0 to 4. */
  readonly priority?: number | undefined;
  /** yyyy-MM-dd. */
  readonly dueOn?: string | undefined;
  readonly paper?: boolean | undefined;
  readonly files: readonly FormFile[];
}

/** What whoever composes a document knows of agencies. */
export interface AgencyNames {
  /** Undefined for an agency nobody here knows. */
  nameOf(code: string): string | undefined;
  /** How it abbreviates itself in a notation: `UBND`, `BTTTT`. */
  abbreviationOf(code: AgencyCode): string;
}
