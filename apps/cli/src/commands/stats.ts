import { type Command, InvalidArgumentError } from 'commander';
import { dots } from '#core';
import { type HubClient, type Period } from '#wire';
import { type Shell } from '../shell.js';
import { type Terminal } from '../terminal/terminal.js';
import { words } from '../terminal/words.js';

interface Options extends Period {
  readonly by?: 'day' | 'agency' | 'tier';
}

const SENT = words('Gửi', 'Sent');
const RECEIVED = words('Nhận', 'Received');

/** `truc stats`: the headline sentence, a breakdown, and whether the ledger adds up. */
export function statsCommand(shell: Shell): Command {
  return shell
    .watchable(shell.command('stats', words('số văn bản gửi, nhận; sổ cái', 'documents sent and received; the ledger')))
    .option('--from <day>', shell.in(words('từ ngày, yyyy-MM-dd', 'first day, yyyy-MM-dd')))
    .option('--to <day>', shell.in(words('đến hết ngày, yyyy-MM-dd', 'last day, included')))
    .option(
      '--by <what>',
      shell.in(words('chia theo: day, agency, tier', 'broken down by day, agency or tier')),
      oneOfBy,
    )
    .action(
      shell.does(async (context, { by, ...period }: Options) => {
        const hub = await context.hub();
        const { terminal } = context;
        const [totals, ledger, items] = await Promise.all([
          hub.totals(period),
          hub.ledger(period),
          rowsBy(hub, by, period),
        ]);
        terminal.result({ totals, ledger, ...(by === undefined ? {} : { by, items }) }, () => {
          terminal.say(totals.sentence);
          if (by !== undefined) printBreakdown(terminal, items);
          printLedger(terminal, ledger);
          terminal.say(words(`Tính đến ${totals.asOf}.`, `As of ${totals.asOf}.`));
        });
      }),
    );
}

interface Row {
  readonly label: string;
  readonly sent: number;
  readonly received: number;
}

async function rowsBy(hub: HubClient, by: Options['by'], period: Period): Promise<readonly Row[]> {
  if (by === 'day') return (await hub.byDay(period)).items.map((item) => ({ ...item, label: item.day }));
  if (by === 'tier') return (await hub.byTier(period)).items.map((item) => ({ ...item, label: item.tier }));
  if (by === undefined) return [];
  const { items } = await hub.byAgency(period);
  return items.map((item) => ({ ...item, label: [item.code, item.name].filter(Boolean).join(' ') }));
}

function printBreakdown(terminal: Terminal, rows: readonly Row[]): void {
  const cells = rows.map(({ label, sent, received }) => [label, dots(sent), dots(received)]);
  terminal.table([words('', ''), SENT, RECEIVED], cells, words('Chưa có số liệu.', 'No figures yet.'));
}

function printLedger(terminal: Terminal, ledger: Awaited<ReturnType<HubClient['ledger']>>): void {
  const { made, received, waiting, expired, withdrawn, failed, addsUp } = ledger;
  const [m, r, w, e, d, f] = [made, received, waiting, expired, withdrawn, failed].map(dots);
  terminal.say(
    words(
      `Sổ cái: ${m} bản gửi = ${r} đã nhận + ${w} chờ + ${e} hết hạn + ${d} thu hồi + ${f} lỗi: ${addsUp ? 'khớp' : 'KHÔNG KHỚP'}.`,
      `Ledger: ${m} deliveries = ${r} received + ${w} waiting + ${e} expired + ${d} withdrawn + ${f} failed: ${addsUp ? 'adds up' : 'DOES NOT ADD UP'}.`,
    ),
  );
}

function oneOfBy(text: string): NonNullable<Options['by']> {
  if (text === 'day' || text === 'agency' || text === 'tier') return text;
  throw new InvalidArgumentError('day, agency, tier');
}
