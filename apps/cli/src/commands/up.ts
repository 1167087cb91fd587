import { join } from 'node:path';
import { type Command } from 'commander';
import { hubPlaces } from '#config';
import { Axis } from '../axis/axis.js';
import { startDetached } from '../axis/detached.js';
import { endLeftovers } from '../axis/leftovers.js';
import { RunRecordFile } from '../axis/run-record.js';
import { untilInterrupted } from '../axis/interruption.js';
import { type Context } from '../context.js';
import { sendSamples } from '../demo/demo.js';
import { followLive } from '../demo/live-feed.js';
import { sayFirstAdministrator } from '../first-administrator.js';
import { type Shell } from '../shell.js';
import { CliFailure, EXIT, type ExitCode } from '../terminal/failure.js';
import { words } from '#core';

interface Options {
  readonly foreground?: boolean;
  readonly demo?: boolean;
  readonly once?: boolean;
}

/** `truc up`: RabbitMQ, the hub and five systems, each in a process of its own. */
export function upCommand(shell: Shell): Command {
  return shell
    .command('up', words('khởi động RabbitMQ, trục và năm hệ thống', 'start RabbitMQ, the hub and five systems'))
    .option('--foreground', shell.in(words('chạy tới khi nhấn Ctrl-C', 'stay until Ctrl-C')))
    .option(
      '--demo',
      shell.in(
        words(
          'gửi văn bản mẫu xuống và lên bốn cấp (kèm --foreground)',
          'send sample documents down and up the four tiers',
        ),
      ),
    )
    .option(
      '--once',
      shell.in(words('xong văn bản mẫu thì dừng (kèm --demo)', 'end when the sample documents are through')),
    )
    .action(
      shell.doesHere(async (context, options: Options) => {
        const running = await new RunRecordFile(context.config.dataFolder).readAlive();
        const stays = options.foreground === true || options.demo === true || options.once === true;
        if (running === undefined) {
          await endLeftovers(context);
          return stays ? runHere(context, options) : runDetached(context);
        }
        if (stays) throw alreadyRuns(running.supervisor.pid);
        await sayAddresses(context);
        await sayFirstAdministrator(context);
        return EXIT.done;
      }),
    );
}

function alreadyRuns(pid: number): CliFailure {
  return new CliFailure(
    words(
      `Trục đang chạy (tiến trình ${pid}) với thư mục dữ liệu này.`,
      `The axis is running already (process ${pid}) on this data folder.`,
    ),
    words(
      'Dừng bằng ./truc down, hoặc đặt TRUC_DATA, HUB_PORT, AGENCY_PORTS_FROM khác.',
      'Stop it with ./truc down, or set another TRUC_DATA, HUB_PORT, AGENCY_PORTS_FROM.',
    ),
  );
}

/** The supervisor writes what it says to its log: the first password is shown here, where nothing keeps it. */
async function runDetached(context: Context): Promise<ExitCode> {
  const exitCode = await startDetached(context);
  if (exitCode === EXIT.done) await sayFirstAdministrator(context);
  return exitCode;
}

/** Everything as children of this process, until Ctrl-C or, with --once, until the demonstration is through. */
async function runHere(context: Context, { demo, once }: Options): Promise<ExitCode> {
  const { terminal } = context;
  const axis = new Axis(context.config, (line) => terminal.say(line));
  const interruption = untilInterrupted(async () => {
    terminal.say(words('Buộc dừng ngay.', 'Ending at once.'));
    await axis.kill();
  });
  try {
    const started = axis.start();
    if ((await Promise.race([started, interruption.happened])) === 'interrupted') {
      started.catch(() => undefined);
      return EXIT.done;
    }
    const exitCode = demo === true || once === true ? await demonstrate(context, axis, interruption.signal) : EXIT.done;
    if (once === true || interruption.signal.aborted) return exitCode;
    await sayAddresses(context);
    if (process.send === undefined) await sayFirstAdministrator(context);
    process.send?.({ ready: true });
    await interruption.happened;
    return EXIT.done;
  } finally {
    interruption.stopListening();
    await axis.stop();
  }
}

async function demonstrate(context: Context, axis: Axis, signal: AbortSignal): Promise<ExitCode> {
  const { terminal } = context;
  const hub = await axis.hubClient();
  await followLive(hub, (line) => terminal.say(line), signal);
  const missing = await sendSamples(context, hub, signal);
  if (signal.aborted) return EXIT.failed;
  const { sentence } = await hub.totals();
  terminal.say(`\n${sentence}`);
  if (missing.length === 0) {
    terminal.say(
      words(
        'Mọi văn bản đã đến nơi, mọi trạng thái đã về tới nơi gửi.\n',
        'Every document arrived and every status came back.\n',
      ),
    );
    return EXIT.done;
  }
  terminal.say(words('CÒN THIẾU:', 'MISSING:'));
  for (const line of missing) terminal.say(line);
  return EXIT.failed;
}

async function sayAddresses(context: Context): Promise<void> {
  const { terminal, config, systems } = context;
  const known = await systems.all();
  const tokenFile = hubPlaces(config.dataFolder).operatorTokenFile;
  terminal.result(
    {
      hubUrl: config.hubUrl,
      operatorTokenFile: tokenFile,
      systems: known.map(({ name, url, codes }) => ({ name, url, codes })),
    },
    () => {
      terminal.say(
        words(
          `Trục      ${config.hubUrl}  (bảng điều khiển; giao diện HTTP: ${config.hubUrl}/api/docs)`,
          `Hub       ${config.hubUrl}  (console; HTTP interface: ${config.hubUrl}/api/docs)`,
        ),
      );
      for (const { name, url, codes } of known) terminal.say(`${name.padEnd(9)} ${url}  ${codes.join(', ')}`);
      const systemFiles = join(config.dataFolder, 'systems', '<name>.json');
      terminal.say(
        words(
          `Trang văn thư của hệ thống: địa chỉ trên; mã truy cập: mục "token" trong ${systemFiles}`,
          `Clerk's page of a system: at its address above; its token: "token" in ${systemFiles}`,
        ),
      );
      terminal.say(words(`Mã truy cập của người vận hành: ${tokenFile}`, `Operators' token: ${tokenFile}`));
      terminal.say(
        words(
          'Xem: ./truc stats, ./truc systems, ./truc doctor. Dừng: Ctrl-C hoặc ./truc down.',
          'Look: ./truc stats, ./truc systems, ./truc doctor. Stop: Ctrl-C or ./truc down.',
        ),
      );
    },
  );
}
