import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { isDay, OPENED, words } from '#core';
import { type ReplayEvent, replayEventSchema, type ReplaySettings } from '#wire';
import { Axis } from '../axis/axis.js';
import { untilInterrupted } from '../axis/interruption.js';
import { RunRecordFile } from '../axis/run-record.js';
import { type Context } from '../context.js';
import { type Shell } from '../shell.js';
import { runSimulator, type SimulatorPlace, type SimulatorProgram } from '../simulator.js';
import { CliFailure, EXIT, type ExitCode } from '../terminal/failure.js';
import { ReplayDisplay } from './replay-display.js';

interface Options {
  readonly scale: number;
  readonly seed: number;
  readonly statuses: number;
  readonly from: string;
  readonly to: string;
  readonly speed?: number;
  readonly restart?: boolean;
  readonly stay?: boolean;
}

/** Of the last published figures. */
const LAST_DAY = '2020-04-17';
const REPLAY: SimulatorProgram<ReplayEvent> = { name: 'replay', events: replayEventSchema };
const [SCALE, SEED, STATUSES] = [1, 2020, 0.02] as const;

/** `truc replay`: the first thirteen months of the axis, document by document, on an axis of its own below the data folder. */
export function replayCommand(shell: Shell): Command {
  return shell
    .command(
      'replay',
      words(
        'diễn lại Trục từ 12/3/2019 đến 17/4/2020 và so với số liệu đã công bố',
        'replay the axis from 12/3/2019 to 17/4/2020 and compare with the published figures',
      ),
    )
    .option(
      '--scale <share>',
      shell.in(words('phần của cả nước, 0.01 là một phần trăm', 'share of the country')),
      share,
      SCALE,
    )
    .option(
      '--seed <number>',
      shell.in(words('hạt giống: cùng số, cùng văn bản', 'same seed, same documents')),
      whole,
      SEED,
    )
    .option(
      '--statuses <share>',
      shell.in(words('phần bản gửi có trạng thái 02–06', 'share of deliveries with statuses 02 to 06')),
      shareOrNone,
      STATUSES,
    )
    .option('--from <day>', shell.in(words('từ ngày yyyy-MM-dd', 'first day, yyyy-MM-dd')), day, OPENED)
    .option('--to <day>', shell.in(words('đến hết ngày yyyy-MM-dd', 'last day, yyyy-MM-dd')), day, LAST_DAY)
    .option('--speed <factor>', shell.in(words('giây mô phỏng mỗi giây', 'simulated seconds in a second')), factor)
    .option('--restart', shell.in(words('bỏ lần diễn trước, bắt đầu lại', 'drop what was replayed and begin anew')))
    .option('--stay', shell.in(words('xong thì chạy tiếp tới khi nhấn Ctrl-C', 'afterwards stay up until Ctrl-C')))
    .action(shell.doesHere((context, options: Options) => replay(context, options)));
}

async function replay(context: Context, { restart, stay, ...settings }: Options): Promise<ExitCode> {
  const { terminal } = context;
  const config = { ...context.config, dataFolder: join(context.config.dataFolder, 'replay') };
  await refuseSecond(config.dataFolder);
  if (restart === true) await rm(config.dataFolder, { recursive: true, force: true });
  const axis = new Axis(config, (line) => terminal.say(line), { systems: [], simulation: true });
  const interruption = untilInterrupted(() => axis.kill());
  try {
    const started = axis.start();
    if ((await Promise.race([started, interruption.happened])) === 'interrupted') {
      started.catch(() => undefined);
      return EXIT.failed;
    }
    const place = { dataFolder: config.dataFolder, hubUrl: config.hubUrl, amqpUrl: axis.amqpUrl };
    const exitCode = await play(context, settings, place, interruption.signal);
    if (stay !== true || interruption.signal.aborted) return exitCode;
    sayWhereToLook(context, config.dataFolder, config.hubUrl);
    await interruption.happened;
    return exitCode;
  } finally {
    interruption.stopListening();
    await axis.stop();
  }
}

async function play(
  { terminal }: Context,
  settings: ReplaySettings,
  place: SimulatorPlace,
  signal: AbortSignal,
): Promise<ExitCode> {
  const display = new ReplayDisplay(terminal, settings.scale);
  try {
    for await (const event of runSimulator(REPLAY, settings, place, signal)) display.show(event);
  } finally {
    display.end();
  }
  return display.exitCode;
}

function sayWhereToLook({ terminal }: Context, dataFolder: string, hubUrl: string): void {
  terminal.say(
    words(
      `Trục mô phỏng ở ${hubUrl}. Xem: TRUC_DATA=${dataFolder} ./truc stats. Dừng: Ctrl-C.`,
      `The simulated axis is at ${hubUrl}. Look: TRUC_DATA=${dataFolder} ./truc stats. Stop: Ctrl-C.`,
    ),
  );
}

async function refuseSecond(dataFolder: string): Promise<void> {
  const running = await new RunRecordFile(dataFolder).readAlive();
  if (running === undefined) return;
  const { pid } = running.supervisor;
  throw new CliFailure(
    words(`Một lần diễn lại đang chạy (tiến trình ${pid}).`, `A replay is running already (process ${pid}).`),
    words(
      'Chờ nó xong, hoặc dừng nó bằng Ctrl-C ở cửa sổ của nó.',
      'Let it end, or stop it with Ctrl-C in its window.',
    ),
  );
}

function number(text: string, isFit: (value: number) => boolean, wanted: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || !isFit(value)) throw new InvalidArgumentError(wanted);
  return value;
}

function share(text: string): number {
  return number(text, (value) => value > 0 && value <= 1, '0 < … ≤ 1');
}

function shareOrNone(text: string): number {
  return number(text, (value) => value >= 0 && value <= 1, '0 ≤ … ≤ 1');
}

function whole(text: string): number {
  return number(text, (value) => Number.isInteger(value) && value >= 0 && value <= 0xffffffff, '0 … 4294967295');
}

function factor(text: string): number {
  return number(text, (value) => value > 0, '> 0');
}

function day(text: string): string {
  if (!isDay(text) || text < OPENED || text > LAST_DAY) throw new InvalidArgumentError(`${OPENED} … ${LAST_DAY}`);
  return text;
}
