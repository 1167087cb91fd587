/* The systems of one run of the delays, in a process of their own, made of the parts of `./truc load`: one hands in by the clock, the others receive; one of them may be dead. */
import { play } from './delays-play.js';
import { type LoadTask, type LoadTimes } from './delays-run.js';

const task = JSON.parse(process.argv[2] ?? '') as LoadTask;
process.once('message', () => void run());
process.send?.({ ready: true });

async function run(): Promise<void> {
  let times: LoadTimes | undefined;
  for (const settings of task.plays) times = await play(settings, task);
  process.send?.({ done: times });
}
