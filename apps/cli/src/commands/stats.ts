import { type Command, Option } from 'commander';
import { dots, words } from '#core';
import { type HubClient, type Ledger, type Period, type Totals } from '#wire';
import { BREAKDOWNS, type By } from '../report/all-breakdowns.js';
import { overviewOf, showOverview } from '../report/overview.js';
import { reportOf } from '../report/report.js';
import { showSheet } from '../report/show-sheet.js';
import { type Shell } from '../shell.js';
import { type Terminal } from '../terminal/terminal.js';

interface Options extends Period {
  readonly by?: By;
}

/** `truc stats`: the headline sentence, what each tier did or another breakdown, and whether the ledger adds up. */
export function statsCommand(shell: Shell): Command {
  return shell
    .watchable(shell.command('stats', words('số văn bản gửi, nhận; sổ cái', 'documents sent and received; the ledger')))
    .option('--from <day>', shell.in(words('từ ngày, yyyy-MM-dd', 'first day, yyyy-MM-dd')))
    .option('--to <day>', shell.in(words('đến hết ngày, yyyy-MM-dd', 'last day, included')))
    .addOption(
      new Option('--by <what>', shell.in(words('chia theo', 'broken down by'))).choices(Object.keys(BREAKDOWNS)),
    )
    .action(
      shell.does(async (context, { by, ...period }: Options) => {
        const hub = await context.hub();
        const { terminal } = context;
        const [ledger, { totals, machine, show }] = await Promise.all([
          hub.ledger(period),
          by === undefined ? anOverview(hub, period) : aBreakdown(hub, by, period),
        ]);
        terminal.result({ totals, ledger, ...machine }, () => {
          terminal.say(totals.sentence);
          show(terminal);
          printLedger(terminal, ledger);
          terminal.say(words(`Tính đến ${totals.asOf}.`, `As of ${totals.asOf}.`));
        });
      }),
    );
}

/** What stands between the sentence and the ledger, for people and for machines. */
interface Middle {
  readonly totals: Totals;
  readonly machine: object;
  readonly show: (terminal: Terminal) => void;
}

async function anOverview(hub: HubClient, period: Period): Promise<Middle> {
  const overview = await overviewOf(hub, period);
  const { totals, tiers } = overview;
  return { totals, machine: { tiers }, show: (terminal) => showOverview(terminal, overview) };
}

async function aBreakdown(hub: HubClient, by: By, period: Period): Promise<Middle> {
  const { totals, answer, sheet } = await reportOf(hub, by, period);
  return { totals, machine: { by, items: answer.items }, show: (terminal) => showSheet(terminal, sheet) };
}

function printLedger(terminal: Terminal, ledger: Ledger): void {
  const { made, received, waiting, expired, withdrawn, failed, addsUp } = ledger;
  const [m, r, w, e, d, f] = [made, received, waiting, expired, withdrawn, failed].map(dots);
  terminal.say(
    words(
      `Sổ cái: ${m} bản gửi = ${r} đã nhận + ${w} chờ + ${e} hết hạn + ${d} thu hồi + ${f} lỗi: ${addsUp ? 'khớp' : 'KHÔNG KHỚP'}.`,
      `Ledger: ${m} deliveries = ${r} received + ${w} waiting + ${e} expired + ${d} withdrawn + ${f} failed: ${addsUp ? 'adds up' : 'DOES NOT ADD UP'}.`,
    ),
  );
}
