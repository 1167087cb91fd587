/** What the clerk writes down; what is empty the system fills in or leaves out. */
export interface Composition {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly typeName: string;
  readonly content: string;
  readonly priority: string;
  /** `yyyy-MM-dd`, '' for none. */
  readonly dueOn: string;
  readonly paper: boolean;
  readonly files: readonly File[];
}

/** A form's files together, in bytes; more goes by a finished edXML file. */
export const MOST_BYTES = 95 * 1024 * 1024;

/** What keeps a composition from being sent; undefined when nothing does. */
export function faultOf({
  from,
  to,
  subject,
  files,
}: Composition): 'noSender' | 'noRecipients' | 'noSubject' | 'tooLarge' | undefined {
  if (from === '') return 'noSender';
  if (to.length === 0) return 'noRecipients';
  if (subject.trim() === '') return 'noSubject';
  return files.reduce((bytes, { size }) => bytes + size, 0) > MOST_BYTES ? 'tooLarge' : undefined;
}

/** The composition as the form that the system takes; fields left empty are not in it. */
export function formOf({ to, paper, files, ...fields }: Composition): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value.trim() !== '') form.append(name, value.trim());
  for (const code of to) form.append('to', code);
  if (paper) form.append('paper', 'true');
  for (const file of files) form.append('files', file, file.name.normalize('NFC'));
  return form;
}
