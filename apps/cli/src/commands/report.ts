import { writeFile } from 'node:fs/promises';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type DayPeriod, readPeriod, words } from '#core';
import { BREAKDOWNS, type By } from '../report/all-breakdowns.js';
import { csvOf } from '../report/csv.js';
import { reportOf, type Report } from '../report/report.js';
import { showSheet, SUMS } from '../report/show-sheet.js';
import { xlsxOf } from '../report/xlsx.js';
import { type Shell } from '../shell.js';
import { type Terminal } from '../terminal/terminal.js';
import { unwritable } from './given-file.js';

const FORMATS = ['table', 'json', 'csv', 'xlsx'] as const;
type Format = (typeof FORMATS)[number];

interface Options {
  readonly period?: NamedPeriod;
  readonly by: By;
  readonly format?: Format;
  readonly out?: string;
  readonly limit?: number;
}

interface NamedPeriod extends DayPeriod {
  readonly name: string;
}

/** `truc report`: one breakdown of a period, as a table, for machines, or as a file. */
export function reportCommand(shell: Shell): Command {
  return shell
    .command('report', words('báo cáo số liệu theo kỳ', 'a report of the figures of a period'))
    .addOption(
      new Option(
        '--by <what>',
        shell.in(words('chia theo (branch: bộ, tỉnh)', 'broken down by (branch: ministry or province)')),
      )
        .choices(Object.keys(BREAKDOWNS))
        .makeOptionMandatory(),
    )
    .option(
      '--period <period>',
      shell.in(
        words('2020-03, 2020, 2020-Q1, 2020-W10, 2020-03-12, 2019-03-12..2020-04-17', 'since 12/3/2019 when left out'),
      ),
      asPeriod,
    )
    .addOption(new Option('--format <format>', shell.in(words('dạng', 'format'))).choices([...FORMATS]))
    .option('--out <file>', shell.in(words('ghi vào tệp', 'write to a file')))
    .option('--limit <rows>', shell.in(words('số cặp nhiều nhất (pair)', 'at most so many pairs')), asLimit)
    .action(
      shell.does(async (context, { by, limit, period, ...options }: Options) => {
        const { terminal } = context;
        const report = await reportOf(await context.hub(), by, { from: period?.from, to: period?.to, limit });
        const format = options.format ?? (terminal.json ? 'json' : 'table');
        const out = options.out ?? (format === 'xlsx' ? fileNameOf(by, period) : undefined);
        if (out !== undefined) return writeReport(terminal, report, { format, out });
        if (format === 'table') showReport(terminal, report);
        else terminal.print(String(await contentOf(terminal, report, format)));
      }),
    );
}

/** An Excel file has to be one; unless it is said which. */
function fileNameOf(by: By, period: NamedPeriod | undefined): string {
  return `bao-cao-${by}-${period?.name ?? 'tat-ca'}.xlsx`;
}

async function writeReport(
  terminal: Terminal,
  report: Report,
  { format, out }: { readonly format: Format; readonly out: string },
): Promise<void> {
  const content = await contentOf(terminal, report, format);
  await writeFile(out, content).catch((error: unknown) => {
    throw unwritable(out, error);
  });
  terminal.result({ file: out }, () => terminal.say(words(`Đã ghi ${out}.`, `Wrote ${out}.`)));
}

function showReport(terminal: Terminal, { sheet, totals }: Report): void {
  terminal.say(totals.sentence);
  showSheet(terminal, sheet);
  terminal.say(words(`Tính đến ${totals.asOf}.`, `As of ${totals.asOf}.`));
}

function contentOf(terminal: Terminal, report: Report, format: Format): Promise<Buffer> | string {
  const { sheet, answer, totals } = report;
  const headings = sheet.columns.map(({ heading }) => terminal.in(heading));
  if (format === 'xlsx') return xlsxOf(sheet, headings, terminal.in(SUMS));
  if (format === 'csv') return csvOf(sheet, headings);
  if (format === 'json') return `${JSON.stringify({ sentence: totals.sentence, ...answer }, undefined, 2)}\n`;
  let text = '';
  showReport(
    terminal.onto((line) => (text += line)),
    report,
  );
  return text;
}

function asPeriod(text: string): NamedPeriod {
  const period = readPeriod(text);
  if (period) return { ...period, name: text };
  throw new InvalidArgumentError('2020-03, 2020, 2020-Q1, 2020-W10, 2020-03-12, 2019-03-12..2020-04-17');
}

function asLimit(text: string): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit > 0 && limit <= 10_000) return limit;
  throw new InvalidArgumentError('1–10000');
}
