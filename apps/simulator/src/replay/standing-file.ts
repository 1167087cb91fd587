import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AxisError } from '#core';
import { type ReplaySettings, replaySettingsSchema } from '#wire';
import { z } from 'zod';

const schema = z.object({
  settings: replaySettingsSchema.omit({ speed: true }),
  place: z.number().int().nonnegative(),
});

/** How far a replay came: everything before `place` was answered by the hub. Kept in the data folder of its axis. */
export class StandingFile {
  private readonly file: string;
  private writing: Promise<void> = Promise.resolve();

  constructor(dataFolder: string) {
    this.file = join(dataFolder, 'replay.json');
  }

  /** The place to go on at; 0 for a replay that was never begun. @throws AxisError REPLAY_DIFFERS when another one was begun here */
  async placeOf({ speed: _, ...settings }: ReplaySettings): Promise<number> {
    const text = await readFile(this.file, 'utf8').catch(() => undefined);
    if (text === undefined) return 0;
    const known = schema.parse(JSON.parse(text));
    if (JSON.stringify(known.settings) !== JSON.stringify(settings)) {
      throw new AxisError('REPLAY_DIFFERS', { settings: JSON.stringify(known.settings) });
    }
    return known.place;
  }

  /** Written whole or not at all, one writing after the other. */
  keep({ speed: _, ...settings }: ReplaySettings, place: number): Promise<void> {
    const draft = `${this.file}.new`;
    this.writing = this.writing.then(async () => {
      await writeFile(draft, JSON.stringify({ settings, place }));
      await rename(draft, this.file);
    });
    return this.writing;
  }
}
