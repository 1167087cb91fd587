import { type Command } from 'commander';
import { dots, words, type Words } from '#core';
import { type Difference, type Verification } from '#wire';
import { type Shell } from '../shell.js';
import { EXIT } from '../terminal/failure.js';
import { type Cell, type Terminal } from '../terminal/terminal.js';
import { meaningOf } from './verify-words.js';

const HEADINGS = [
  words('Phép so', 'Check'),
  words('Dòng', 'Row'),
  words('Điều được đếm', 'What'),
  words('Đang ghi', 'Counted'),
  words('Đếm lại', 'Recounted'),
];

/** `truc verify`: recounts from the documents themselves, and names the rows of counters and ledger that say otherwise; 1 when there are any. */
export function verifyCommand(shell: Shell): Command {
  return shell
    .command(
      'verify',
      words(
        'đếm lại từ chính các văn bản, so với bộ đếm và sổ cái',
        'recount from the documents, compare with counters and ledger',
      ),
    )
    .option(
      '--bodies',
      shell.in(words('so cả mã băm của nội dung (lâu hơn)', 'compare digests of bodies too (slower)')),
    )
    .action(
      shell.does(async (context, { bodies }: { bodies?: boolean }) => {
        const hub = await context.hub();
        const { terminal } = context;
        const verification = await hub.verification({ bodies: bodies === true });
        terminal.result(verification, () => print(terminal, verification));
        return verification.total === 0 ? EXIT.done : EXIT.failed;
      }),
    );
}

function print(terminal: Terminal, verification: Verification): void {
  terminal.say(whatWasCompared(verification));
  const { checks, differences, total } = verification;
  if (total === 0) return terminal.say(words('Không có sai lệch.', 'No difference.'));
  for (const { name, differences: count } of checks)
    if (count > 0) terminal.say(`✗ ${terminal.in(meaningOf(name))}: ${dots(count)}`);
  terminal.table(HEADINGS, differences.map(row), words('', ''));
  const unnamed = total - differences.length;
  if (unnamed > 0) terminal.say(words(`… và ${dots(unnamed)} dòng khác.`, `… and ${dots(unnamed)} more rows.`));
  terminal.say(
    words(
      `CÓ SAI LỆCH: ${dots(total)} dòng không khớp với văn bản.`,
      `DIFFERENCES: ${dots(total)} rows do not agree with the documents.`,
    ),
  );
  terminal.say(
    words(
      '→ Giữ nguyên dữ liệu và báo cho người phát triển, kèm kết quả của ./truc verify --json.',
      '→ Leave the data as it is and tell the developers, with the output of ./truc verify --json.',
    ),
  );
}

function whatWasCompared({ asOf, compared, checks }: Verification): Words {
  const { documents, deliveries, reports, counters } = compared;
  const [d, e, r, c] = [documents, deliveries, reports, counters].map(dots);
  return words(
    `Đã đếm lại ${d} văn bản, ${e} bản gửi, ${r} báo cáo trạng thái và so với ${c} dòng bộ đếm, bằng ${checks.length} phép so, lúc ${asOf}.`,
    `Recounted ${d} documents, ${e} deliveries and ${r} status reports against ${c} rows of counters, in ${checks.length} checks, as of ${asOf}.`,
  );
}

function row({ check, table, key, what, counted, recounted }: Difference): Cell[] {
  return [check, [table, ...namesOf(key)].join('\n'), what, value(counted), value(recounted)];
}

/** A document by its identity where it has one, and by its id besides. */
function namesOf({
  day,
  month,
  year,
  agency,
  code,
  identity,
  documentId,
  recipient,
  reportKey,
}: Difference['key']): string[] {
  return [day, month, year, agency, code, identity, documentId, recipient, reportKey].filter(
    (name) => name !== undefined,
  );
}

function value(of: Difference['counted']): string {
  if (of === null) return '—';
  return typeof of === 'number' ? dots(of) : of;
}
