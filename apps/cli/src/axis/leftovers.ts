import { type Context } from '../context.js';
import { words } from '#core';
import { endProcess, isRunning } from './running-process.js';
import { RunRecordFile } from './run-record.js';

const WITHIN_MS = 15_000;

/** Ends what an earlier run left behind when it was killed; true when there was something. */
export async function endLeftovers(context: Context): Promise<boolean> {
  const file = new RunRecordFile(context.config.dataFolder);
  const record = await file.read();
  const left = (record?.programs ?? []).filter(isRunning);
  for (const { name, pid } of left) {
    context.terminal.say(
      words(`Dừng ${name} (${pid}) còn lại từ lần chạy trước.`, `Ending ${name} (${pid}), left from an earlier run.`),
    );
  }
  await Promise.all(left.map((program) => endProcess(program, WITHIN_MS)));
  if (record !== undefined) await file.remove();
  return left.length > 0;
}
