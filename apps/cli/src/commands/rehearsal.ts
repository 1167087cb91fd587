import { randomUUID } from 'node:crypto';
import { type SubmissionAnswer } from '#wire';
import { type Context } from '../context.js';
import { type KnownSystem } from '../known-systems.js';
import { CliFailure, EXIT, type ExitCode } from '../terminal/failure.js';
import { type Terminal } from '../terminal/terminal.js';
import { words } from '#core';

/** Asks the hub what would become of an edXML file, for each recipient; nothing is sent. */
export async function rehearse(context: Context, system: KnownSystem, edxml: Buffer | undefined): Promise<ExitCode> {
  if (edxml === undefined) {
    throw new CliFailure(
      words('--dry-run cần một tệp edXML.', '--dry-run needs an edXML file.'),
      words('Ví dụ: ./truc send van-ban.edxml --dry-run', 'For example: ./truc send document.edxml --dry-run'),
      EXIT.wrongUse,
    );
  }
  const answer = await context.hubAs(system).submit(edxml, { key: randomUUID(), dryRun: true });
  context.terminal.result(answer, () => printRecipients(context.terminal, answer));
  return exitCodeFor(answer.recipients);
}

/** 0 when every recipient is served, 3 when some are not, 1 when none is. */
export function exitCodeFor(recipients: readonly { readonly outcome?: string | undefined }[]): ExitCode {
  const failed = recipients.filter(({ outcome }) => outcome === 'failed').length;
  if (failed === 0) return EXIT.done;
  return failed < recipients.length ? EXIT.someFailed : EXIT.failed;
}

function printRecipients(terminal: Terminal, { identity, recipients }: SubmissionAnswer): void {
  const headings = [
    words('Nơi nhận', 'Recipient'),
    words('Kết quả', 'Outcome'),
    words('Hệ thống', 'System'),
    words('Lỗi', 'Error'),
  ];
  const rows = recipients.map(({ code, name, outcome, system, error }) => [
    `${code} ${name ?? ''}`.trim(),
    outcome,
    system,
    error === undefined ? '' : `${error.code}: ${error.detail}`,
  ]);
  terminal.say(identity);
  terminal.table(headings, rows, words('Không có nơi nhận nào.', 'No recipients.'));
}
