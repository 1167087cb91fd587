import { type ReplayEvent, replaySettingsSchema } from '#wire';
import { runProgram } from '../simulator-program.js';
import { Replay } from './replay.js';

/* The replay as a program. */

await runProgram(replaySettingsSchema, async (settings, { config, say, signal }) => {
  const replay = new Replay(config, settings, (event: ReplayEvent) => say(event));
  try {
    await replay.run(signal);
  } finally {
    await replay.close();
  }
});
