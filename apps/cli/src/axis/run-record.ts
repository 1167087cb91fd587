import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { isRunning, runningProcessSchema } from './running-process.js';

const recordSchema = z.object({
  supervisor: runningProcessSchema,
  programs: z.array(runningProcessSchema.extend({ name: z.string() })),
  hubUrl: z.string(),
  isReady: z.boolean(),
});

/** What `truc up` started, so that `truc down` and the next `up` find it. */
export type RunRecord = z.infer<typeof recordSchema>;

/** The file `run.json` of the data folder. */
export class RunRecordFile {
  constructor(private readonly dataFolder: string) {}

  async write(record: RunRecord): Promise<void> {
    await mkdir(this.dataFolder, { recursive: true });
    const draft = `${this.file}.${process.pid}`;
    await writeFile(draft, `${JSON.stringify(record, undefined, 2)}\n`, { mode: 0o600 });
    await rename(draft, this.file);
  }

  /** Undefined when nothing was started here, or the file cannot be understood. */
  async read(): Promise<RunRecord | undefined> {
    const text = await readFile(this.file, 'utf8').catch(() => '');
    try {
      return recordSchema.safeParse(JSON.parse(text)).data;
    } catch {
      return undefined;
    }
  }

  /** The record of an axis whose supervisor is alive. */
  async readAlive(): Promise<RunRecord | undefined> {
    const record = await this.read();
    return record !== undefined && isRunning(record.supervisor) ? record : undefined;
  }

  async remove(): Promise<void> {
    await rm(this.file, { force: true });
  }

  private get file(): string {
    return join(this.dataFolder, 'run.json');
  }
}
