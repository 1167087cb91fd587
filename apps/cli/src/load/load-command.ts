import { type Command } from 'commander';
import { type LoadEvent, loadEventSchema } from '#wire';
import { untilInterrupted } from '../axis/interruption.js';
import { withoutCredentials } from '../axis/local-broker.js';
import { type Context } from '../context.js';
import { type Shell } from '../shell.js';
import { runSimulator, type SimulatorProgram } from '../simulator.js';
import { CliFailure, EXIT, type ExitCode } from '../terminal/failure.js';
import { words } from '#core';
import { LoadDisplay } from './load-display.js';
import { type LoadOptions, settingsOf } from './load-options.js';

const LOAD: SimulatorProgram<LoadEvent> = { name: 'load', events: loadEventSchema };

/** `truc load`: documents at a fixed rate for a while, how long they took, and whether anything was lost or doubled (1). The simulator does it, in a process of its own. */
export function loadCommand(shell: Shell): Command {
  const says = (vi: string, en: string): string => shell.in(words(vi, en));
  return shell
    .command('load', words('thử tải trục và đếm lại', 'put a load on the axis and reckon what became of it'))
    .option('--rate <n>', says('số văn bản mỗi giây (mặc định 100)', 'documents a second (default 100)'))
    .option('--for <duration>', says('trong bao lâu: 60s, 5m (mặc định 60s)', 'for how long: 60s, 5m (default 60s)'))
    .option('--recipients <n>', says('số nơi nhận trung bình (mặc định 3.3)', 'recipients on average (default 3.3)'))
    .option(
      '--size <size>',
      says('cỡ văn bản: 6kb, 10mb (mặc định 6kb)', 'size of a document: 6kb, 10mb (default 6kb)'),
    )
    .option('--mix <sizes>', says('nhiều cỡ: 30x100kb,10x10mb,1x100mb', 'several sizes: 30x100kb,10x10mb,1x100mb'))
    .option('--urgent <share>', says('tỷ lệ văn bản khẩn: 0.1, 10%', 'share of urgent documents: 0.1, 10%'))
    .option(
      '--patience <duration>',
      says('chờ phần còn thiếu bao lâu (mặc định 30s)', 'how long to wait for what is missing (default 30s)'),
    )
    .option(
      '--every <duration>',
      says('kèm thời gian của từng chặng dài chừng này', 'the times of every step of so long besides'),
    )
    .action(shell.does((context, options: LoadOptions) => load(context, options)));
}

async function load(context: Context, options: LoadOptions): Promise<ExitCode> {
  const settings = settingsOf(options);
  await refuseUnwell(context);
  const { dataFolder, hubUrl } = context.config;
  const place = { dataFolder, hubUrl, amqpUrl: await brokerOf(context) };
  const display = new LoadDisplay(context.terminal);
  // Asked to end, the simulator clears up after itself, whether this process waits for it or not.
  const interruption = untilInterrupted();
  try {
    for await (const event of runSimulator(LOAD, settings, place, interruption.signal)) display.show(event);
  } finally {
    interruption.stopListening();
    display.end();
  }
  return display.exitCode;
}

async function refuseUnwell(context: Context): Promise<void> {
  const { status } = await (await context.hub()).health();
  if (status === 'ok') return;
  throw new CliFailure(
    words(`Trục chưa sẵn sàng: ${status}.`, `The axis is not well: ${status}.`),
    words('Xem ./truc doctor.', 'See ./truc doctor.'),
    EXIT.unreachable,
  );
}

/** The RabbitMQ of the running axis, without a password: the one AMQP_URL names, else the one its systems were enrolled at. */
async function brokerOf(context: Context): Promise<string> {
  const given = context.config.broker?.amqpUrl;
  if (given !== undefined) return withoutCredentials(given);
  const kept = (await context.systems.all()).find(({ broker }) => broker !== undefined)?.broker;
  if (kept !== undefined) return kept;
  throw new CliFailure(
    words('Không biết RabbitMQ của trục ở đâu.', 'It is not known where the RabbitMQ of the axis is.'),
    words('Khởi động trục bằng ./truc up, hoặc đặt AMQP_URL.', 'Start the axis with ./truc up, or set AMQP_URL.'),
    EXIT.unreachable,
  );
}
