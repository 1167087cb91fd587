import { Command, CommanderError, Option } from 'commander';
import { preferredLanguage } from '#config';
import { accountCommand } from './commands/account.js';
import { agenciesCommand } from './commands/agencies.js';
import { demoCommand } from './commands/demo.js';
import { dlqCommand } from './commands/dlq.js';
import { documentsCommand } from './commands/documents.js';
import { doctorCommand } from './commands/doctor.js';
import { downCommand } from './commands/down.js';
import { faultCommand } from './commands/fault.js';
import { inboxCommand } from './commands/inbox.js';
import { loadCommand } from './load/load-command.js';
import { replayCommand } from './replay/replay-command.js';
import { reportCommand } from './commands/report.js';
import { resendCommand } from './commands/resend.js';
import { resetCommand } from './commands/reset.js';
import { sendCommand } from './commands/send.js';
import { statsCommand } from './commands/stats.js';
import { statusCommand } from './commands/status.js';
import { systemsCommand } from './commands/systems.js';
import { tokenCommand } from './commands/token.js';
import { traceCommand } from './commands/trace.js';
import { upCommand } from './commands/up.js';
import { verifyCommand } from './commands/verify.js';
import { nodeCommand } from './node/node-command.js';
import { Shell, type World } from './shell.js';
import { EXIT, type ExitCode } from './terminal/failure.js';
import { words, type Language } from '#core';
import { vxpCommand } from './vxp/vxp-command.js';

const COMMANDS = [
  upCommand,
  downCommand,
  resetCommand,
  sendCommand,
  inboxCommand,
  documentsCommand,
  statusCommand,
  traceCommand,
  statsCommand,
  reportCommand,
  verifyCommand,
  systemsCommand,
  nodeCommand,
  agenciesCommand,
  accountCommand,
  tokenCommand,
  dlqCommand,
  resendCommand,
  faultCommand,
  replayCommand,
  loadCommand,
  demoCommand,
  vxpCommand,
  doctorCommand,
];

const EXIT_CODES = words(
  'Mã thoát: 0 xong, 1 thất bại, 2 dùng sai, 3 một số nơi nhận lỗi, 4 không tới được trục.',
  'Exit codes: 0 done, 1 failed, 2 wrong use, 3 some recipients failed, 4 hub not reachable.',
);

/** Runs one command line (without node and script) and resolves with its exit code; never throws, never exits by itself. */
export async function runTruc(args: readonly string[], world: World): Promise<ExitCode> {
  const { streams, environment } = world;
  const shell = new Shell(world, languageOf(args) ?? preferredLanguage(environment));
  const program = new Command('truc')
    .description(
      shell.in(
        words('Trục liên thông văn bản: mô phỏng trên máy này', 'The document-interchange axis, on this machine'),
      ),
    )
    .option('--json', shell.in(words('kết quả cho máy đọc', 'results for machines')))
    .addOption(new Option('--lang <language>', shell.in(words('ngôn ngữ', 'language'))).choices(['vi', 'en']))
    .addHelpText('after', `\n${shell.in(EXIT_CODES)}`);
  for (const command of COMMANDS) program.addCommand(command(shell));
  everyCommand(program, (command) => {
    command.exitOverride().configureOutput({ writeOut: streams.out, writeErr: streams.err });
    command.showHelpAfterError(shell.in(words('Thêm --help để xem cách dùng.', 'Add --help to see how it is used.')));
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return shell.exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) shell.fail(error);
    else return error.exitCode === 0 ? EXIT.done : EXIT.wrongUse; // commander has said why
    return shell.exitCode;
  }
}

function everyCommand(command: Command, change: (command: Command) => void): void {
  change(command);
  for (const below of command.commands) everyCommand(below, change);
}

/** The language asked for, needed before anything is parsed: help and usage errors speak it too. */
function languageOf(args: readonly string[]): Language | undefined {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const value = args[at]?.includes('=') === true ? args[at].slice('--lang='.length) : args[at + 1];
  return at >= 0 && (value === 'vi' || value === 'en') ? value : undefined;
}
